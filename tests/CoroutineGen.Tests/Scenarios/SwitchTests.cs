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
}
