using CoroutineGen.Generator.Analyzers.Usage.Subjects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Analyzers.Usage.Flow;

/// <summary>What the analysis of one graph writes down, over all of its rounds.</summary>
internal sealed class FlowLog
{
    private readonly Dictionary<IOperation, Observation> _uses = [];
    private readonly Dictionary<IInvocationOperation, int> _numbers = [];
    private readonly List<Site> _sites = [];

    public FlowLog(ControlFlowGraph graph, Factories factories)
    {
        var captured = new Dictionary<CaptureId, int>();
        foreach (var block in graph.Blocks)
            foreach (var operation in block.BranchValue is { } value ? block.Operations.Append(value) : block.Operations)
                foreach (var call in operation.DescendantsAndSelf().OfType<IInvocationOperation>())
                    if (_sites.Count < FlowState.Capacity && factories.Of(call.TargetMethod) is { } factory)
                        Add(call, factory, block, captured);
    }

    /// <summary>
    /// The branches of one conditional expression count as one coroutine, since only one of them is made: so what happens to it is
    /// known as well as if there were no branches.
    /// </summary>
    private void Add(IInvocationOperation call, Factory factory, BasicBlock block, Dictionary<CaptureId, int> captured)
    {
        int number = _sites.Count;
        IOperation value = call;
        while (value.Parent is IConversionOperation or IAwaitOperation
            or IInvocationOperation { TargetMethod.Name: "Prime" or "PrimeAsync" })
            value = value.Parent;
        if (value.Parent is IFlowCaptureOperation capture && !captured.TryGetValue(capture.Id, out number))
            captured.Add(capture.Id, number = _sites.Count);
        _numbers[call] = _sites.Count;
        _sites.Add(new(call, factory, block, number));
    }

    public IReadOnlyList<Site> Sites => _sites;

    public IReadOnlyCollection<Observation> Uses => _uses.Values;

    public ulong Touched { get; private set; }

    public Site? SiteOf(IInvocationOperation call) => _numbers.TryGetValue(call, out int site) ? _sites[site] : null;

    public void Touch(ulong coroutines) => Touched |= coroutines;

    public void Observe(IOperation operation, Use use, BasicBlock block, ulong coroutine, FlowState state)
    {
        if (!_uses.TryGetValue(operation, out var seen))
            _uses.Add(operation, seen = new(operation, use, block));
        seen.Coroutines |= coroutine;
        seen.Stages |= state.Of(coroutine);
    }
}
