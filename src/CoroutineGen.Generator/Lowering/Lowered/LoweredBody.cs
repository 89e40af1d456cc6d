using CoroutineGen.Generator.Caching;

namespace CoroutineGen.Generator.Lowering.Lowered;

/// <summary>What lowering makes of one method body: text and facts, nothing that refers to a compilation.</summary>
/// <param name="Frame">The variables that live across suspensions.</param>
/// <param name="Step">The step method.</param>
/// <param name="Points">The suspension points, numbered from 1 in the order of the text.</param>
/// <param name="Flow">Which point can follow which; empty where there are more than <see cref="MostPointsDrawn"/>.</param>
/// <param name="Held">What the guard around the step gives back where the body fails, or ends within: by number.</param>
internal sealed record LoweredBody(
    FrameShape Frame,
    StepShape Step,
    EquatableArray<SuspensionPoint> Points,
    EquatableArray<FlowEdge> Flow,
    EquatableArray<HeldResource> Held)
{
    /// <summary>
    /// With more points than that a diagram shows nothing to anybody, and may have as many arrows as there are pairs of points.
    /// </summary>
    public const int MostPointsDrawn = 40;

    /// <summary>Whether a return may leave the body while it holds something; a body that runs to its end holds nothing there.</summary>
    public bool ReturnsWhileHolding { get; init; }

    /// <summary>The parameter that says which finally block is to run, in the method that has those that are held.</summary>
    public string BlockName { get; init; } = "";

    /// <summary>What a fork has to do beyond copying the frame; null where the coroutine cannot be forked.</summary>
    public ForkShape? Fork { get; init; }

    /// <summary>What is saved of it, by name; null where the coroutine cannot be saved.</summary>
    public SaveShape? Save { get; init; }

    /// <summary>Names that the struct of the frame cannot have, because they mean something else in the containing type.</summary>
    public EquatableArray<string> HiddenByLocals { get; init; } = EquatableArray<string>.Empty;
}

/// <summary>A place where the coroutine waits.</summary>
/// <param name="Number">Its point, from 1.</param>
/// <param name="Text">The user's own expression on one line, shortened where long: "yield(average)".</param>
/// <param name="Protection">What surrounds it.</param>
/// <param name="Token">
/// The index, within the method declaration, of the expression's first token: where it stands in the user's file.
/// </param>
/// <param name="IsDelegation">Whether it waits for another coroutine, or for a sequence.</param>
/// <param name="Variables">The variables that live across it, for debuggers.</param>
internal sealed record SuspensionPoint(
    int Number, string Text, Protection Protection, int Token, bool IsDelegation, EquatableArray<LiveVariable> Variables);

/// <summary>A variable as a debugger shows it.</summary>
/// <param name="Name">The user's name for it.</param>
/// <param name="Path">The field of the frame that holds it, or "scope1.x" for a field of an environment.</param>
internal sealed record LiveVariable(string Name, string Path);

/// <summary>A step from one suspension to the next.</summary>
/// <param name="From">The number of a point; 0 for the start.</param>
/// <param name="To">The number of a point, or <see cref="End"/>.</param>
/// <param name="IsUnwinding">Only an exception or a close leads there.</param>
internal sealed record FlowEdge(int From, int To, bool IsUnwinding)
{
    public const int End = int.MaxValue;
}

/// <summary>What the body holds somewhere: an enumerator, the resource of a using, or a finally block that waits for its turn.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Outer">The number of what is held around it; 0 for nothing.</param>
/// <param name="Release">
/// The statement that gives it back, with the frame under the name that it has in the step; null for a finally block.
/// </param>
/// <param name="Block">The statements of the finally block; empty for a resource.</param>
internal sealed record HeldResource(int Number, int Outer, string? Release, EquatableArray<StepLine> Block);
