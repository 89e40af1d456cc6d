using System.Text;
using CoroutineGen.Generator.Caching;

namespace CoroutineGen.Generator.Lowering.Lowered;

/// <summary>The step method, and what the class around it has to know of that.</summary>
/// <param name="Signature">Its parameters.</param>
/// <param name="Lines">Its statements, without its signature and outer braces.</param>
/// <param name="Guard">What it runs under.</param>
/// <param name="Self">What becomes of its delegations to itself.</param>
/// <param name="IsInlined">Whether its code goes into whatever calls it.</param>
internal sealed record StepShape(
    StepSignature Signature, EquatableArray<StepLine> Lines, StepGuard Guard, SelfDelegation Self, bool IsInlined)
{
    /// <summary>Whether its inner coroutines are frames of the outermost.</summary>
    public bool IsFolded => Self != SelfDelegation.No;

    /// <summary>Whether it is an async method, since the body awaits something besides its yields.</summary>
    public bool Waits { get; init; }
}

/// <summary>What a step runs under.</summary>
internal enum StepGuard
{
    /// <summary>Nothing, not even a running mark: nothing in the body can throw, call out or be protected.</summary>
    None,

    /// <summary>The guard of a body that never delegates, which inlines into a foreach.</summary>
    Direct,

    /// <summary>The guard that also asks what is delegated to.</summary>
    General,
}

/// <summary>What becomes of delegations to the method itself.</summary>
internal enum SelfDelegation
{
    /// <summary>There are none, or others too, or something surrounds them: each makes a coroutine.</summary>
    No,

    /// <summary>The step leaves the coroutine of a call of itself, whose frame becomes one of the outermost.</summary>
    Folded,

    /// <summary>They go on within the step, in frames of its own.</summary>
    Flat,
}

/// <summary>One line of the step method.</summary>
/// <param name="Indent">Its depth, in levels, below the step method's body; -1 for a label of the outermost level.</param>
/// <param name="Text">Its text without indentation; it may span lines where a string of the user's does.</param>
/// <param name="Token">
/// The index, within the method declaration, of the user's token that the line begins with, or -1 for plumbing, which is hidden from
/// debuggers. An index rather than a line number, so that lowered text stays good when only comments and white space change.
/// </param>
internal sealed record StepLine(int Indent, string Text, int Token)
{
    /// <summary>Where in the text the type of the frame belongs, whose name emission chooses: in the order of the text.</summary>
    public EquatableArray<int> FrameTypes { get; init; } = EquatableArray<int>.Empty;

    /// <summary>The text with the type of the frame in its places.</summary>
    public string With(string frameType)
    {
        if (FrameTypes.Count == 0)
            return Text;
        var text = new StringBuilder(Text);
        for (int i = FrameTypes.Count - 1; i >= 0; i--)
            text.Insert(FrameTypes[i], frameType);
        return text.ToString();
    }
}
