using System;

namespace CoroutineGen;

/// <summary>
/// Where a variable gets its value from in a coroutine that was saved without it (rule 254): from one that was called otherwise
/// (<see cref="Was"/>), a constant (<see cref="Default"/>), or the coroutine's <see cref="CoroutineAttribute.Migrate"/> method
/// (<see cref="Migrated"/>).
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class SavedVariableAttribute : Attribute
{
    /// <summary>Speaks of a variable.</summary>
    /// <param name="name">
    /// Its name of today, as the points file has it. The name of a loop variable or of a tuple stands for all that is saved of it, as
    /// <c>line</c> for <c>line.items</c> and <c>line.taken</c>.
    /// </param>
    public SavedVariableAttribute(string name) => Name = name;

    /// <summary>The variable.</summary>
    public string Name { get; }

    /// <summary>What it was called when coroutines were saved.</summary>
    public string? Was { get; set; }

    /// <summary>Its value where it was not saved: a constant of its type, null too.</summary>
    public object? Default { get; set; }

    /// <summary>Whether the coroutine's Migrate method gives it a value where it was not saved.</summary>
    public bool Migrated { get; set; }

    /// <summary>The point of today at which this is so; null for all.</summary>
    public string? At { get; set; }
}
