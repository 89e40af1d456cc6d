using CoroutineGen.Generator.Lowering.Deciding;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Lowering.Printing;

/// <summary>The names of the step method's own parameters and locals, none of which the user's body mentions.</summary>
/// <param name="names">Takes names that are free.</param>
internal sealed class StepNames(FreshNames names)
{
    /// <summary>The frame: in a flat step, that of the innermost call.</summary>
    public string Frame { get; } = names.Take("f");

    /// <summary>A reference to where the yielded value is stored.</summary>
    public string Current { get; } = names.Take("current");

    /// <summary>A reference to where the returned value is stored.</summary>
    public string Result { get; } = names.Take("result");

    /// <summary>What the body delegates through.</summary>
    public string Delegator { get; } = names.Take("delegator");

    /// <summary>What an asynchronous body suspends through: yields and delegations.</summary>
    public string Suspender { get; } = names.Take("suspend");

    /// <summary>The point of a coroutine that has ended: a constant of the step.</summary>
    public string Closed { get; } = names.Take("Closed");

    /// <summary>The suspension point to resume at; 0 to begin.</summary>
    public string Point { get; } = names.Take("point");

    /// <summary>How it is resumed: with a value, an exception or a close.</summary>
    public string How { get; } = names.Take("how");

    /// <summary>The value that was sent.</summary>
    public string Sent { get; } = names.Take("sent");

    /// <summary>
    /// What the step is about to return; below zero while it runs. Only where a finally block must tell a suspension from an exit.
    /// </summary>
    public string Next { get; } = names.Take("next");

    /// <summary>The frame of the outermost call, in a flat step.</summary>
    public string Own { get; } = names.Take("own");

    /// <summary>The stack of frames, in a flat step.</summary>
    public string Frames { get; } = names.Take("frames");

    /// <summary>Where a folded step that is not flat stores the coroutine that a call of itself has made.</summary>
    public string Inner { get; } = names.Take("inner");

    /// <summary>The value that a call of itself has returned, in a folded step.</summary>
    public string Passed { get; } = names.Take("passed");

    /// <summary>The label of the dispatch of a flat step: it resumes a caller at its point.</summary>
    public string Again { get; } = names.Take("Again");

    /// <summary>The label where a call begins, in a flat step.</summary>
    public string Start { get; } = names.Take("Start");

    /// <summary>The label where a call returns to its caller, in a flat step.</summary>
    public string Back { get; } = names.Take("Back");

    /// <summary>The parameter of the method with the finally blocks that says which one is to run.</summary>
    public string Block { get; } = names.Take("block");

    /// <summary>The parameters of the step: those of these names that it turned out to need.</summary>
    // (ref LinesLocals f, ref string current, ref Returned<int> result, int point, Unwinding how)
    public StepSignature Signature(StepPlan plan, StepUses uses)
    {
        return new(
            Frame,
            plan.IsFlat ? Own : null,
            plan.IsFlat ? Frames : null,
            Used(StepUses.Current, Current),
            plan.HasResult ? Result : null,
            plan.Self == SelfDelegation.Folded ? Inner : null,
            plan.IsAsync ? null : Used(StepUses.Delegator, Delegator),
            Point,
            plan.HasHow ? How : null,
            plan.IsFolded && plan.HasResult ? Passed : null,
            plan.IsSent ? Sent : null)
        {
            Closed = Used(StepUses.Closed, Closed),
            Suspender = plan.Waits || (plan.IsAsync && (uses & StepUses.Delegator) != 0) ? Suspender : null,
        };

        string? Used(StepUses what, string name) => (uses & what) != 0 ? name : null;
    }
}
