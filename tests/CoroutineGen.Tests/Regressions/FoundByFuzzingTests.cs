using System.Runtime.CompilerServices;
using Xunit;

namespace CoroutineGen.Tests;

/// <summary>What the fuzzer found wrong, made as small as it goes; each test is named after what was wrong.</summary>
public sealed partial class FoundByFuzzingTests
{
    [Coroutine]
    private static int NoYield(Yield<int, int> yield)
    {
        var local = 6;
        return local;
    }

    [Fact]
    public void A_local_of_a_body_without_yields_was_unknown()
    {
        var coroutine = NoYield();
        Assert.False(coroutine.MoveNext());
        Assert.Equal(6, coroutine.Result);
    }

#pragma warning disable CS0162, CS8793 // That the conditions are known is the point.
    [Coroutine]
    private static int AlwaysThrows(int a, Yield<int, int> yield)
    {
        if (a < 4 || true)
            throw new FormatException();
        return 0;
    }

    [Fact]
    public void The_end_after_a_condition_that_is_always_true_was_lost()
        => Assert.Throws<FormatException>(() => AlwaysThrows(1).MoveNext());

    [Coroutine]
    private static int AlwaysMatches(Yield<int, int> yield)
    {
        if (7 is > 2 and < 8)
            throw new FormatException();
        return 0;
    }
#pragma warning restore CS0162, CS8793

    [Fact]
    public void The_end_after_a_pattern_that_a_constant_matches_was_lost()
        => Assert.Throws<FormatException>(() => AlwaysMatches().MoveNext());

    [Coroutine]
    private static int Two(Yield<int, int> yield)
    {
        yield(1);
        yield(2);
        return 0;
    }

    [Coroutine]
    private static int Through(Coroutine<int, int, int> inner, Yield<int, int> yield) => yield.From(inner);

    [Fact]
    public void A_suspended_link_had_no_current_value_once_others_had_ended_its_inner()
    {
        var inner = Two();
        var middle = Through(inner);
        var outer = Through(middle);
        Assert.True(middle.MoveNext());
        Assert.True(outer.MoveNext());
        Assert.False(inner.MoveNext());
        Assert.Equal(CoroutineState.Suspended, middle.State);
        Assert.Equal(1, middle.Current);
    }

    private sealed class Counter(Log log)
    {
        private int _reads;

        public int Reads => log.Arg("read", ++_reads);

        public int this[int index] => log.Arg("element", ++_reads + index);
    }

    private static int Peek(in int value, int other) => (10 * value) + other;

    [Coroutine]
    private static int PeeksAtValues(Log log, Yield<string, int> yield)
    {
        var counter = new Counter(log);
        return Peek(counter.Reads, yield("property")) + Peek(counter[3], yield("indexer"));
    }

    private int Own => _log!.Arg("own", 7);

    private Log? _log;

    [Coroutine]
    private int PeeksAtOwn(Log log, Yield<string, int> yield)
    {
        _log = log;
        return Peek(Own, yield("own"));
    }

    [Fact]
    public void A_property_for_an_in_parameter_was_read_after_the_yield_to_its_right()
    {
        Oracle.Check((log, yield) => PeeksAtValues(log, yield), log => PeeksAtValues(log));
        Oracle.Check((log, yield) => PeeksAtOwn(log, yield), log => PeeksAtOwn(log));
    }

    private sealed class Shown(Log log)
    {
        public override string ToString() => log.Arg("shown", "shown");
    }

    [Coroutine]
    private static string CastToFormattable(Log log, Yield<string, int> yield)
    {
        var shown = new Shown(log);
        string first = ((FormattableString)$"{shown}{yield("hole"):d3}").ToString();
        return first + ((IFormattable)($"{shown}{yield("parenthesised")}")).ToString(null, null);
    }

    [Fact]
    public void A_cast_to_FormattableString_formatted_before_the_yield()
        => Oracle.Check((log, yield) => CastToFormattable(log, yield), log => CastToFormattable(log));

    private static IEnumerable<int> Items(Log log, int count)
    {
        for (int i = 0; i < count; i++)
            yield return log.Arg("item", i);
    }

    [Coroutine]
    private static string SpreadsInTurn(Log log, Yield<string, int> yield)
    {
        int[] source = [1, 2, 3];
        List<int> lazily = [0, .. Items(log, 2), yield("after items")];
        int[] mixed = [.. source, .. Items(log, 1), yield("mixed") + (source[0] = 7), .. source];
        int[] copied = [.. source, yield("copied") + (source[1] = 8)];
        int[] counted = [.. source, yield("counted") + (source[2] = 9), .. source];
        HashSet<int> added = [.. source, yield("added") + (source[0] = 100), .. source];
        return Log.Show(lazily) + Log.Show(mixed) + Log.Show(copied) + Log.Show(counted) + Log.Show(added) + Total([.. source, 1], yield("argument"));

        static int Total(ReadOnlySpan<int> numbers, int more) => numbers.Length + numbers[0] + more;
    }

    [Fact]
    public void What_was_spread_was_enumerated_after_the_yields_to_its_right()
        => Oracle.Check((log, yield) => SpreadsInTurn(log, yield), log => SpreadsInTurn(log));

    [Coroutine]
    private static int QueriesInSwitch(int a, int b, Yield<int, int> yield)
    {
        switch ((from x in new[] { a, b } where x > b select x).Sum())
        {
            case 3:
                return yield(b);
            default:
                return 0;
        }
    }

