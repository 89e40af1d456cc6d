using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Analyzers.Usage.Flow;

/// <summary>
/// The variables of one graph that are followed: its own locals and the captures of the compiler. A local that a nested function sees, or
/// that is written by reference, is not followed: what it holds is foreign.
/// </summary>
internal sealed class Variables
{
    private readonly Dictionary<ILocalSymbol, int> _locals = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<CaptureId, int> _captures = [];
    private readonly Dictionary<CaptureId, ILocalSymbol?> _places = [];
    private readonly HashSet<ILocalSymbol> _open = new(SymbolEqualityComparer.Default);

    public Variables(ControlFlowGraph graph)
    {
        AddLocals(graph.Root);
        foreach (var operation in Operations(graph))
            Read(operation);
        foreach (var function in Nested(graph))
            OpenAll(function);
        foreach (var local in _open)
            _locals.Remove(local);
        int next = 0;
        foreach (var local in _locals.Keys.ToArray())
            _locals[local] = next++;
        foreach (var capture in _captures.Keys.ToArray())
            _captures[capture] = next++;
        Count = next;
    }

    public int Count { get; }

    /// <summary>The number of a variable; null where it is not followed.</summary>
    public int? Of(IOperation reference) => reference switch
    {
        ILocalReferenceOperation local when _locals.TryGetValue(local.Local, out int i) => i,
        IFlowCaptureReferenceOperation capture when _captures.TryGetValue(capture.Id, out int i) => i,
        _ => null,
    };

    public int Of(CaptureId capture) => _captures[capture];

    /// <summary>The variable that an assignment writes, also through a capture of it.</summary>
    public int? Target(IOperation target)
    {
        if (target is IFlowCaptureReferenceOperation capture)
            return _places.TryGetValue(capture.Id, out var local) && local is not null && _locals.TryGetValue(local, out int i) ? i : null;
        return Of(target);
    }

    /// <summary>All operations of a graph, without those of nested functions.</summary>
    public static IEnumerable<IOperation> Operations(ControlFlowGraph graph)
        => graph.Blocks.SelectMany(block => block.BranchValue is { } value ? block.Operations.Append(value) : block.Operations)
            .SelectMany(operation => operation.DescendantsAndSelf());

    /// <summary>The graphs of the functions that stand in a graph, at any depth.</summary>
    public static IEnumerable<ControlFlowGraph> Nested(ControlFlowGraph graph)
        => graph.LocalFunctions.Select(function => graph.GetLocalFunctionControlFlowGraph(function))
            .Concat(Operations(graph).OfType<IFlowAnonymousFunctionOperation>()
                .Select(function => graph.GetAnonymousFunctionControlFlowGraph(function)));

    private void AddLocals(ControlFlowRegion region)
    {
        foreach (var local in region.Locals)
            _locals[local] = 0;
        foreach (var nested in region.NestedRegions)
            AddLocals(nested);
    }

    private void Read(IOperation operation)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local when IsOpen(local):
                _open.Add(local.Local);
                break;
            case IFlowCaptureOperation capture:
                _captures[capture.Id] = 0;
                var place = (capture.Value as ILocalReferenceOperation)?.Local;
                bool isOther = _places.TryGetValue(capture.Id, out var known) && !SymbolEqualityComparer.Default.Equals(known, place);
                _places[capture.Id] = isOther ? null : place;
                break;
        }
    }

    private void OpenAll(ControlFlowGraph function)
    {
        foreach (var local in Operations(function).OfType<ILocalReferenceOperation>())
            _open.Add(local.Local);
        foreach (var nested in Nested(function))
            OpenAll(nested);
    }

    /// <summary>Whether the local is written otherwise than by a plain assignment.</summary>
    private static bool IsOpen(ILocalReferenceOperation local)
    {
        if (local.Local.RefKind != RefKind.None)
            return true;
        switch (local.Parent)
        {
            case ISimpleAssignmentOperation assignment:
                return assignment.IsRef;
            case IArgumentOperation argument:
                return argument.Parameter is not { RefKind: RefKind.None };
            case IAddressOfOperation or IDeclarationExpressionOperation or IDeconstructionAssignmentOperation:
                return true;
            case ITupleOperation tuple:
                IOperation outer = tuple;
                while (outer.Parent is ITupleOperation or IDeclarationExpressionOperation)
                    outer = outer.Parent;
                return outer.Parent is IDeconstructionAssignmentOperation deconstruction && deconstruction.Target == outer;
            default:
                return local.IsDeclaration;
        }
    }
}
