using Xunit;

namespace CoroutineGen.Tests.Rules;

/// <summary>Rule 96: a chain can be of any depth, for everything that can be done to it, without recursion.</summary>
public sealed partial class DepthRules
{
    private const int Million = 1_000_000;

    private int _finallys;
    private Coroutine<int>? _innermost;
    private Coroutine<int>? _root;
    private Coroutine<string>? _looked;

    [Coroutine]
    private static void Stream(int depth, Yield<int> yield)
    {
        if (depth > 0)
        {
            var inner = Stream(depth - 1); // not folded: the driver is meant
            yield.From(inner);
        }
        for (int n = 0; ; n++)
            yield(n);
    }

    [Coroutine]
    private static void Fails(int depth, Exception error, Yield<int> yield)
    {
        if (depth > 0)
        {
            var inner = Fails(depth - 1, error); // not folded: the driver is meant
            yield.From(inner);
        }
        yield(1);
        throw error;
    }

    [Coroutine]
    private void WithFinally(int depth, Yield<int> yield)
    {
        try
        {
            if (depth > 0)
                yield.From(WithFinally(depth - 1));
            yield(depth);
        }
        finally
        {
            _finallys++;
        }
    }

    [Coroutine]
    private static int Sum(int depth, Yield<int, int> yield)
    {
        int below = depth > 0 ? yield.From(Sum(depth - 1)) : yield(0);
        return below + 1;
    }

    [Coroutine]
    private static string Catches(Coroutine<int> inner, Yield<int> yield)
    {
        try
        {
            yield.From(inner);
        }
        catch (FormatException error)
        {
            return error.Message;
        }
        return "no error";
    }

    [Coroutine]
    private void LooksAtTheRoot(int depth, Yield<string> yield)
    {
        if (depth > 0)
        {
            var inner = LooksAtTheRoot(depth - 1); // not folded: the driver is meant
            yield.From(inner);
        }
        else
            yield($"{_looked!.State} {_looked} {_looked.Delegate}");
    }

    [Coroutine]
    private void Resumes(Yield<int> yield)
    {
        yield(1);
        Refused.For(CoroutineStateReason.Running, () => _root!.MoveNext());
        yield(2);
    }

    [Coroutine]
    private void Nested(int depth, Yield<int> yield)
    {
        if (depth > 0)
            yield.From(Nested(depth - 1));
        else
            yield.From(_innermost!);
    }

    [Fact]
    public void Rule_96_Values_come_from_a_million_levels_down()
    {
        var stream = Stream(Million);
        for (int n = 0; n < 1000; n++)
            Assert.Equal(n, stream.Next());
    }

    [Fact]
    public void Rule_96_A_value_goes_a_million_levels_down_and_the_results_come_up()
    {
        var sum = Sum(Million).Prime();
        Assert.False(sum.TrySend(5));
        Assert.Equal(5 + Million + 1, sum.Result);
    }

    [Fact]
    public void Rule_96_An_exception_comes_up_a_million_levels()
    {
        var error = new FormatException("from the bottom");
        var fails = Fails(Million, error);
        fails.Next();
        var inner = (Coroutine<int>)fails.Delegate!;
        Assert.Same(error, Assert.Throws<FormatException>(() => fails.MoveNext()));
        Assert.Same(error, fails.Error);
        Assert.Same(error, inner.Error);

        var catches = Catches(Fails(Million, error));
        Assert.Equal([1], catches.ToArray());
        Assert.Equal("from the bottom", catches.Result);
    }

    [Fact]
    public void Rule_96_A_throw_goes_a_million_levels_down_and_comes_up_again()
    {
        var catches = Catches(Stream(Million));
        catches.Next();
        Assert.False(catches.TryThrow(new FormatException("thrown")));
        Assert.Equal("thrown", catches.Result);
    }

    [Fact]
    public void Rule_96_A_million_levels_are_closed_each_through_its_finally()
    {
        var deep = WithFinally(Million);
        deep.Next();
        deep.Close();
        Assert.Equal(Million + 1, _finallys);
        Assert.Equal(CoroutineState.Closed, deep.State);
    }

    [Fact]
    public void Rule_96_A_thrown_exit_closes_a_million_levels()
    {
        var deep = WithFinally(Million);
        deep.Next();
        Assert.Throws<CoroutineExitException>(() => deep.Throw(new CoroutineExitException()));
        Assert.Equal(Million + 1, _finallys);
    }

    [Fact]
    public void Rule_96_A_million_levels_end_one_after_the_other()
    {
        var deep = WithFinally(Million);
        int expected = 0;
        foreach (int level in deep)
            Assert.Equal(expected++, level);
        Assert.Equal(Million + 1, expected);
        Assert.Equal(Million + 1, _finallys);
    }

    [Fact]
    public void Rule_96_Each_level_of_a_chain_can_be_seen()
    {
        var stream = Stream(Million);
        stream.Next();
        int levels = 0;
        // Each look goes all the way down, so only some of the levels are looked at.
        Coroutine<int>? below = stream;
        for (; below.Delegate is Coroutine<int> inner && levels < 20; levels++)
        {
            below = inner;
            Assert.Equal(CoroutineState.Suspended, below.State);
            Assert.StartsWith("Stream [Suspended] at DepthRules.cs:", below.ToString(), StringComparison.Ordinal);
            Assert.Equal(0, below.Current);
        }
        Assert.Equal(20, levels);
    }

    [Fact]
    public void Rule_75_The_root_is_running_while_its_millionth_inner_one_runs()
    {
        _looked = LooksAtTheRoot(Million);
        Assert.Equal("Running LooksAtTheRoot [Running] ", _looked.Next());
    }

    [Fact]
    public void Rule_71_A_resume_of_the_root_from_a_million_levels_down_is_refused()
    {
        _innermost = Resumes();
        _root = Nested(Million);
        Assert.Equal(1, _root.Next());
        Assert.Equal(2, _root.Next());
    }

    [Fact]
    public void Rule_96_A_level_in_the_middle_can_be_run_and_the_root_notices()
    {
        var stream = Stream(10_000);
        stream.Next();
        var middle = stream as Coroutine<int>;
        for (int level = 0; level < 100; level++)
            middle = (Coroutine<int>)middle.Delegate!;
        Assert.Equal(1, middle.Next());
        Assert.Equal(2, stream.Next());
        middle.Close();
        // Its delegator goes on without a result.
        Assert.Equal(0, stream.Next());
    }
}
