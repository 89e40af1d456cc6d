namespace CoroutineGen.Generator.Lowering.Lowered;

/// <summary>
/// The parameters of a step method by name, in their order: references to what the coroutine keeps, and never the coroutine itself. Null
/// for what the step does not need.
/// </summary>
/// <param name="Frame">The frame: "f" unless the user's body says f itself.</param>
/// <param name="Own">
/// The coroutine's own frame where a folded body is flat: where its calls of itself go on within the step, which therefore takes all
/// frames. The frame that runs is a local then.
/// </param>
/// <param name="Frames">The frames of the calls, in a flat step.</param>
/// <param name="Current">Where a value is handed out; null where none is, as in a consumer.</param>
/// <param name="Result">Where the result is left.</param>
/// <param name="Inner">Where a folded step that is not flat leaves the coroutine of a call of itself.</param>
/// <param name="Delegator">What it delegates through, unless it is folded.</param>
/// <param name="Point">The point to go on from.</param>
/// <param name="How">How it is entered; null where no point is protected.</param>
/// <param name="Passed">What the call of itself has returned that a folded step goes on after.</param>
/// <param name="Sent">The value sent; null for a one-way coroutine.</param>
internal sealed record StepSignature(
    string Frame,
    string? Own,
    string? Frames,
    string? Current,
    string? Result,
    string? Inner,
    string? Delegator,
    string Point,
    string? How,
    string? Passed,
    string? Sent)
{
    /// <summary>What an asynchronous step suspends through; null for a synchronous one.</summary>
    public string? Suspender { get; init; }

    /// <summary>A constant of the step for the point of a coroutine that has ended; null where it never says that.</summary>
    public string? Closed { get; init; }
}
