using CoroutineGen.Generator.Lowering.Deciding;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Lowering.Printing;

/// <summary>The names of the step method's own parameters and locals, none of which the user's body mentions.</summary>
/// <param name="names">Takes names that are free.</param>
internal sealed class StepNames(FreshNames names)
{
    public string Frame { get; } = names.Take("f");

    /// <summary>Where a value is handed out.</summary>
    public string Current { get; } = names.Take("current");

    /// <summary>Where the result is left.</summary>
    public string Result { get; } = names.Take("result");

    /// <summary>What the body delegates through.</summary>
    public string Delegator { get; } = names.Take("delegator");

    /// <summary>The point of a coroutine that has ended: a constant of the step.</summary>
    public string Closed { get; } = names.Take("Closed");

    public string Point { get; } = names.Take("point");

    public string How { get; } = names.Take("how");

    public string Sent { get; } = names.Take("sent");

    /// <summary>
    /// Where the step is going to stand; below zero while it runs. Only where a finally must tell a suspension from an end.
    /// </summary>
    public string Next { get; } = names.Take("next");

    /// <summary>The coroutine's own frame, in a flat step.</summary>
    public string Own { get; } = names.Take("own");

    /// <summary>The frames of the calls, in a flat step.</summary>
    public string Frames { get; } = names.Take("frames");

    /// <summary>Where a folded step that is not flat leaves the coroutine of a call of itself.</summary>
    public string Inner { get; } = names.Take("inner");

    /// <summary>What a call of itself has returned, in a folded step.</summary>
    public string Passed { get; } = names.Take("passed");

    /// <summary>Where a flat step goes to a point, begins, and comes back from a call.</summary>
    public string Again { get; } = names.Take("Again");

    public string Start { get; } = names.Take("Start");

    public string Back { get; } = names.Take("Back");

    /// <summary>The parameters of the step: those of these names that it turned out to need.</summary>
    public StepSignature Signature(StepPlan plan, StepUses uses)
    {
        return new(
            Frame,
            plan.IsFlat ? Own : null,
            plan.IsFlat ? Frames : null,
            Used(StepUses.Current, Current),
            plan.HasResult ? Result : null,
            plan.Self == SelfDelegation.Folded ? Inner : null,
            Used(StepUses.Delegator, Delegator),
            Point,
            plan.HasHow ? How : null,
            plan.IsFolded && plan.HasResult ? Passed : null,
            plan.IsSent ? Sent : null)
        {
            Closed = Used(StepUses.Closed, Closed),
        };

        string? Used(StepUses what, string name) => (uses & what) != 0 ? name : null;
    }
}
