using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Folding;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;

namespace CoroutineGen.Generator.Lowering.Deciding;

/// <summary>The decisions about a step that are made before it is printed.</summary>
internal sealed record StepPlan
{
    /// <summary>
    /// A pure body of up to this many lines is inlined into its MoveNext; a call of a longer one costs less than its code would.
    /// </summary>
    private const int InlineLines = 80;

    /// <summary>
    /// The same for other bodies, whose lines hold calls; what is inlined is missing in the stack traces of optimized code.
    /// </summary>
    private const int GuardedInlineLines = 24;

    private StepPlan()
    {
    }

    public StepGuard Guard { get; private init; }

    public SelfDelegation Self { get; private init; }

    /// <summary>Whether it is told how it is resumed: where a suspension point is protected.</summary>
    public bool HasHow { get; private init; }

    /// <summary>Whether a finally block must tell a suspension from an exit, by "next".</summary>
    public bool HasNext { get; private init; }

    /// <summary>Whether the body returns a value.</summary>
    public bool HasResult { get; private init; }

    /// <summary>Whether a yield hands out a value: not in a consumer.</summary>
    public bool HandsOut { get; private init; }

    /// <summary>Whether it is given the value that was sent.</summary>
    public bool IsSent { get; private init; }

    /// <summary>Whether delegations are calls of the method itself, in frames of one coroutine.</summary>
    public bool IsFolded => Self != SelfDelegation.No;

    /// <summary>Whether these calls stay within one step, as a loop.</summary>
    public bool IsFlat => Self == SelfDelegation.Flat;

    /// <summary>Whether the coroutine is asynchronous.</summary>
    public bool IsAsync { get; private init; }

    /// <summary>Whether the step may wait.</summary>
    public bool Waits { get; private init; }

    /// <summary>Decides, once all instructions are in their final order.</summary>
    public static StepPlan Of(List<Instruction> body, List<Suspend> points, LoweringContext context)
    {
        var delegations = points.FindAll(p => p.Kind == SuspensionKind.Delegate);
        return new StepPlan
        {
            Guard = context.Waits ? StepGuard.General
                : Purity.IsPure(context) ? StepGuard.None
                : delegations.Count == 0 ? StepGuard.Direct
                : StepGuard.General,
            Self = context.IsAsync ? SelfDelegation.No : FoldPlan.Of(delegations, context),
            IsAsync = context.IsAsync,
            Waits = context.Waits,
            HasHow = points.Exists(p => p.IsProtected),
            HasNext = Instructions.Descendants(body)
                .Any(i => i is TryRegion { Final: not null } region && Instructions.Suspend(region.Body)),
            HasResult = context.ResultType is not null,
            HandsOut = context.Shape.Yield is not null,
            IsSent = context.Shape.Send is not null,
        };
    }

    /// <summary>Whether the step method is marked for inlining.</summary>
    /// <param name="lines">How many lines it has.</param>
    /// <param name="hasHandlers">Whether it has a try statement that was flattened.</param>
    public bool IsInlined(int lines, bool hasHandlers) => Guard switch
    {
        StepGuard.None => lines <= InlineLines,
        StepGuard.Direct => !hasHandlers && lines <= GuardedInlineLines,
        _ => false,
    };
}
