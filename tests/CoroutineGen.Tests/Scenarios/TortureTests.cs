using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Several constructs in one body, each in the way of another.</summary>
public sealed partial class TortureTests
{
    [Fact]
    public void S152_Jumps_through_two_finally_blocks_that_yield()
        => Oracle.Check((log, yield) => TwoFinally(log, yield), log => TwoFinally(log));

    [Coroutine]
    private static string TwoFinally(Log log, Yield<string, int> yield)
    {
        string path = "";
        for (int i = 0; i < 3; i++)
        {
            foreach (char c in "ab")
            {
                try
                {
                    try
                    {
                        int answer = yield($"{i}{c}");
                        if (answer == 1)
                            break;
                        if (answer == 2)
                            goto Next;
                        if (answer == 3)
                            continue;
                        if (answer == 4)
                            return log.Arg("returned", path);
                        if (answer == 5)
                            throw new FormatException("five");
                        path += "on";
                    }
                    finally
                    {
                        path += $"<{yield("inner")}";
                    }
                    path += "between";
                }
                catch (FormatException e) when (i >= 0 && e.Message == "five")
                {
                    path += yield("caught");
                    break;
                }
                finally
                {
                    path += $"{yield("outer")}>";
                    log.Note(path);
                }
                path += "end";
            }
            path += "row";
        Next:
            ;
        }
        return path;
    }

    [Fact]
    public void S177_Closures_over_a_try_in_a_loop() => Oracle.Check((log, yield) => ClosuresInTry(log, yield), log => ClosuresInTry(log));

    [Coroutine]
    private static string ClosuresInTry(Log log, Yield<string, int> yield)
    {
        var kept = new List<Func<string>>();
        for (int i = 0; i < 3; i++)
        {
            int before = yield($"before {i}");
            try
            {
                int inside = yield($"inside {i}") + before;
                kept.Add(() => $"{before++}.{inside++}");
                if (inside > 6)
                    throw new InvalidOperationException($"{inside}");
                using var resource = new Resource(log, kept[^1]());
                kept.Add(() => $"{resource.Uses}.{inside}");
                inside += yield("under using") + resource.Use();
            }
            catch (InvalidOperationException e)
            {
                string message = e.Message;
                kept.Add(() => message + e.Message + before);
                message += yield($"caught {message}");
            }
            finally
            {
                int last = i;
                kept.Add(() => $"{last} of {i}");
                log.Note(string.Join(" ", kept.Select(read => read())));
            }
        }
        return string.Join(" ", kept.Select(read => read()));
    }

    [Fact]
    public void S143_A_try_in_every_part_of_a_try() => Oracle.Check((log, yield) => TryInTry(log, yield), log => TryInTry(log));

    [Coroutine]
    private static string TryInTry(Log log, Yield<string, int> yield)
    {
        string path = "";
        try
        {
            try
            {
                path += yield("1");
                log.Fail<int>("first");
            }
            catch (FormatException)
            {
                path += yield("never");
            }
            finally
            {
                path += yield("2");
            }
        }
        catch (InvalidOperationException outer)
        {
            try
            {
                path += outer.Message + yield("3");
                throw new FormatException("second");
            }
            catch (FormatException inner)
            {
                path += inner.Message + outer.Message + yield("4");
                try
                {
                    path += yield("5");
                }
                finally
                {
                    path += yield("6");
                }
            }
            finally
            {
                path += outer.Message + yield("7");
            }
        }
        finally
        {
            try
            {
                path += yield("8");
                if (path.Contains('5', StringComparison.Ordinal))
                    throw new NotSupportedException(path);
            }
            catch (NotSupportedException e)
            {
                path = e.Message + yield("9");
            }
        }
        return path;
    }

    private static int Answer(Log log, int n) => n % 3 == 0 ? log.Fail<int>($"answer {n}") : n;

    [Fact]
    public void S017_Operands_left_behind_by_an_exception() => Oracle.Check((log, yield) => LeftBehind(log, yield), log => LeftBehind(log));

    [Coroutine]
    private static string LeftBehind(Log log, Yield<string, int> yield)
    {
        string result = "";
        int n = 0;
        while (result.Length < 30 && n < 6)
        {
            try
            {
                result += $"{n++}" + Answer(log, yield("a")) + log.Arg("n", n) + Answer(log, yield("b")) * n++ + ";";
            }
            catch (InvalidOperationException) when (n > 0)
            {
                result += $"!{n}";
                n += 1;
            }
        }
        return result;
    }

    [Fact]
    public void S009_Returns_of_a_struct_from_everywhere() => Oracle.Check((log, yield) => Returns(log, yield), log => Returns(log));

    [Coroutine]
    private static (int At, Pair? Pair) Returns(Log log, Yield<string, int> yield)
    {
        for (int i = 0; ; i++)
        {
            using var resource = new Resource(log, $"{i}");
            switch (yield($"{i}"))
            {
                case 1:
                    return (i, new Pair(1, yield("in a switch")));
                case 2:
                    foreach (int n in new List<int> { 1, 2 })
                    {
                        if (yield($"in a loop {n}") > 1)
                            return (n, null);
                    }
                    break;
                case 4:
                    try
                    {
                        return (i, new Pair(resource.Use(), log.Arg("y", 2)));
                    }
                    finally
                    {
                        yield("in a finally");
                    }
                default:
                    if (i > 2)
                        return default;
                    continue;
            }
            log.Note("once more");
        }
    }
}
