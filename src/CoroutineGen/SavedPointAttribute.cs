using System;

namespace CoroutineGen;

/// <summary>
/// Where coroutines go on that were saved at a point which the body has no more (rule 252): a point that is called otherwise now
/// (<see cref="Was"/>), one that took its place (<see cref="ResumeAt"/>), or nowhere (<see cref="Retired"/>).
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class SavedPointAttribute : Attribute
{
    /// <summary>Speaks of a point.</summary>
    /// <param name="name">
    /// Its label, or the full text of its yield: with <see cref="Was"/> as it is today, otherwise as it was saved.
    /// </param>
    public SavedPointAttribute(string name) => Name = name;

    /// <summary>The point.</summary>
    public string Name { get; }

    /// <summary>What the point was called when coroutines were saved.</summary>
    public string? Was { get; set; }

    /// <summary>The point of today at which a coroutine goes on that was saved here.</summary>
    public string? ResumeAt { get; set; }

    /// <summary>Whether what was saved here is refused, with <c>Retired</c> as the reason (rule 259).</summary>
    public bool Retired { get; set; }
}
