using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Flow;
using CoroutineGen.Generator.Lowering.Forking;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Lowering.Unwinding;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Saving;

/// <summary>
/// Decides what is saved at each point, and refuses what cannot be. Saved are the parameters, and what may be read again: liveness keeps a
/// stream that is used up before the yield from being in the way. Nothing is saved by a number that generated code has given.
/// </summary>
// Charge: var paid = yield(sum); F(id);    ---->  at "Charge": id
internal sealed class SavePlan
{
    private readonly FlowGraph _flow;
    private readonly VariableMap _variables;
    private readonly WaysOut _ways;
    private readonly LoweringContext _context;
    private readonly HashSet<Variable> _refused = [];
    private readonly Dictionary<VariableScope, ILookup<SwitchSectionSyntax?, Variable>> _captured = [];

    private SavePlan(FlowGraph flow, VariableMap variables, WaysOut ways, LoweringContext context)
    {
        _flow = flow;
        _variables = variables;
        _ways = ways;
        _context = context;
    }

    /// <summary>What is saved.</summary>
    /// <returns>Null for a body that is not declared to be saveable.</returns>
    public static SaveShape? Of(FlowGraph flow, List<Suspend> points, VariableMap variables, WaysOut ways, LoweringContext context)
    {
        if (!context.IsSaveable)
        {
            PointNames.CheckLabels(context);
            return null;
        }
        SavedDeclarations.Check(context);
        // Of a generic coroutine nothing more can be said: its types are not known.
        if (SavedDeclarations.IsGeneric(context.Symbol))
            return null;
        var plan = new SavePlan(flow, variables, ways, context);
        var places = points.Select(p => Places.Of(p, context)).ToList();
        PointNames.Check(places.Select(p => (p, PointNames.Of(p).Name)), context);
        var saved = points.Select((p, i) => plan.At(p, places[i])).Prepend(plan.AtStart()).ToEquatableArray();
        return SavedHistory.Of(context).Of(new SaveShape(
            SavedSayings.NameOf(context.Symbol, context.Yield),
            context.Shape.Yield is { } yielded ? SavedTypeNames.Of(yielded) : null,
            context.Shape.Send is { } sent ? SavedTypeNames.Of(sent) : null,
            context.ResultType is { } result ? SavedTypeNames.Of(result) : null,
            saved,
            SavedVariables.OfValue("(current)", "CurrentValue", context.Shape.Yield),
            SavedVariables.OfValue("(result)", "result", context.ResultType)));
    }

    private SavedPoint AtStart()
    {
        var live = new HashSet<Variable>(_flow.LiveAtStart);
        // The environment of captured parameters is made by the first step, from the fields that the constructor has set.
        var all = _variables.Parameters.SelectMany(p => SaveParameter(p, p.StoredName, live.Contains(p) || p.IsCaptured, DeclarationOf(p)));
        return new SavedPoint(0, SaveShape.Start, IsLabel: false, InnerType: null, Inner: null, Held: 0, all.ToEquatableArray());
    }

    private SavedPoint At(Suspend point, SyntaxNode place)
    {
        _refused.UnionWith(ResourcesHeld.Check(place, _variables, _context));
        var live = LiveFrame.ReadAfter(point, _flow);
        var (name, isLabel) = PointNames.Of(place);
        var inner = point.Kind == SuspensionKind.Delegate ? SavedDelegations.TypeAt(place, _context) : null;
        var loops = new SavedLoops(place, _variables, _context);
        var exits = new SavedExits(place, _ways);
        var scopes = VariableScopes.Around(place, _context.Method).Select(_variables.FindScope).OfType<VariableScope>()
            .Where(s => s.HasEnvironment).Reverse().ToList();
        // A lambda or a local function may read what it captures wherever it is called: all that is in scope is live.
        var captured = scopes.SelectMany(s => CapturedAt(place, s)).ToList();
        var parameters = _variables.Parameters.SelectMany(p
            => SaveParameter(p, SavedVariables.PathOf(p), live.Contains(p) || p.IsCaptured || loops.Sources.Contains(p), place));
        var others = live.Where(v => v.Storage == Storage.Frame).Concat(captured).Concat(loops.Sources).Distinct()
            .Where(v => IsInScope(v, place) && !v.IsParameter && v.Role != FieldRole.Held)
            .Where(v => !loops.Own.Contains(v) && !exits.Own.Contains(v))
            .OrderBy(v => v.Declaration!.SpanStart).ThenBy(v => v.Name, StringComparer.Ordinal)
            .SelectMany(v => Save(v, place));
        var all = parameters.Concat(others).Concat(loops.Variables).Concat(exits.Variables).ToEquatableArray();
        if (all.GroupBy(v => v.Name).FirstOrDefault(named => named.Count() > 1) is { } several)
            throw new InvalidOperationException($"'{several.Key}' would be saved {several.Count()} times at '{name}'.");
        return new SavedPoint(
            point.Point, name, isLabel, inner is null
                ? null : SavedTypeNames.Of(inner), inner is null ? null : SavedDelegations.TextOf(inner),
            point.Held, all)
        {
            HasKind = inner is not null && SaveTypes.HasKind(inner),
            Loops = loops.All,
            Scopes = scopes.Select(s => new SavedScope(s.FieldName, s.ClassName)).ToEquatableArray(),
            Errors = exits.Errors,
        };
    }

