using CoroutineGen.Generator.Lowering.Copying;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;

namespace CoroutineGen.Generator.Lowering.Unwinding;

/// <summary>All that the lowering of one body knows of control that leaves.</summary>
internal sealed class WaysOut
{
    public WaysOut(LoweringContext context, VariableMap variables)
    {
        Exits = new Exits(context, variables, Regions);
        Targets = new JumpTargets(context);
        Held = new HeldResources(variables, context);
        OfCopied = new CopiedExits(Exits, Targets, Caught);
    }

    /// <summary>What surrounds the place that is being lowered.</summary>
    public Regions Regions { get; } = new();

    public Exits Exits { get; }

    public JumpTargets Targets { get; }

    public CaughtExceptions Caught { get; } = new();

    /// <summary>What the guard around the step gives back.</summary>
    public HeldResources Held { get; }

    public IExitCodes OfCopied { get; }
}
