using System.Collections;
using System.Runtime.CompilerServices;
using Xunit;

namespace CoroutineGen.Tests.Rules;

/// <summary>Rules 104 to 115: introspection and iteration.</summary>
public sealed partial class IntrospectionRules
{
    private readonly List<string> _log = [];
    private Coroutine<int>? _self;

    [Coroutine]
    private void Numbers(Yield<int> yield)
    {
        try
        {
            for (int n = 1; n <= 3; n++)
                yield(n);
        }
        finally
        {
            _log.Add("finally");
        }
    }

    [Coroutine]
    private static void Delegates(IEnumerable<int> inner, Yield<int> yield)
    {
        yield(0);
        yield.From(inner);
        yield(9);
    }

    [Coroutine]
    private void AsksItself(Yield<int> yield)
    {
        yield.From([1]);
        _log.Add($"{_self!.Delegate ?? "nothing"}");
        yield(2);
    }

    [Coroutine]
    private static void Holds(object held, bool inFinally, Yield<object> yield)
    {
        try
        {
            yield(held);
            yield(held.ToString()!);
        }
        finally
        {
            if (inFinally)
                GC.KeepAlive(held);
        }
    }

    [Coroutine]
    private static string Averager(Yield<double, double> yield) => $"{yield(0)}";

    [Fact]
    public void Rule_104_The_delegate_is_shown_while_suspended_in_the_delegation()
    {
        var inner = Numbers();
        var outer = Delegates(inner);
        Assert.Null(outer.Delegate);
        outer.Next();
        Assert.Null(outer.Delegate);
        outer.Next();
        Assert.Same(inner, outer.Delegate);
        outer.Next();
        outer.Next();
        Assert.Same(inner, outer.Delegate);
        Assert.Equal(9, outer.Next());
        Assert.Null(outer.Delegate);

        int[] sequence = [1];
        var plain = Delegates(sequence);
        plain.Next();
        plain.Next();
        Assert.Same(sequence, plain.Delegate);
    }

    [Fact]
    public void Rule_104_There_is_no_delegate_while_running()
    {
        _self = AsksItself();
        Assert.Equal([1, 2], _self.ToArray());
        Assert.Equal(["nothing"], _log);
    }

    [Theory]
    [InlineData("end")]
    [InlineData("close")]
    [InlineData("throw")]
    public void Rule_105_What_a_closed_one_held_can_be_collected(string how)
    {
        var (coroutine, held) = Make(how);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(held.IsAlive);
        Assert.Equal(CoroutineState.Closed, coroutine.State);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static (Coroutine<object>, WeakReference) Make(string how)
        {
            object held = new();
            var coroutine = Holds(held, true);
            coroutine.MoveNext();
            switch (how)
            {
                case "end":
                    while (coroutine.MoveNext())
                    {
                    }
                    break;
                case "close":
                    coroutine.Close();
                    break;
                case "throw":
                    Assert.Throws<FormatException>(() => coroutine.Throw(new FormatException()));
                    break;
            }
            return (coroutine, new WeakReference(held));
        }
    }

    [Coroutine]
    private static void DelegatesTo(Func<IEnumerable<int>> inner, Yield<int> yield)
    {
        yield.From(inner());
        yield(9);
    }

    [Fact]
    public void Rule_105_An_inner_one_that_has_ended_can_be_collected()
    {
        WeakReference? inner = null;
        var outer = DelegatesTo(() =>
        {
            int[] numbers = [1];
            inner = new WeakReference(numbers);
            return numbers;
        });
        Advance(outer);
        GC.Collect();
        Assert.False(inner!.IsAlive);
        Assert.Equal(9, outer.Current);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Advance(Coroutine<int> outer)
        {
            outer.MoveNext();
            outer.MoveNext();
        }
    }

    [Fact]
    public void Rule_107_The_text_is_the_name_the_state_and_the_place()
    {
        var averager = Averager();
        Assert.Equal("Averager [Created]", averager.ToString());
        averager.Prime();
        Assert.Matches(@"^IntrospectionRules\.cs:\d+, yield\(0\)$", averager.SuspendedAt);
        Assert.Equal($"Averager [Suspended] at {averager.SuspendedAt}", averager.ToString());
        averager.Close();
        Assert.Equal("Averager [Closed]", averager.ToString());
    }

    [Fact]
    public void Rule_109_It_is_its_own_enumerator()
    {
        var numbers = Numbers();
        numbers.Next();
        Assert.Same(numbers, numbers.GetEnumerator());
        Assert.Same(numbers, ((IEnumerable<int>)numbers).GetEnumerator());
        Assert.Same(numbers, ((IEnumerable)numbers).GetEnumerator());
        Assert.Equal(1, ((IEnumerator)numbers).Current);
        Assert.Equal([2, 3], numbers.ToArray());
        Assert.Throws<NotSupportedException>(((IEnumerator)numbers).Reset);
    }

    [Fact]
    public void Rule_110_A_foreach_that_is_left_disposes()
    {
        var numbers = Numbers();
        foreach (int n in numbers)
        {
            if (n == 2)
                break;
        }
        Assert.Equal(CoroutineState.Closed, numbers.State);
        Assert.Equal(["finally"], _log);
    }

    [Fact]
    public void Rule_111_Using_closes()
    {
        var numbers = Numbers();
        using (numbers)
            numbers.Next();
        Assert.Equal(CoroutineState.Closed, numbers.State);
        Assert.Equal(["finally"], _log);
    }

    [Fact]
    public void Rule_112_Linq_works_over_it()
        => Assert.Equal([2, 6], Numbers().Where(n => n % 2 == 1).Select(n => n * 2));

    [Fact]
    public void Rule_113_There_is_no_finalizer()
    {
        for (var type = Numbers().GetType(); type != typeof(object); type = type.BaseType!)
            Assert.Null(type.GetMethod("Finalize", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic
                | System.Reflection.BindingFlags.DeclaredOnly));
    }

    [Fact]
    public void Rule_115_It_runs_once()
    {
        var numbers = Numbers();
        Assert.Equal([1, 2, 3], numbers.ToArray());
        Assert.Empty(numbers.ToArray());
    }
}
