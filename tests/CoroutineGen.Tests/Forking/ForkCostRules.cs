using Xunit;

namespace CoroutineGen.Tests.Forking;

/// <summary>Rule 212: a fork of a million coroutines uses no stack, and each further one costs what the one before did. Counted, not timed.</summary>
[Collection(nameof(Alone))]
public sealed partial class ForkCostRules
{
    private const int Million = 1_000_000;

    /// <summary>What .NET gives a thread at least; a call for each link would need a hundred megabytes.</summary>
    private const int SmallStack = 256 * 1024;

    [Coroutine(Forkable = true)]
    private static int Link(Coroutine<int, Unit, int>? inner, Yield<int> yield)
    {
        if (inner is null)
        {
            yield(1);
            yield(2);
            return 0;
        }
        return 1 + yield.From(inner);
    }

    [Coroutine(Forkable = true)]
    private static int Deep(int depth, Yield<int> yield)
    {
        if (depth > 0)
            return 1 + yield.From(Deeper(depth - 1));
        yield(1);
        yield(2);
        return 0;
    }

    // Not by its own name, so that nothing is folded; and no variable holds a coroutine, so that there is no table.
    [Coroutine(Forkable = true)]
    private static int Deeper(int depth, Yield<int> yield)
    {
        if (depth > 0)
            return 1 + yield.From(Deep(depth - 1));
        yield(1);
        yield(2);
        return 0;
    }

    [Coroutine(Forkable = true)]
    private static int Folded(int depth, Yield<int> yield)
    {
        if (depth > 0)
            return 1 + yield.From(Folded(depth - 1));
        yield(1);
        yield(2);
        return 0;
    }

    /// <summary>Each link holds another coroutine, not begun.</summary>
    [Coroutine(Forkable = true)]
    private static int Holding(Coroutine<int, Unit, int> held, Coroutine<int, Unit, int> inner, Yield<int> yield)
    {
        int below = yield.From(inner);
        return 1 + below + (held.State == CoroutineState.Created ? 0 : 1);
    }

    private static Coroutine<int, Unit, int> Linked(int count)
    {
        Coroutine<int, Unit, int> root = Link(null);
        for (int i = 0; i < count; i++)
            root = Link(root);
        return root;
    }

    private static Coroutine<int, Unit, int> Comb(int count)
    {
        Coroutine<int, Unit, int> root = Link(null);
        for (int i = 0; i < count; i++)
            root = Holding(Deep(3), root);
        return root;
    }

    private static Coroutine<int, Unit, int> Made(string shape, int count) => shape switch
    {
        nameof(Linked) => Linked(count),
        nameof(Comb) => Comb(count),
        nameof(Deep) => Deep(count),
        _ => Folded(count),
    };

    private static Coroutine<int, Unit, int> Fork(Coroutine<int, Unit, int> coroutine)
        => (Coroutine<int, Unit, int>)((IForkable<Coroutine<int>>)coroutine).Fork();

    [Theory]
    [InlineData(nameof(Linked))]
    [InlineData(nameof(Comb))]
    [InlineData(nameof(Deep))]
    [InlineData(nameof(Folded))]
    public void Rule_212_A_million_links_are_forked_on_a_small_stack(string shape)
    {
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    var root = Made(shape, Million);
                    Assert.Equal(1, root.Next());
                    var fork = Fork(root);
                    Assert.Equal(2, fork.Next());
                    Assert.Equal(1, root.Current);
                    Assert.False(fork.MoveNext());
                    Assert.Equal(Million, fork.Result);
                    Assert.Equal(2, root.Next());
                    Assert.False(root.MoveNext());
                    Assert.Equal(Million, root.Result);
                }
                catch (Exception error)
                {
                    failure = error;
                }
            },
            SmallStack);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }

    /// <summary>Where tables double, the bytes of twice as many are at most twice as many and the half of a table.</summary>
    [Theory]
    [InlineData(nameof(Linked))]
    [InlineData(nameof(Comb))]
    [InlineData(nameof(Deep))]
    [InlineData(nameof(Folded))]
    public void Rule_212_A_further_link_costs_what_the_one_before_did(string shape)
    {
        long few = Bytes(10_000), many = Bytes(160_000);
        Assert.InRange(many, 12 * few, 32 * few);

        long Bytes(int count)
        {
            var root = Made(shape, count);
            root.MoveNext();
            long before = GC.GetAllocatedBytesForCurrentThread();
            _ = Fork(root);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