    [Fact]
    public void A_switch_over_a_lambda_that_captures_did_not_compile()
    {
        var coroutine = QueriesInSwitch(3, 1);
        Assert.True(coroutine.MoveNext());
        Assert.Equal(1, coroutine.Current);
    }

    private struct Sum
    {
        public int Value;

        public int Add(int value) => Value += value;
    }

    private sealed class SumHolder
    {
        public Sum Field;
        public Sum[] Array = new Sum[2];
        public SumHolder? Next;
    }

    [Coroutine]
    private static string ConditionalStructs(Log log, Yield<string, int> yield)
    {
        var holder = new SumHolder { Next = new SumHolder() };
        holder?.Field.Add(yield("statement"));
        int? added = holder?.Next?.Field.Add(yield("value"));
        holder?.Array[yield("index") & 1].Add(yield("element"));
        holder!.Array?[1].Add(yield("element of"));
        return $"{holder.Field.Value} {added} {holder.Next!.Field.Value} {holder.Array![0].Value} {holder.Array[1].Value}";
    }

    [Fact]
    public void A_struct_behind_a_conditional_access_was_changed_in_a_copy()
        => Oracle.Check((log, yield) => ConditionalStructs(log, yield), log => ConditionalStructs(log));

    private static int Line(Log log, [CallerLineNumber] int line = 0) => log.Arg("line", line);

    [Coroutine]
    private static string LinesOfClauses(Log log, Yield<string, int> yield)
    {
        switch (yield("value"))
        {
            case 1 or 2:
            case > 5 when Line(log) > 100_000:
                return "never";
            case var x when x > 100_000 || Line(log) < 0
                || Line(log) < 0:
                return "never either";
            case var x
                when yield("in a clause") + x < 100_000
                && Line(log) > 0:
                return yield("section").ToString();
            default:
                return "none";
        }
    }

    [Fact]
    public void A_clause_of_a_switch_was_told_another_line()
        => Oracle.Check((log, yield) => LinesOfClauses(log, yield), log => LinesOfClauses(log));

    [Coroutine]
    private static int LinesOfParts(Log log, Yield<string, int> yield)
    {
        int sum = Line(log)
            + Line(log)
            + yield("sum")
            + Line(log);
        bool both = sum > 0
            && Line(log) > 0
            && yield("both") >= 0
            && Line(log) > 0;
        return both
            ? Math.Max(
                Line(log),
                yield("arm"))
            : Line(log);
    }

    [Fact]
    public void A_part_of_a_statement_on_a_line_of_its_own_was_told_another_line()
        => Oracle.Check((log, yield) => LinesOfParts(log, yield), log => LinesOfParts(log));

    [Coroutine]
    private static string NamesOfElements(Log log, Yield<string, int> yield)
    {
        string text = "";
        {
            int x = yield("first");
            text += (x, x).Item2 + (x, 1).x;
        }
        {
            int x = yield("second");
            text += (x, x) switch { (var left, _) => left } + (x, 1).x;
        }
        return text;
    }

    [Fact]
    public void A_tuple_with_the_same_variable_twice_had_two_elements_of_that_name()
        => Oracle.Check((log, yield) => NamesOfElements(log, yield), log => NamesOfElements(log));

    [Coroutine]
    private static int CaughtInsteadOfTheExit(Yield<int, int> yield)
    {
        try
        {
            try
            {
                yield(1);
            }
            finally
            {
                throw new FormatException();
            }
        }
        catch (FormatException)
        {
        }
        finally
        {
            yield(2);
        }
        return 3;
    }

    [Coroutine]
    private static string CaughtInsteadOfTheJump(Log log, Yield<string, int> yield)
    {
        for (int i = 0; ; i++)
        {
            try
            {
                try
                {
                    try
                    {
                        if (yield("which") > i)
                            return "returned";
                        break;
                    }
                    finally
                    {
                        if (i < 2)
                            throw new FormatException();
                    }
                }
                catch (FormatException)
                {
                    log.Arg("caught", i);
                }
                log.Arg("goes on", i);
            }
            finally
            {
                yield("finally");
            }
        }
        return "broken";
    }

    [Fact]
    public void A_jump_that_a_finally_had_replaced_was_made_after_the_next_finally()
        => Oracle.Check((log, yield) => CaughtInsteadOfTheJump(log, yield), log => CaughtInsteadOfTheJump(log));

    [Fact]
    public void An_exit_that_a_finally_had_replaced_went_on_after_the_next_finally()
    {
        var coroutine = CaughtInsteadOfTheExit();
        Assert.True(coroutine.MoveNext());
        Assert.Equal(CoroutineStateReason.IgnoredExit, Assert.Throws<CoroutineStateException>(coroutine.Close).Reason);
        Assert.False(coroutine.TrySend(0));
        Assert.Equal(3, coroutine.Result);
    }

    [Coroutine]
    private static int Consumer(Receive<int> yield) => yield() + yield();

    [Coroutine]
    private static int ForAnyConsumer(ICoroutine<Unit, int, int> inner, Receive<int> yield) => yield.From(inner) + yield();

    [Fact]
    public void A_consumer_took_every_consumer_for_a_coroutine_of_ours()
    {
        var coroutine = ForAnyConsumer(Consumer()).Prime();
        Assert.True(coroutine.TrySend(1));
        Assert.True(coroutine.TrySend(2));
        Assert.False(coroutine.TrySend(3));
        Assert.Equal(6, coroutine.Result);
    }
}
