using CoroutineGen.CompilerServices;

namespace CoroutineGen.Saving;

/// <summary>A coroutine of any type as saving and restoring meet it.</summary>
internal interface ISaved
{
    /// <summary>The name of its method.</summary>
    string Name { get; }

    /// <summary>What it is saved as; null where it is not saveable.</summary>
    SavedKind? Kind { get; }

    /// <summary>How many calls of itself it has folded.</summary>
    int Depth { get; }

    /// <summary>What it delegates to, if that can be saved; null for nothing.</summary>
    ISaved? Next { get; }

    /// <summary>Looks whether it can be saved, and adds the coroutines that it uses.</summary>
    /// <returns>The number of what it delegates to; -1 for nothing.</returns>
    int Check(Saver saver, int depth);

    /// <summary>Writes the variables of its own frame, or of a call's.</summary>
    void Write(Saver saver, int depth, int inner);

    /// <summary>Of one that is empty: reads where it stands, and its variables.</summary>
    void Read(Restorer from, string point);

    /// <summary>Of one that has been read: gets the coroutines that it uses.</summary>
    /// <returns>The number of what it delegates to; -1 for nothing.</returns>
    int Link(Restorer from);
}