    /// <summary>
    /// Whether a place is in the section whose label declares a variable: from any other it is assigned before it is read, also where the
    /// end of a try statement, which is not reached, stands before that section.
    /// </summary>
    private static bool IsInScope(Variable variable, SyntaxNode place)
        => VariableScopes.SectionOf(variable) is not { } section || section.Span.Contains(place.Span);

    private IEnumerable<Variable> CapturedAt(SyntaxNode place, VariableScope scope)
    {
        if (!_captured.TryGetValue(scope, out var bySection))
            _captured.Add(
                scope, bySection = scope.Variables.Where(v => v.Storage == Storage.Environment).ToLookup(VariableScopes.SectionOf));
        return bySection[null].Concat(place.Ancestors().OfType<SwitchSectionSyntax>().SelectMany(s => bySection[s]));
    }

    private IEnumerable<SavedVariable> SaveParameter(Variable parameter, string path, bool isRead, SyntaxNode place)
    {
        if (parameter.Symbol!.GetAttributes().Any(KnownSymbols.IsSupplied))
            return [new SavedVariable(parameter.Name, SavedTypeNames.Of(parameter.TypeSymbol!), path, parameter.Type, SaveWay.Supplied)
            {
                IsParameter = true,
            }];
        if (_context.IsAsync && TokenParameters.Of(_context.Method)?.Identifier.ValueText == parameter.Symbol.Name)
            return [new SavedVariable(parameter.Name, SavedTypeNames.Of(parameter.TypeSymbol!), path, parameter.Type, SaveWay.Token)
            {
                IsParameter = true,
            }];
        if (SaveTypes.WhyNot(parameter.TypeSymbol!) is null)
            return SavedVariables.Of(parameter, path).Select(v => v with { IsParameter = true });
        if (isRead)
            Refuse(parameter, place);
        return [];
    }

    private IEnumerable<SavedVariable> Save(Variable variable, SyntaxNode place)
    {
        // What a finally block that was moved keeps while its try block runs: nothing yet.
        if (variable is { Symbol: null, Role: FieldRole.Exit } || (variable is { Symbol: null, Role: FieldRole.Error }
            && IsOfMoved(variable)))
            return [];
        if (variable.Symbol is not null && variable.TypeSymbol is { } type && SaveTypes.WhyNot(type) is null)
            return SavedVariables.Of(variable, SavedVariables.PathOf(variable));
        Refuse(variable, place);
        return [];
    }

    private bool IsOfMoved(Variable error) => _ways.Moved.Any(m => m.Moved.Error == error);

    private void Refuse(Variable variable, SyntaxNode place)
    {
        if (!_refused.Add(variable))
            return;
        if (variable.Role == FieldRole.Error || IsCaught(variable))
            _context.Refusals.Add(SaveDiagnostics.ExceptionUsed, place, variable.Symbol is null
                ? "that 'throw;' throws" : $"'{variable.Name}'");
        else if (variable.Symbol is null)
            _context.Refusals.Add(SaveDiagnostics.OperandKept, place, Places.NameOf(variable));
        else if (variable.TypeSymbol is { } type)
            _context.Refusals.Add(
                SaveDiagnostics.NotSaved, place, variable.Description, type.ToMinimalDisplayString(_context.Model, place.SpanStart),
                SaveTypes.WhyNot(type) ?? "not known");
    }

    private SyntaxNode DeclarationOf(Variable parameter)
        => parameter.Symbol!.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_context.Cancellation) ?? _context.Method;

    private static bool IsCaught(Variable variable) => variable.Declaration is CatchDeclarationSyntax;
}
