using Xunit;

namespace CoroutineGen.Tests.Scenarios;

public sealed partial class SwitchTests
{
    [Fact]
    public void S100_A_yield_in_the_switch_value() => Oracle.Check((log, yield) => Value(log, yield), log => Value(log));

    [Coroutine]
    private static string Value(Log log, Yield<string, int> yield)
    {
        string path = "";
        for (int i = 0; i < 4; i++)
        {
            switch (log.Arg("left", i) + yield($"{i}"))
            {
                case 0:
                case 1:
                    path += "low ";
                    break;
                case > 8:
                    return path + "high";
                case 4:
                    continue;
                default:
                    path += "mid ";
                    break;
            }
            path += i;
        }
        return path;
    }

    [Fact]
    public void S101_A_yield_in_a_when_clause()
        => Oracle.Check((log, yield) => When(log, yield), log => When(log), answers: [[1, 0, 1], [2, 1, 0, 0, 1], [0, 0, 0], [5, 0]]);

    [Coroutine]
    private static string When(Log log, Yield<string, int> yield)
    {
        object value = yield("value");
        switch (value)
        {
            case int n when log.Arg("n", n) > 0 && yield($"first {n}") > 0:
                return $"first {n} {yield("in the body")}";
            case > 1 when yield("second") > 0:
                return "second";
            case int n when yield($"third {n}") > 0:
                return $"third {n}";
            case string:
                return "never";
            default:
                return $"default {value}";
        }
    }

    [Fact]
    public void S102_Yields_in_the_sections() => Oracle.Check((log, yield) => Sections(log, 1, yield), log => Sections(log, 1));

    [Coroutine]
    private static string Sections(Log log, int start, Yield<string, int> yield)
    {
        int at = start;
        while (true)
        {
            switch (at)
            {
                case 1:
                    at = yield("one") & 3;
                    break;
                case 2:
                {
                    int old = at;
                    at = yield("two");
                    log.Note($"{old} to {at}");
                    break;
                }
                case 3 when yield("three?") > 2:
                    return $"three {yield("three!")}";
                default:
                    if (yield("default") < 5)
                    {
                        at = 1;
                        break;
                    }
                    return $"default {at}";
            }
            log.Note($"at {at}");
        }
    }

    [Fact]
    public void S103_Goto_case_and_goto_default() => Oracle.Check((log, yield) => GotoCase(log, yield), log => GotoCase(log));

    [Coroutine]
    private static string GotoCase(Log log, Yield<string, int> yield)
    {
        string path = "";
        switch (yield("start"))
        {
            case 0:
                path += "0";
                goto case 3;
            case 3:
                path += "3";
                if (yield(path) > 1)
                    goto default;
                goto case 1;
            case 1:
                path += "1" + yield(path);
                break;
            default:
                path += "d";
                if (path.Length < 5)
                    goto case 3;
                break;
        }
        return log.Arg("path", path);
    }

    [Fact]
    public void S104_Locals_of_the_whole_switch() => Oracle.Check((log, yield) => SwitchWide(log, yield), log => SwitchWide(log));

    [Coroutine]
    private static string SwitchWide(Log log, Yield<string, int> yield)
    {
        switch (yield("which") & 3)
        {
            case 0:
                int shared = yield("zero");
                goto case 2;
            case 1:
                shared = 10;
                log.Note($"{shared}");
                shared += yield("one");
                return $"one {shared}";
            case 2:
                shared = 20;
                string text = yield("two") + "";
                return text + shared;
            default:
                text = "default";
                shared = yield(text);
                return text + shared;
        }
    }

    [Fact]
    public void S105_Switches_over_strings_and_longs()
        => Oracle.Check((log, yield) => Strings(log, yield), log => Strings(log),
            answers: [["b", "seven", "a"], [null, ""], ["x", "seven"]]);

    [Coroutine]
    private static string Strings(Log log, Yield<string, string?> yield)
    {
        string result = "";
        for (int i = 0; i < 2; i++)
        {
            switch (yield(result))
            {
                case null:
                    result += "null" + yield("null");
                    break;
                case "a" or "b":
                    result += "ab";
                    break;
                case "":
                    return log.Arg("empty", result);
                case var other:
                    result += other + yield(other) + other;
                    break;
            }
        }
        long n = result.Length;
        switch (n << 40)
        {
            case 3L << 40:
                return result + yield("long");
            case 0x7_0000_0000_0000:
                return "other";
            default:
                return result + n;
        }
    }

    [Fact]
    public void S106_The_arms_of_a_switch_expression() => Oracle.Check((log, yield) => Arms(log, yield), log => Arms(log));

    [Coroutine]
    private static string Arms(Log log, Yield<string, object?> yield)
        => log.Arg("left", "l") + yield("value") switch
        {
            int n when n > 1 && yield("when") is { } w => $"int {n} {w} {yield("int")}",
            string s => s + yield(s) + s.Length,
            null => log.Arg("null", "null"),
            var other => $"{other} {yield("other")} {other}",
        };

    [Fact]
    public void S106_A_when_that_yields_beside_members()
        => Oracle.Check((log, yield) => ArmsOfMembers(log, yield), log => ArmsOfMembers(log));

    [Coroutine]
    private static string ArmsOfMembers(Log log, Yield<string, object?> yield)
        => yield("value") switch
        {
            string { Length: > 1 and var length } s when yield("when") is not null => s + length,
            string { Length: var length } s => s + yield(s) + length,
            var other => $"{other} {yield("other")} {other}",
        };

    [Fact]
    public void S107_The_natural_type_of_the_arms() => Oracle.Check((log, yield) => Natural(log, yield), log => Natural(log));

    [Coroutine]
    private static string Natural(Log log, Yield<string, int> yield)
    {
        var wide = yield("a") switch { > 2 => yield("int"), 1 => 5L, _ => (byte)1 };
        double? target = yield("b") switch { > 2 => yield("c"), _ => null };
        Pair pair = yield("d") switch { 1 => new(1, yield("e")), _ => default };
        return $"{wide.GetType().Name} {wide} {target} {pair} {Which(yield("f") switch { 0 => yield("g"), _ => 'c' })}";

        static string Which<T>(T value) => $"{typeof(T).Name} {value}";
    }

    [Fact]
    public void S108_A_switch_expression_that_matches_nothing() => Oracle.Check((log, yield) => Nothing(log, yield), log => Nothing(log));

#pragma warning disable CS8509, CS8524 // Not exhaustive: the scenario.
    [Coroutine]
    private static string Nothing(Log log, Yield<string, int> yield)
    {
        try
        {
            return yield("value") switch { 1 => $"one {yield("one")}", > 3 => "many" };
        }
        catch (Exception e) when (e.GetType().Name == "SwitchExpressionException")
        {
            log.Note(e.Message.Split('.')[0]);
            return "nothing";
        }
    }
#pragma warning restore CS8509, CS8524

    [Fact]
    public void S109_Nested_switch_expressions_in_arguments()
        => Oracle.Check((log, yield) => NestedArms(log, yield), log => NestedArms(log));

    [Coroutine]
    private static string NestedArms(Log log, Yield<string, int> yield)
    {
        int n = 1;
        return string.Join(
            ",",
            n++,
            yield("outer") switch
            {
                > 2 => yield("inner") switch { 1 => n, var m => m + yield("m") },
                _ => n > 0 ? yield("conditional") : -1,
            },
            log.Arg("n", n++),
            (n, yield("pair")) switch { (3, > 1) => $"three {yield("three")}", (var a, var b) => $"{a}{b}" });
    }
}
