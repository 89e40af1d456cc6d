using Xunit;

namespace CoroutineGen.Tests.Folding;

/// <summary>
/// A method that delegates to itself is folded: its inner coroutines are frames of the outermost one, until somebody looks. Nobody can
/// tell: the same body with the inner coroutine in a variable, which is not folded, leaves the same trace under random scripts.
/// </summary>
public sealed partial class FoldingTests
{
    public sealed record Node(int Value, Node? Left, Node? Right);

    [Coroutine]
    private static int Folded(Node node, List<string> log, Yield<int, int> yield)
    {
        int sum = node.Value;
        try
        {
            sum += yield(node.Value);
            if (sum % 7 == 3)
                throw new FormatException($"body {node.Value}");
        }
        catch (InvalidOperationException) when (node.Value % 2 == 0)
        {
            log.Add($"{node.Value} caught");
            sum += yield(-node.Value);
        }
        finally
        {
            log.Add($"{node.Value} finally");
            if (node.Value % 5 == 0)
                sum += yield(1000 + node.Value);
        }
        if (node.Left is not null)
            sum += yield.From(Folded(node.Left, log));
        sum += yield(sum);
        if (node.Right is not null)
            yield.From(Folded(node.Right, log));
        log.Add($"{node.Value} returns {sum}");
        return sum;
    }

    [Coroutine]
    private static int Plain(Node node, List<string> log, Yield<int, int> yield)
    {
        int sum = node.Value;
        try
        {
            sum += yield(node.Value);
            if (sum % 7 == 3)
                throw new FormatException($"body {node.Value}");
        }
        catch (InvalidOperationException) when (node.Value % 2 == 0)
        {
            log.Add($"{node.Value} caught");
            sum += yield(-node.Value);
        }
        finally
        {
            log.Add($"{node.Value} finally");
            if (node.Value % 5 == 0)
                sum += yield(1000 + node.Value);
        }
        if (node.Left is not null)
        {
            var left = Plain(node.Left, log);
            sum += yield.From(left);
        }
        sum += yield(sum);
        if (node.Right is not null)
        {
            var right = Plain(node.Right, log);
            yield.From(right);
        }
        log.Add($"{node.Value} returns {sum}");
        return sum;
    }

    /// <summary>What stands around: a folded coroutine as the inner one of another.</summary>
    [Coroutine]
    private static int Outer(Coroutine<int, int, int> inner, List<string> log, Yield<int, int> yield)
    {
        try
        {
            return yield.From(inner);
        }
        catch (FormatException error)
        {
            log.Add($"outer {error.Message}");
            return yield(-1);
        }
        finally
        {
            log.Add("outer finally");
        }
    }

    private static Node? Tree(Random random, int depth, ref int number)
        => depth == 0 || random.Next(5) == 0 ? null : new Node(++number, Tree(random, depth - 1, ref number), Tree(random, depth - 1, ref number));

    private static List<string> Trace(int seed, Func<Node, List<string>, Coroutine<int, int, int>> make)
    {
        var random = new Random(seed);
        int number = 0;
        var tree = Tree(random, 5, ref number) ?? new Node(1, null, null);
        var log = new List<string>();
        var inner = make(tree, log);
        var root = random.Next(3) == 0 ? Outer(inner, log) : inner;
        int peeks = random.Next(3);
        for (int i = 0; i < 60; i++)
        {
            Operate(random, i, root, peeks, log);
            log.Add($"  {root.State} {(root.State == CoroutineState.Suspended ? root.Current : 0)} {root.HasResult} {Said(root.Error)}");
        }
        return log;
    }

    private static void Operate(Random random, int i, Coroutine<int, int, int> root, int peeks, List<string> log)
    {
        var target = root;
        int choice = random.Next(100);
        if (peeks > 0 && choice % 10 < peeks)
        {
            // Down the chain, as far as it goes or a coin says.
            while (target.Delegate is Coroutine<int, int, int> next && (choice = random.Next(100)) > 20)
            {
                target = next;
                log.Add($"  down to {target.State}");
            }
        }
        try
        {
            log.Add(choice switch
            {
                < 45 => $"send {target.TrySend(i)}",
                < 70 => $"next {target.MoveNext()}",
                < 80 => $"throw {target.TryThrow(new InvalidOperationException($"op {i}"))}",
                < 85 => $"throw {target.TryThrow(new FormatException($"op {i}"))}",
                < 87 => $"exit {target.TryThrow(new CoroutineExitException())}",
                < 89 => Close(target),
                _ => "nothing",
            });
        }
        catch (Exception error)
        {
            log.Add($"{error.GetType().Name} {Said(error)}");
        }
    }

