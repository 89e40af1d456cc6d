using CoroutineGen.Generator.Lowering.Copying;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering.Unwinding;

/// <summary>All that the lowering of one body knows of exits and unwinding.</summary>
internal sealed class WaysOut
{
    public WaysOut(LoweringContext context, VariableMap variables)
    {
        Exits = new Exits(context, variables, Regions);
        Targets = new JumpTargets(context);
        Held = new HeldResources(variables, context);
        OfCopied = new CopiedExits(Exits, Targets, Caught);
    }

    /// <summary>The regions around the statement that is being lowered.</summary>
    public Regions Regions { get; } = new();

    public Exits Exits { get; }

    public JumpTargets Targets { get; }

    public CaughtExceptions Caught { get; } = new();

    /// <summary>The finally blocks that were moved, each with its clause.</summary>
    public List<(SyntaxNode Clause, MovedFinally Moved)> Moved { get; } = [];

    /// <summary>The resources that the class releases.</summary>
    public HeldResources Held { get; }

    public IExitCodes OfCopied { get; }
}
