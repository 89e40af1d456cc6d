using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Flow;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering.Forking;

/// <summary>
/// Decides what a fork does for each variable at each point. The frame is copied as it is; what must not be shared is looked at only where
/// it is live, since a field keeps what a loop that has ended has left in it.
/// </summary>
// foreach (int n in Numbers()) yield(n);     ---->  at point 1 the enumerator is a coroutine: its twin
// int n = 0; yield(() => n); n++;            ---->  at point 1 the environment: a new one
internal sealed class ForkPlan
{
    private readonly VariableMap _variables;
    private readonly LoweringContext _context;
    private readonly Dictionary<(string? Scope, string Field, ForkWay Way), (Variable Variable, ITypeSymbol? Type, SortedSet<int> Points)>
        _found = [];
    private readonly HashSet<Variable> _resources;
    private readonly HashSet<Variable> _refused = [];

    private ForkPlan(VariableMap variables, LoweringContext context, HashSet<Variable> resources)
    {
        _variables = variables;
        _context = context;
        _resources = resources;
    }

    /// <summary>What a fork has to do; refuses what it cannot.</summary>
    /// <returns>Null for a body that is not declared to be forkable.</returns>
    public static ForkShape? Of(FlowGraph flow, List<Suspend> points, VariableMap variables, LoweringContext context)
    {
        if (!context.IsForkable)
            return null;
        var plan = new ForkPlan(variables, context, Resources.Check(points, variables, context));
        plan.AddStart(flow);
        foreach (var point in points)
            plan.Add(point, flow);
        foreach (var point in points)
            Delegations.Check(point, context);
        KeptClosures.Check(points, flow, variables, context);
        SharedWrites.Check(points, flow, variables, context);
        return plan.ToShape(points.Count);
    }

    private void AddStart(FlowGraph flow)
    {
        var live = new HashSet<Variable>(flow.LiveAtStart);
        // The environment of captured parameters is made by the first step, from the fields that the constructor has set.
        foreach (var parameter in _variables.Parameters.Where(v => live.Contains(v) || v.IsCaptured))
            Add(parameter, scope: null, parameter.StoredName, 0);
    }

    private void Add(Suspend point, FlowGraph flow)
    {
        var place = Places.Of(point, _context);
        foreach (var variable in LiveFrame.ReadAfter(point, flow).Where(v => v.Storage == Storage.Frame))
        {
            if (variable.Role == FieldRole.Made && Places.IsMadeAround(variable, place))
                _context.Refusals.Add(ForkDiagnostics.BeingMade, place, Places.NameOf(variable));
            Add(variable, scope: null, variable.StoredName, point.Point);
        }
        // A lambda or a local function may read what it captures wherever it is called: all that is in scope is live.
        foreach (var node in VariableScopes.Around(place, _context.Method))
        {
            if (_variables.FindScope(node) is not { HasEnvironment: true } scope)
                continue;
            Points(null, scope.FieldName, ForkWay.Environment, scope.Variables[0], null).Add(point.Point);
            foreach (var variable in scope.Variables.Where(v => v.Storage == Storage.Environment))
                Add(variable, scope.FieldName, variable.StoredName, point.Point);
        }
    }

    private void Add(Variable variable, string? scope, string field, int point)
    {
        // Numbers, and exceptions that wait: generated code alone keeps them.
        if (variable.TypeSymbol is not { } type)
            return;
        var way = _resources.Contains(variable) ? ForkTypes.OfResource(type)
            : variable.Role == FieldRole.Enumerator ? ForkTypes.OfEnumerator(type)
            : ForkTypes.Of(type);
        // A box is copied with what it holds; only the run time could know a coroutine in it, and refuses that.
        if (way is null || (variable.Example is not null && way == ForkWay.Own))
            Refuse(variable, type);
        else if (variable.Example is not null)
            Points(scope, field, ForkWay.Box, variable, type).Add(point);
        else if (way != ForkWay.Value || variable.HoldsReferences)
            Points(scope, field, way.Value, variable, type).Add(point);
    }

    private SortedSet<int> Points(string? scope, string field, ForkWay way, Variable variable, ITypeSymbol? type)
    {
        if (!_found.TryGetValue((scope, field, way), out var entry))
            _found.Add((scope, field, way), entry = (variable, type, []));
        return entry.Points;
    }

    private void Refuse(Variable variable, ITypeSymbol type)
    {
        // A resource is refused at the yields across which it is held.
        if (!_resources.Contains(variable) && _refused.Add(variable))
            Places.Refuse(variable, type, _context);
    }

    private ForkShape ToShape(int last)
    {
        var all = _found.OrderBy(f => f.Key.Scope is null ? 0 : 1).Select(f => new ForkedVariable(
            f.Key.Scope,
            f.Key.Field,
            f.Key.Way == ForkWay.Environment ? "" : f.Value.Variable.Type,
            f.Value.Variable.Symbol is null && f.Key.Way != ForkWay.Own ? null : Places.NameOf(f.Value.Variable),
            f.Key.Way,
            // There is no environment yet at the start.
            f.Value.Points.Count > (f.Key is { Scope: null, Way: not ForkWay.Environment } ? last : last - 1)
                ? EquatableArray<int>.Empty
                : f.Value.Points.ToEquatableArray())).ToList();
        return new ForkShape(
            all.Where(v => v.Way != ForkWay.Value).ToEquatableArray(),
            all.Where(v => v.Way is not (ForkWay.Environment or ForkWay.Box)).ToEquatableArray());
    }
}
