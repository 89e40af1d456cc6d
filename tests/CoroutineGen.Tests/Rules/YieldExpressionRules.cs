using Xunit;

namespace CoroutineGen.Tests.Rules;

/// <summary>Rules 12 to 23: the yield expression.</summary>
public sealed partial class YieldExpressionRules
{
    private readonly List<string> _log = [];

    private int Noted(int value)
    {
        _log.Add($"{value}");
        return value;
    }

    [Coroutine]
    private static (int, string) Collect(Yield<int, string> yield)
    {
        string a = yield(1);
        string b = yield(2);
        return (2, $"{a ?? "null"}{b ?? "null"}");
    }

    [Coroutine]
    private static int SumOf(int count, Receive<int> yield)
    {
        int sum = 0;
        while (count-- > 0)
            sum += yield();
        return sum;
    }

    [Coroutine]
    private int Operands(Yield<string, int> yield)
        => Noted(1) + yield("first") + Noted(2) * yield("second");

    [Coroutine]
    private static int Compound(Box box, Yield<int, int> yield)
    {
        box.Value += yield(0);
        return box.Value;
    }

    private sealed class Box
    {
        public int Value;
    }

    [Coroutine]
    private static string Branches(bool left, string? text, Yield<string, bool> yield)
    {
        bool and = left && yield("and");
        bool or = left || yield("or");
        string coalesced = text ?? (yield("coalesce") ? "yes" : "no");
        bool chosen = left ? yield("then") : yield("else");
        int? length = text?.Substring(yield("member") ? 1 : 0).Length;
        return $"{and} {or} {coalesced} {chosen} {length}";
    }

    [Coroutine]
    private static void Assign(int[] array, Yield<string, int> yield)
        => array[yield("index")] = yield("value");

    [Coroutine]
    private void Scopes(Yield<string> yield)
    {
        for (int i = 0; i < 2; i++)
        {
            using var scope = new Scope(_log, $"scope {i}");
            try
            {
                int local = i * 10;
                yield($"{i} {local}");
                yield($"{i} {local + 1}");
            }
            finally
            {
                _log.Add($"finally {i}");
            }
        }
    }

    private sealed class Scope(List<string> log, string name) : IDisposable
    {
        public void Dispose() => log.Add(name);
    }

    [Coroutine]
    private static void Closures(List<Func<int>> closures, Yield<int> yield)
    {
        for (int i = 0; i < 3; i++)
        {
            int copy = i;
            closures.Add(() => copy);
            yield(i);
            copy += 10;
        }
    }

    [Coroutine]
    private static string Everywhere(Yield<string, int> yield)
    {
        string result = "";
        try
        {
            try
            {
                result += yield("try");
                throw new FormatException();
            }
            catch (FormatException)
            {
                result += yield("catch");
            }
            finally
            {
                result += yield("finally");
            }
            using (new Scope([], $"{yield("using")}"))
                result += yield("in using");
            result += yield("value") switch { 5 => yield("arm"), _ => -1 };
            foreach (int n in new[] { yield("array"), 1 })
                result += n + yield("in foreach");
        }
        catch (FormatException)
        {
            result += "not here";
        }
        return result;
    }

    [Coroutine]
    private static int Pending(bool fails, Yield<string> yield)
    {
        try
        {
            if (fails)
                throw new FormatException("pending");
            return 5;
        }
        finally
        {
            yield("in finally");
            yield("still in finally");
        }
    }

    [Fact]
    public void Rule_12_Its_value_is_what_was_sent_and_default_after_next()
    {
        var collect = Collect().Prime();
        Assert.Equal(2, collect.Send("a"));
        Assert.False(collect.MoveNext());
        Assert.Equal((2, "anull"), collect.Result);
    }

    [Fact]
    public void Rule_13_A_receiver_yields_nothing()
    {
        var sum = SumOf(2).Prime();
        Assert.Equal(default, sum.Current);
        Assert.Equal(default, sum.Send(3));
        Assert.False(sum.TrySend(4));
        Assert.Equal(7, sum.Result);
    }

    [Fact]
    public void Rule_14_What_stands_left_of_a_yield_is_evaluated_before_it()
    {
        var operands = Operands().Prime();
        Assert.Equal(["1"], _log);
        Assert.Equal("second", operands.Send(10));
        Assert.Equal(["1", "2"], _log);
        Assert.False(operands.TrySend(100));
        Assert.Equal(1 + 10 + (2 * 100), operands.Result);
    }

    [Fact]
    public void Rule_15_A_compound_assignment_reads_before_it_suspends()
    {
        var box = new Box { Value = 1 };
        var compound = Compound(box).Prime();
        box.Value = 100;
        Assert.False(compound.TrySend(5));
        Assert.Equal(6, compound.Result);
        Assert.Equal(6, box.Value);
    }

    [Fact]
    public void Rule_16_A_yield_that_is_not_reached_is_skipped()
    {
        Assert.Equal("and then member: True True text True 3", Drive(Branches(true, "text")));
        Assert.Equal("or coalesce else: False True yes True ", Drive(Branches(false, null)));

        static string Drive(Coroutine<string, bool, string> coroutine)
        {
            var asked = new List<string> { coroutine.Next() };
            while (coroutine.TrySend(true))
                asked.Add(coroutine.Current);
            return $"{string.Join(" ", asked)}: {coroutine.Result}";
        }
    }

    [Fact]
    public void Rule_17_An_index_is_evaluated_before_the_right_side()
    {
        int[] array = new int[3];
        var assign = Assign(array).Prime();
        Assert.Equal("index", assign.Current);
        Assert.Equal("value", assign.Send(2));
        Assert.False(assign.TrySend(7));
        Assert.Equal([0, 0, 7], array);
    }

    [Fact]
    public void Rule_19_Locals_counters_and_scopes_survive()
    {
        Assert.Equal(["0 0", "0 1", "1 10", "1 11"], Scopes().ToArray());
        Assert.Equal(["finally 0", "scope 0", "finally 1", "scope 1"], _log);
    }

    [Fact]
    public void Rule_20_Closures_of_each_iteration_stay_distinct()
    {
        var closures = new List<Func<int>>();
        Assert.Equal([0, 1, 2], Closures(closures).ToArray());
        Assert.Equal([10, 11, 12], closures.Select(closure => closure()));
    }

    [Fact]
    public void Rule_21_A_yield_is_allowed_everywhere()
    {
        var everywhere = Everywhere().Prime();
        var asked = new List<string> { everywhere.Current };
        for (int n = 0; everywhere.TrySend(n); n++)
            asked.Add(everywhere.Current);
        Assert.Equal(["try", "catch", "finally", "using", "in using", "value", "arm", "array", "in foreach", "in foreach"], asked);
        Assert.Equal("01246" + (7 + 8) + (1 + 9), everywhere.Result);
    }

    [Fact]
    public void Rule_22_A_pending_return_survives_yields_in_finally()
    {
        var pending = Pending(false);
        Assert.Equal(["in finally", "still in finally"], pending.ToArray());
        Assert.Equal(5, pending.Result);
    }

    [Fact]
    public void Rule_22_A_pending_exception_survives_yields_in_finally()
    {
        var pending = Pending(true);
        Assert.Equal("in finally", pending.Next());
        Assert.Equal("still in finally", pending.Next());
        Assert.Equal("pending", Assert.Throws<FormatException>(() => pending.MoveNext()).Message);
    }
}
