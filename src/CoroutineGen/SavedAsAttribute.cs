using System;

namespace CoroutineGen;

/// <summary>
/// What a <see cref="CoroutineAttribute.Saveable"/> coroutine was called when coroutines were saved, before it, its type, its namespace
/// or its parameters changed (rule 253). Once for each such name.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class SavedAsAttribute : Attribute
{
    /// <summary>Says an earlier name.</summary>
    /// <param name="oldName">As it stands in the points file: <c>Shop.Saga.Order(string, int)</c>.</param>
    public SavedAsAttribute(string oldName) => OldName = oldName;

    /// <summary>The earlier name.</summary>
    public string OldName { get; }
}
