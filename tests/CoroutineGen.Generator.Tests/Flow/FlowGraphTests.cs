using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Flow;
using CoroutineGen.Generator.Lowering.Ir;
using Xunit;

namespace CoroutineGen.Generator.Tests.Flow;

/// <summary>What lives across a suspension: what must be kept there, by whatever keeps a coroutine.</summary>
public sealed class FlowGraphTests
{
    private readonly Variable _a = new("a", "int", new VariableScope(0));
    private readonly Variable _b = new("b", "int", new VariableScope(0));

    [Fact]
    public void What_is_read_later_lives_across_a_suspension()
    {
        var (first, second) = (Yield(), Yield());
        var flow = FlowGraph.Of([Declared(_a), Declared(_b), Read(_b), first, Read(_a), second]);
        Assert.Equal([_a], flow.LiveAcross(first));
        Assert.Empty(flow.LiveAcross(second));
        Assert.True(flow.IsLiveAtEntry(_a));
        Assert.False(flow.IsLiveAtEntry(_b));
    }

    [Fact]
    public void What_is_declared_anew_in_each_iteration_does_not()
    {
        var loop = new Label("Loop");
        var yield = Yield();
        var flow = FlowGraph.Of([Declared(_a), new Mark(loop), Declared(_b), Read(_a), Read(_b), yield, new Jump(loop)]);
        Assert.Equal([_a], flow.LiveAcross(yield));
    }

    [Fact]
    public void What_a_handler_or_a_finally_reads_lives_across_what_they_surround()
    {
        var (caught, cleaned) = (Yield(), Yield());
        var flow = FlowGraph.Of(
        [
            Declared(_a), Declared(_b),
            new TryRegion([caught, new Return(null)], [new CatchRegion(Code.Of("catch"), [Read(_a), new Return(null)], -1)], null),
            new TryRegion([cleaned, new Return(null)], [], [Read(_b)]),
        ]);
        Assert.Equal([_a], flow.LiveAcross(caught));
        Assert.Equal([_b], flow.LiveAcross(cleaned));
    }

    [Fact]
    public void A_close_goes_on_at_the_finally_that_was_moved()
    {
        var final = new Label("Finally");
        var yield = new Suspend(SuspensionKind.Yield, Code.Empty, "") { OnClose = Code.Of("goto ", final, ";") };
        var flow = FlowGraph.Of([Declared(_a), yield, new Return(null), new Mark(final), Read(_a), new Return(null)]);
        Assert.Equal([_a], flow.LiveAcross(yield));
    }

    private static Suspend Yield() => new(SuspensionKind.Yield, Code.Empty, "");

    private static Declare Declared(Variable variable) => new(variable, Code.Of("1"));

    private static StraightLine Read(Variable variable) => new(Code.Of("Use(", variable, ");"));
}
