using Xunit;

namespace CoroutineGen.Tests.Rules;

/// <summary>An exception that is raised in each coroutine of a deep chain: what its trace holds, and what it costs.</summary>
public sealed partial class LongTraceRules
{
    [Coroutine]
    private static void Rethrowing(int depth, Yield<int> yield)
    {
        try
        {
            if (depth > 0)
            {
                var inner = Rethrowing(depth - 1);
                yield.From(inner);
            }
            else
            {
                yield(1);
                Innermost();
            }
        }
        catch (InvalidOperationException error) when (error.Message.Length == 0)
        {
        }
    }

    private static void Innermost() => throw new InvalidOperationException("from far below");

    private static string TraceOf(int depth)
    {
        var chain = Rethrowing(depth);
        Assert.True(chain.MoveNext());
        var error = Assert.Throws<InvalidOperationException>(() => chain.MoveNext());
        Assert.Same(error, chain.Error);
        return error.StackTrace!;
    }

    [Fact]
    public void It_begins_where_it_was_thrown_and_ends_at_the_user()
    {
        string trace = TraceOf(1000);
        Assert.Contains(nameof(Innermost), trace.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains(nameof(TraceOf), trace, StringComparison.Ordinal);
        Assert.Contains(nameof(Rethrowing), trace, StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_chain_has_a_line_for_each_level()
    {
        // Of the step, or of the class that it is inlined into by then.
        int lines = TraceOf(9).Split('\n').Count(line => line.Contains(nameof(Rethrowing), StringComparison.Ordinal));
        Assert.InRange(lines, 10, 20);
    }

    [Fact]
    public void Its_length_does_not_grow_with_the_depth()
    {
        int hundred = TraceOf(100).Split('\n').Length, thousands = TraceOf(5000).Split('\n').Length;
        Assert.InRange(thousands, 1, 2 * hundred);
    }

    [Fact]
    public void What_is_allocated_grows_with_the_depth_and_not_with_its_square()
    {
        BytesOf(250);
        long few = BytesOf(250), many = BytesOf(2500);
        Assert.True(many < few * 12, $"{few} bytes for 250 levels, {many} for 2,500");
    }

    private static long BytesOf(int depth)
    {
        var chain = Rethrowing(depth);
        Assert.True(chain.MoveNext());
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidOperationException>(() => chain.MoveNext());
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
