using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>How bodies end, and what stands where a yield may.</summary>
public sealed partial class ControlFlowExitTests
{
    [Fact]
    public void S009_Return_in_the_middle_of_a_loop() => Oracle.Check((log, yield) => ReturnMid(log, 4, yield), log => ReturnMid(log, 4));

    [Coroutine]
    private static string ReturnMid(Log log, int limit, Yield<int, int> yield)
    {
        for (int i = 0; ; i++)
        {
            foreach (int step in new[] { 1, 2 })
            {
                int answer = yield(i * 10 + step);
                if (answer == 1)
                    return $"one at {i}.{step}";
                if (i == limit)
                    return log.Arg("end", $"limit, {yield(-1)}");
            }
        }
    }

    [Fact]
    public void S010_Nested_blocks_with_variables_of_the_same_name()
        => Oracle.Check((log, yield) => SameNames(log, yield), log => SameNames(log));

    [Coroutine]
    private static string SameNames(Log log, Yield<object, int> yield)
    {
        string result = "";
        {
            int x = yield("int") + 1;
            result += yield(x) + x;
        }
        {
            string x = "s" + yield("string");
            result += yield(x) + x;
            {
                int y = yield(x);
                result += y;
            }
            {
                char y = (char)('a' + (yield(x) & 7));
                result += yield(y);
                result += y;
            }
        }
        for (long x = 0; x < 2; x++)
            result += yield(x) + x;
        log.Note(result);
        return result;
    }

    [Fact]
    public void S011_Empty_body_without_any_yield()
    {
        Oracle.Check((log, yield) => Empty(log, yield), log => Empty(log));
        Oracle.Check((log, yield) => NoYield(log, 2, yield), log => NoYield(log, 2));
    }

    [Coroutine]
    private static void Empty(Log log, Yield<int> yield)
    {
    }

    [Coroutine]
    private static int NoYield(Log log, int n, Yield<int, int> yield)
    {
        log.Note("only once");
        return n * 2;
    }

    [Fact]
    public void S012_Expression_bodied_method()
    {
        Oracle.Check((log, yield) => Expression(log, yield), log => Expression(log));
        Oracle.Check((log, yield) => VoidExpression(log, yield), log => VoidExpression(log));
    }

    [Coroutine]
    private static string Expression(Log log, Yield<string, int> yield) => $"{log.Arg("a", yield("a"))}/{yield("b")}";

    [Coroutine]
    private static void VoidExpression(Log log, Yield<int> yield) => yield(log.Arg("a", 1));

    [Fact]
    public void S013_Bare_return() => Oracle.Check((log, yield) => BareReturn(log, yield), log => BareReturn(log));

    [Coroutine]
    private static void BareReturn(Log log, Yield<string, bool> yield)
    {
        if (yield("stop?"))
        {
            log.Note("stopped");
            return;
        }
        yield("on");
        if (yield("now?"))
            return;
        log.Note("to the end");
    }

    [Fact]
    public void S014_The_answer_is_discarded() => Oracle.Check((log, yield) => Discarded(log, yield), log => Discarded(log));

    [Coroutine]
    private static void Discarded(Log log, Yield<int, string> yield)
    {
        yield(1);
        _ = yield(2);
        _ = yield(3) + log.Arg("right", "r");
        yield(log.Arg("last", 4));
    }

    [Fact]
    public void S015_A_yield_in_the_argument_of_a_yield()
        => Oracle.Check((log, yield) => InOwnArgument(log, yield), log => InOwnArgument(log));

    [Coroutine]
    private static int InOwnArgument(Log log, Yield<int, int> yield)
    {
        int a = yield(yield(yield(1) + 1) + 1);
        log.Note($"a={a}");
        return yield(log.Arg("left", 7) + yield(yield(a)) * yield(0));
    }

#pragma warning disable CS0162 // Unreachable code is the scenario.
    [Fact]
    public void S016_Unreachable_yields() => Oracle.Check((log, yield) => Unreachable(log, yield), log => Unreachable(log));

    [Coroutine]
    private static int Unreachable(Log log, Yield<int, int> yield)
    {
        if (false)
            yield(-1);
        while (true)
        {
            int n = yield(1);
            if (n > 2)
                return n;
            log.Note("again");
            continue;
            yield(-2);
        }
        yield(-3);
        return -4;
    }
#pragma warning restore CS0162
}
