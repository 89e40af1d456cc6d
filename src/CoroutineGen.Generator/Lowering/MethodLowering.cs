using System.Collections.Immutable;
using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Copying;
using CoroutineGen.Generator.Lowering.Deciding;
using CoroutineGen.Generator.Lowering.Describing;
using CoroutineGen.Generator.Lowering.Expressions;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Flow;
using CoroutineGen.Generator.Lowering.Forking;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Lowering.Meaning;
using CoroutineGen.Generator.Lowering.Placing;
using CoroutineGen.Generator.Lowering.Printing;
using CoroutineGen.Generator.Lowering.Saving;
using CoroutineGen.Generator.Lowering.Statements;
using CoroutineGen.Generator.Lowering.Unwinding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering;

/// <summary>The door of the lowering: one method in, its step method out. The passes stand here in their order.</summary>
internal static class MethodLowering
{
    /// <param name="method">A declaration that is well formed as a coroutine (the CORO1xxx checks have passed).</param>
    /// <param name="model">The model of its tree, in a compilation that has the skeletons of all coroutines, or the real ones.</param>
    /// <param name="errors">The compiler's errors in the method.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static LoweringResult Lower(
        MethodDeclarationSyntax method, SemanticModel model, ImmutableArray<Diagnostic> errors, CancellationToken cancellation)
        => Lower(method, model, errors, observer: null, cancellation);

    /// <summary>The same, in the sight of somebody who wants to see what each pass makes.</summary>
    internal static LoweringResult Lower(
        MethodDeclarationSyntax method, SemanticModel model, ImmutableArray<Diagnostic> errors, LoweringObserver? observer,
        CancellationToken cancellation)
        => DeepStack.Run(method, () => Passes(method, model, errors, observer, cancellation));

    private static LoweringResult Passes(
        MethodDeclarationSyntax method, SemanticModel model, ImmutableArray<Diagnostic> errors, LoweringObserver? observer,
        CancellationToken cancellation)
    {
        // Where the user's own body is wrong he must see his own errors, once, and none of ours.
        if (!errors.All(e => Unresolved.MayBeMade(e, method, model, cancellation)))
            return new LoweringResult(null, ImmutableArray<Diagnostic>.Empty);
        var context = LoweringContext.Of(method, model, isPartlyKnown: errors.Length > 0, cancellation);
        foreach (var (place, type) in FileLocalTypes.MentionedIn(method, model, cancellation))
            context.Refusals.Add(LoweringDiagnostics.FileLocalTypeUsed, place, type.Name);
        KnownKinds.RefuseOthers(context);
        EarlyFilters.RefuseIn(context);
        if (context.Refusals.Any)
            return Refused();
        var variables = new VariableMap(context);
        var functions = new LocalFunctionMap(context, variables);
        var ways = new WaysOut(context, variables);
        var printer = new VerbatimPrinter(context, variables, functions, ways.OfCopied);
        var builder = new InstructionBuilder();
        var expressions = new ExpressionLowerer(context, variables, printer, builder, ways.Regions);
        var statements = new StatementLowerer(context, variables, printer, builder, expressions, ways);

        var body = builder.Region(statements.LowerBody);
        if (context.Refusals.Any)
            return Refused();
        observer?.Invoke(LoweringPass.Flattened, body);
        Tidy.Run(body);
        EndBody(body, context);
        observer?.Invoke(LoweringPass.Tidied, body);
        var flow = FlowGraph.Of(body);
        var frame = Hoisting.Place(
            body, ways.Held.Blocks, flow, variables, context,
            statements.Constants.Select(c => c.Value).Concat(statements.LocalFunctions.Select(f => f.Code)).Concat(ways.Held.Mentions));
        printer.CheckNamedTexts();
        if (context.Refusals.Any)
            return Refused();
        observer?.Invoke(LoweringPass.Placed, body);
        var points = Layout.Number(body, context.Names, context.Method);
        var fork = ForkPlan.Of(flow, points, variables, context);
        var save = SavePlan.Of(flow, points, variables, ways, context);
        if (context.Refusals.Any)
            return Refused();
        observer?.Invoke(LoweringPass.Numbered, body);
        return new LoweringResult(
            Print(body, flow, frame, points, statements, ways, variables, context) with { Fork = fork, Save = save },
            context.Refusals.Diagnostics)
        {
            IsPartlyKnown = errors.Length > 0,
        };

        LoweringResult Refused() => new(null, context.Refusals.Diagnostics) { IsPartlyKnown = errors.Length > 0 };
    }

    /// <summary>C# wants an end that control can reach to say what it returns.</summary>
    private static void EndBody(List<Instruction> body, LoweringContext context)
    {
        if (!Instructions.EndIsReachable(body))
            return;
        body.Add(context.ResultType is null
            ? new Return(null)
            : new StraightLine(Code.Of("throw new global::System.InvalidOperationException(); // not reachable"))
            {
                NeverCompletes = true,
            });
    }

    private static LoweredBody Print(
        List<Instruction> body, FlowGraph flow, FrameShape frame, List<Suspend> points, StatementLowerer statements, WaysOut ways,
        VariableMap variables, LoweringContext context)
    {
        var plan = StepPlan.Of(body, points, context);
        var names = new StepNames(context.Names);
        var printer = new StepPrinter(plan, names);
        var live = new LiveVariables(variables, context);
        var examples = context.Examples.Functions.Select(f => (Code.Of(f), -1));
        printer.Write(body, statements.Constants, statements.LocalFunctions.Concat(examples));
        return new LoweredBody(
            frame,
            new StepShape(
                names.Signature(plan, printer.Uses),
                printer.Lines,
                plan.Guard,
                plan.Self,
                plan.IsInlined(printer.Lines.Count, hasHandlers: (printer.Uses & StepUses.Handlers) != 0))
            {
                Waits = plan.Waits,
            },
            points.Select(p => Describe(p, live)).ToEquatableArray(),
            points.Count <= LoweredBody.MostPointsDrawn ? FlowEdges.Of(flow) : EquatableArray<FlowEdge>.Empty,
            Print(ways.Held, plan, names))
        {
            BlockName = names.Block,
            HiddenByLocals = VisibleNames.HiddenByLocals(context).ToEquatableArray(),
            ReturnsWhileHolding = ways.Regions.ReturnsWhileHolding,
        };
    }

    private static SuspensionPoint Describe(Suspend point, LiveVariables live) => new(
        point.Point,
        point.Text,
        point.Protection,
        point.CallToken,
        point.Kind == SuspensionKind.Delegate,
        live.At(point));

    private static EquatableArray<HeldResource> Print(HeldResources held, StepPlan plan, StepNames names)
        => held.All.Select(h => h.Block is { } block
            ? new HeldResource(h.Number, h.Outer, null, StepPrinter.Print(block, plan, names))
            : new HeldResource(
                h.Number, h.Outer, new CodePrinter(plan, names, inFinally: false).Print(h.Release), EquatableArray<StepLine>.Empty))
            .ToEquatableArray();
}