    /// <summary>What an error says, but for the name and the place of the coroutine.</summary>
    private static string? Said(Exception? error) => error is CoroutineStateException refused ? refused.Reason.ToString() : error?.Message.Replace("Folded", "Plain", StringComparison.Ordinal);

    private static string Close(Coroutine<int, int, int> target)
    {
        target.Close();
        return "closed";
    }

    [Fact]
    public void Nobody_can_tell_under_random_scripts()
    {
        for (int seed = 0; seed < 5_000; seed++)
        {
            var plain = Trace(seed, Plain);
            var folded = Trace(seed, Folded);
            if (!plain.SequenceEqual(folded))
                Assert.Fail($"seed {seed}\n{string.Join("\n", plain.Zip(folded, (p, f) => p == f ? p : $"{p}   <>   {f}"))}");
        }
    }

    [Fact]
    public void The_chain_can_be_looked_at_and_resumed_from_any_place()
    {
        var log = new List<string>();
        var root = Folded(new Node(2, new Node(4, new Node(6, null, null), null), null), log).Prime();
        root.Send(0);
        root.Send(0);
        Assert.Equal(6, root.Current);
        var middle = Assert.IsType<FoldedCoroutine>(root.Delegate);
        var innermost = Assert.IsType<FoldedCoroutine>(middle.Delegate);
        Assert.Null(innermost.Delegate);
        Assert.Same(middle, root.Delegate);
        Assert.Equal(6, innermost.Current);
        Assert.Equal(6, innermost.Send(0));
        Assert.Equal(CoroutineState.Suspended, root.State);
        Assert.Equal(10, root.Send(0));
        Assert.Null(middle.Delegate);
    }

    [Coroutine]
    private static void Deep(int depth, Yield<int> yield)
    {
        if (depth > 0)
            yield.From(Deep(depth - 1));
        yield(depth);
    }

    [Fact]
    public void A_million_levels_give_their_values_and_can_be_unfolded()
    {
        const int Depth = 1_000_000;
        Assert.Equal(Depth + 1, Deep(Depth).Count());

        var deep = Deep(Depth);
        Assert.Equal(0, deep.Next());
        Assert.NotNull(deep.Delegate);
        for (int n = 1; n <= Depth; n++)
            Assert.Equal(n, deep.Next());
        Assert.False(deep.MoveNext());
    }

    [Fact]
    public void Each_level_is_there_once_unfolded()
    {
        const int Depth = 1_000;
        var deep = Deep(Depth);
        deep.Next();
        int levels = 0;
        for (object? inner = deep.Delegate; inner is Coroutine<int> level; inner = level.Delegate)
            levels++;
        Assert.Equal(Depth, levels);
    }

    public sealed partial class Branch<T>(T value, params Branch<T>?[] branches)
    {
        [Coroutine]
        public void Walk(int depth, Yield<(T, int)> yield)
        {
            yield((value, depth));
            for (int i = 0; i < branches.Length; i++)
                yield.From(branches[i]!.Walk(depth + 1));
        }
    }

    [Fact]
    public void Instance_methods_are_folded_with_their_receivers()
    {
        var tree = new Branch<string>("a", new Branch<string>("b", new Branch<string>("c")), new Branch<string>("d"));
        Assert.Equal([("a", 0), ("b", 1), ("c", 2), ("d", 1)], tree.Walk(0));
    }

    [Fact]
    public void A_receiver_that_is_null_fails_where_it_is_called()
    {
        var tree = new Branch<string>("a", [null]);
        var walk = tree.Walk(0);
        walk.Next();
        Assert.Throws<NullReferenceException>(() => walk.MoveNext());
        Assert.IsType<NullReferenceException>(walk.Error);
    }

    [Coroutine]
    private static void Count<T>(List<T> values, int from, Yield<T> yield)
    {
        if (from == values.Count)
            return;
        yield(values[from]);
        yield.From(Count(values, from + 1));
    }

    [Fact]
    public void Generic_methods_are_folded_and_a_frame_that_has_ended_keeps_nothing()
    {
        var values = new List<string> { "a", "b", "c" };
        var count = Count(values, 0);
        Assert.Equal(["a", "b", "c"], count);
        Assert.Equal(CoroutineState.Closed, count.State);
    }
}
