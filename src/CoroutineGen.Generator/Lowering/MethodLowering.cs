using System.Collections.Immutable;
using CoroutineGen.Generator.Diagnostics;
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
        => DeepStack.Run(method, () => Passes(method, model, errors, cancellation));

    private static LoweringResult Passes(
        MethodDeclarationSyntax method, SemanticModel model, ImmutableArray<Diagnostic> errors, CancellationToken cancellation)
    {
        // Where the user's own body is wrong he must see his own errors, once, and none of ours.
        if (!errors.All(e => Unresolved.MayBeMade(e, method, model, cancellation)))
            return new LoweringResult(null, ImmutableArray<Diagnostic>.Empty);
        var context = new LoweringContext(method, model, isPartlyKnown: errors.Length > 0, cancellation);
        foreach (var (place, type) in FileLocalTypes.MentionedIn(method, model, cancellation))
            context.Refuse(LoweringDiagnostics.FileLocalTypeUsed, place, type.Name);
        KnownKinds.RefuseOthers(context);
        if (context.Refused)
            return Refused();
        var variables = new VariableMap(context);
        var functions = new LocalFunctionMap(context, variables);
        var exits = new Exits(context, variables);
        var protections = new Protections(exits);
        var printer = new VerbatimPrinter(context, variables, functions, exits);
        var emitter = new Emitter();
        var expressions = new ExpressionLowerer(context, variables, printer, emitter, protections);
        var holdings = new Holdings(variables, context);
        var statements = new StatementLowerer(context, variables, printer, emitter, expressions, exits, protections, holdings);

        var body = emitter.Region(statements.LowerBody);
        if (context.Refused)
            return Refused();
        Tidy.Run(body);
        EndBody(body, context, exits);
        var (fields, scopes) = Hoisting.Place(
            body, variables, context,
            statements.Constants.Select(c => c.Value).Concat(statements.LocalFunctions.Select(f => f.Code)).Concat(holdings.Mentions));
        printer.CheckNamedTexts();
        if (context.Refused)
            return Refused();
        var points = Layout.Number(body, context.Names, context.Method);
        return new LoweringResult(Print(body, fields, scopes, points, statements, variables, context), context.Diagnostics)
        {
            IsPartlyKnown = errors.Length > 0,
        };

        LoweringResult Refused() => new(null, context.Diagnostics) { IsPartlyKnown = errors.Length > 0 };
    }

    /// <summary>C# wants an end that control can reach to say what it returns.</summary>
    private static void EndBody(List<Instruction> body, LoweringContext context, Exits exits)
    {
        if (!Instructions.EndIsReachable(body))
            return;
        body.Add(context.Symbol.ReturnsVoid
            ? new Run(exits.Return(null)) { Leaves = true }
            : new Run(Code.Of("throw new global::System.InvalidOperationException(); // not reachable")) { Leaves = true });
    }

    private static LoweredBody Print(
        List<Instruction> body, List<FrameField> fields, List<ScopeClass> scopes, List<Suspend> points, StatementLowerer statements,
        VariableMap variables, LoweringContext context)
    {
        bool isPure = Purity.IsPure(context);
        bool hasNext = Instructions.Descendants(body)
            .Any(i => i is TryRegion { Final: not null } region && Instructions.Suspend(region.Body));
        var delegations = points.FindAll(p => p.Kind == SuspensionKind.Delegate);
        bool isFolded = delegations.Count > 0 && delegations.TrueForAll(d => d.CallsItself && d.Guards == Guards.None)
            && !SelfCall.ReturnsThroughFinally(context.Method);
        bool isFlat = isFolded && delegations.TrueForAll(d => d.TakesFrames);
        bool hasHow = points.Exists(p => p.Guards != Guards.None);
        var names = new StepNames(context.Names, hasNext, isFolded, isFlat);
        var writer = new StepWriter(names, hasHow, !context.Symbol.ReturnsVoid, handsOut: context.Shape.Yield is not null);
        var examples = context.Examples.Functions.Select(f => (Code.Of(f), -1));
        writer.Write(body, statements.Constants, statements.LocalFunctions.Concat(examples), isPure);
        return new LoweredBody(
            fields.ToEquatableArray(),
            scopes.ToEquatableArray(),
            points
                .Select(p => new SuspensionPoint(p.Point, p.Text, FlagsOf(p.Guards), p.CallToken, LiveVariables.At(p, variables, context))
                {
                    IsDelegation = p.Kind == SuspensionKind.Delegate,
                })
                .ToEquatableArray(),
            Flow.Of(body),
            writer.Lines,
            SignatureOf(names, hasHow, isPure, body, points, context),
            isPure,
            delegations.Count > 0,
            isFolded,
            statements.Holdings.Held?.PlacedName,
            statements.Holdings.All
                .Select(h => new HeldResource(h.Number, h.Outer, new CodePrinter(names, inFinally: false).Print(h.Release)))
                .ToEquatableArray())
        {
            HasHandlers = Instructions.Descendants(body).Any(i => i is TryRegion),
            HiddenByLocals = VisibleNames.HiddenByLocals(context).ToEquatableArray(),
        };
    }

    private static StepSignature SignatureOf(
        StepNames names, bool hasHow, bool isPure, List<Instruction> body, List<Suspend> points, LoweringContext context)
    {
        bool hasResult = !context.Symbol.ReturnsVoid;
        return new(
            names.Frame,
            names.IsFlat ? names.Own : null,
            names.IsFlat ? names.Frames : null,
            context.Shape.Yield is not null && points.Exists(p => p.Kind == SuspensionKind.Yield) ? names.Current : null,
            hasResult ? names.Result : null,
            names.IsFolded && !names.IsFlat ? names.Inner : null,
            !names.IsFolded && points.Exists(p => p.Kind == SuspensionKind.Delegate) ? names.Delegator : null,
            names.Point,
            hasHow ? names.How : null,
            names.IsFolded && hasResult ? names.Passed : null,
            context.Shape.Send is null ? null : names.Sent)
        {
            Closed = isPure || names.IsFlat || Instructions.Descendants(body).Any(Instructions.Returns) ? names.Closed : null,
        };
    }

    private static EquatableArray<string> FlagsOf(Guards guards)
        => new[] { Guards.Catch, Guards.Finally, Guards.Exit }.Where(g => (guards & g) != 0).Select(g => g.ToString()).ToEquatableArray();
}

/// <summary>What lowering has to say of a method.</summary>
/// <param name="Body">The step method, or null where the body is refused or does not bind.</param>
/// <param name="Diagnostics">Why it is refused, each at its exact place: CORO2xxx. Empty where the user's own code has errors.</param>
internal sealed record LoweringResult(LoweredBody? Body, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether the body mentions what another generator may make: it was lowered as far as can be said without.</summary>
    public bool IsPartlyKnown { get; init; }
}
