using System.Text;
using Xunit;

namespace CoroutineGen.Tests.Forking;

/// <summary>
/// Rule 225: random compositions of coroutines, random operations, and forks at random steps, which then go on in turns. Each must do what a
/// fresh composition does that is given its whole history.
/// </summary>
public sealed partial class ForkRandomScriptTests
{
    private const int Scripts = 20_000, Operations = 25, MostForks = 6;

    [Coroutine(Forkable = true)]
    private static int Leaf(int count, Yield<int, int> yield)
    {
        int sum = 0;
        for (int i = 0; i < count; i++)
            sum += yield((sum * 10) + i);
        return sum;
    }

    [Coroutine(Forkable = true)]
    private static int Both(Coroutine<int, int, int> first, Coroutine<int, int, int> second, Yield<int, int> yield)
    {
        int sum = yield.From(first);
        sum += yield(-sum);
        return sum + yield.From(second) + (first.HasResult ? 1 : 0);
    }

    [Coroutine(Forkable = true)]
    private static int Guarded(Coroutine<int, int, int> inner, Yield<int, int> yield)
    {
        int n = 0;
        try
        {
            n = yield.From(inner);
            yield(n);
        }
        catch (FormatException e)
        {
            n += yield(e.Message.Length);
        }
        finally
        {
            n++;
        }
        return n + yield(n);
    }

    [Coroutine(Forkable = true)]
    private static int Cleaning(Coroutine<int, int, int> inner, Yield<int, int> yield)
    {
        int n = 1;
        try
        {
            n += yield.From(inner);
            return n;
        }
        finally
        {
            n += yield(-n);
            yield(n);
        }
    }

    [Coroutine(Forkable = true)]
    private static int Looping(Coroutine<int> inner, Yield<int, int> yield)
    {
        int sum = 0;
        foreach (int n in inner)
            sum += yield(n + 1_000);
        return sum;
    }

    [Coroutine(Forkable = true)]
    private static int Driving(Coroutine<int, int, int> inner, Yield<int, int> yield)
    {
        int sum = 0;
        if (inner.State == CoroutineState.Created)
            inner.MoveNext();
        for (int i = 0; i < 3 && inner.State == CoroutineState.Suspended; i++)
        {
            sum += yield(inner.Current);
            if (inner.State == CoroutineState.Suspended)
                inner.TrySend(sum);
        }
        sum += yield.From(inner);
        return sum;
    }

    [Coroutine(Forkable = true)]
    private static int Folding(int depth, Yield<int, int> yield)
    {
        int got = yield(depth);
        if (depth <= 0)
            return got;
        int first = yield.From(Folding(depth - 1));
        return first + yield(first) + yield.From(Folding(depth - 2));
    }

    [Coroutine(Forkable = true)]
    private static int Capturing(int count, Coroutine<int, int, int> inner, Yield<int, int> yield)
    {
        int sum = 0;
        for (int i = 0; i < count; i++)
        {
            int own = i;
            void Add(int n)
            {
                own += n;
                sum += own;
            }

            Add(yield(sum));
            Add(inner.TryGetResult(out int result) ? result : yield.From(inner));
            yield(own);
        }
        return sum;
    }

    [Coroutine(Forkable = true)]
    private static int Listing(List<int> items, Yield<int, int> yield)
    {
        int sum = 0;
        foreach (int a in items)
            foreach (char b in "xyz")
                sum += yield(a + b + sum);
        yield.From(items);
        return sum;
    }

    private static Coroutine<int, int, int> Compose(int seed) => RandomComposition.Of(
        new Random(seed), 3, [],
        [
            dice => Leaf(dice.Next(5)),
            dice => Folding(dice.Next(4)),
            dice => Listing([.. Enumerable.Range(1, dice.Next(4))]),
        ],
        [
            (_, inner) => Both(inner(), inner()),
            (_, inner) => Guarded(inner()),
            (_, inner) => Cleaning(inner()),
            (_, inner) => Looping(inner()),
            (_, inner) => Driving(inner()),
            (dice, inner) => Capturing(dice.Next(1, 3), inner()),
        ]);

    private sealed record Leaves(Coroutine<int, int, int> Coroutine, List<int> History, StringBuilder Trace);

    [Fact]
    public void Rule_225_Each_fork_does_what_a_fresh_one_with_its_history_does()
    {
        int forks = 0, suspended = 0;
        for (int seed = 0; seed < Scripts; seed++)
        {
            var dice = new Random(seed);
            int shape = dice.Next();
            List<Leaves> leaves = [new(Compose(shape), [], new())];
            for (int i = 0; i < Operations; i++)
            {
                var leaf = leaves[dice.Next(leaves.Count)];
                if (leaves.Count <= MostForks && dice.Next(4) == 0)
                {
                    var fork = ((IForkable<Coroutine<int, int, int>>)leaf.Coroutine).Fork();
                    Assert.NotSame(leaf.Coroutine, fork);
                    leaves.Add(new(fork, [.. leaf.History], new StringBuilder().Append(leaf.Trace)));
                    forks++;
                    continue;
                }
                int operation = dice.Next(100);
                leaf.History.Add(operation);
                Perform(leaf, operation);
                suspended += leaf.Coroutine.State == CoroutineState.Suspended ? 1 : 0;
            }
            foreach (var leaf in leaves)
            {
                var fresh = new Leaves(Compose(shape), [], new());
                foreach (int operation in leaf.History)
                    Perform(fresh, operation);
                Assert.True(fresh.Trace.Equals(leaf.Trace), $"seed {seed}\n{fresh.Trace}\n\n{leaf.Trace}");
            }
        }
        Assert.InRange(forks, Scripts, int.MaxValue);
        Assert.InRange(suspended, 6 * Scripts, int.MaxValue);
    }

    private static void Perform(Leaves leaf, int operation)
    {
        var coroutine = leaf.Coroutine;
        leaf.Trace.Append(coroutine.State).Append(' ');
        if (coroutine.State == CoroutineState.Suspended)
            leaf.Trace.Append(coroutine.Current).Append(' ').Append(coroutine.Delegate).Append(' ');
        try
        {
            switch (operation)
            {
                case < 60 when coroutine.State == CoroutineState.Suspended:
                    leaf.Trace.Append("sent ").Append(coroutine.TrySend(operation % 10));
                    break;
                case < 90:
                    leaf.Trace.Append("next ").Append(coroutine.MoveNext());
                    break;
                case < 97:
                    leaf.Trace.Append("thrown ").Append(coroutine.TryThrow(operation < 95 ? new FormatException("bad") : new CoroutineExitException()));
                    break;
                default:
                    coroutine.Close();
                    leaf.Trace.Append("closed");
                    break;
            }
        }
        catch (Exception error)
        {
            leaf.Trace.Append(error.GetType().Name);
        }
        leaf.Trace.Append(coroutine.HasResult ? $" = {coroutine.Result}" : "").AppendLine();
    }
}
