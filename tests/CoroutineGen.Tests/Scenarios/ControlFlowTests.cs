using Xunit;

namespace CoroutineGen.Tests.Scenarios;

public sealed partial class ControlFlowTests
{
    [Fact]
    public void S001_If_else_condition() => Oracle.Check((log, yield) => IfElse(log, yield), log => IfElse(log));

    [Coroutine]
    private static string IfElse(Log log, Yield<string, bool> yield)
    {
        string path = "";
        if (yield("first?"))
        {
            path += "A";
            log.Note("then");
        }
        else if (log.Arg("left", path.Length == 0) && yield("second?"))
        {
            path += "B";
            if (!yield("third?"))
                log.Note("not third");
            else
                path += yield("fourth?");
        }
        else
            path += "C";
        if (yield(path)) { }
        else
            path += "D";
        return path;
    }

    [Fact]
    public void S002_While_condition()
        => Oracle.Check((log, yield) => While(log, yield), log => While(log), [[true, true, false], [false], [true]]);

    [Coroutine]
    private static int While(Log log, Yield<int, bool> yield)
    {
        int n = 0;
        while (yield(log.Arg("asked", n)) && n < 5)
        {
            n++;
            if (n == 2)
                continue;
            log.Note($"body {n}");
        }
        return n;
    }

    [Fact]
    public void S003_Do_condition_after_continue()
        => Oracle.Check((log, yield) => Do(log, yield), log => Do(log), [[true, true, true, false], [false]]);

    [Coroutine]
    private static int Do(Log log, Yield<string, bool> yield)
    {
        int n = 0;
        do
        {
            n++;
            if (n % 2 == 1)
                continue;                       // to the condition, not to the top
            log.Note($"even {n}");
            if (n == 6)
                break;
        }
        while (yield($"again {n}?"));
        return n;
    }

    [Fact]
    public void S004_For_initialiser_condition_and_increment() => Oracle.Check((log, yield) => For(log, yield), log => For(log));

    [Coroutine]
    private static string For(Log log, Yield<string, int> yield)
    {
        string seen = "";
        for (int i = yield("from"), end = yield("to") + i; i < yield("limit") + end && seen.Length < 12; i += 1 + Math.Abs(yield("by")))
        {
            log.Note($"i={i} end={end}");
            seen += i;
        }
        return seen;
    }

    [Fact]
    public void S005_Continue_in_for_runs_the_increment() => Oracle.Check((log, yield) => ContinueFor(log, yield), log => ContinueFor(log));

    [Coroutine]
    private static int ContinueFor(Log log, Yield<int, bool> yield)
    {
        int taken = 0;
        for (int i = 0; i < 6; log.Note($"i was {i}"), i++)
        {
            if (i == 1)
                continue;
            if (yield(i))
                continue;
            taken += i;
            if (taken > 6)
                break;
        }
        return taken;
    }

    [Fact]
    public void S006_Several_increments() => Oracle.Check((log, yield) => Increments(log, yield), log => Increments(log));

    [Coroutine]
    private static string Increments(Log log, Yield<(int, int), int> yield)
    {
        int i, j;
        for (i = 0, j = 10; i < j; i++, j -= yield((i, j)) & 3, log.Note($"{i} {j}"))
            log.Note("body");
        return $"{i} {j}";
    }

    [Fact]
    public void S007_Break_out_of_nested_loops() => Oracle.Check((log, yield) => Nested(log, yield), log => Nested(log));

    [Coroutine]
    private static string Nested(Log log, Yield<string, int> yield)
    {
        string path = "";
        for (int i = 0; i < 3; i++)
        {
            int j = 0;
            while (true)
            {
                int answer = yield($"{i}.{j}");
                if (answer > 4)
                    break;
                do
                {
                    if (yield($"{i}.{j} inner") < 2)
                        break;
                    path += "x";
                }
                while (path.Length < 3);
                if (++j > 2)
                    break;
            }
            path += i;
            if (path.Length > 8)
                break;
        }
        log.Note(path);
        return path;
    }

    [Fact]
    public void S008_While_true_with_no_exit() => Oracle.Check((log, yield) => Forever(log, yield), log => Forever(log));

    [Coroutine]
    private static void Forever(Log log, Yield<int, int> yield)
    {
        int sum = 0;
        while (true)
        {
            int before = sum;
            sum += yield(sum);
            log.Note($"{before} to {sum}");
        }
    }
}
