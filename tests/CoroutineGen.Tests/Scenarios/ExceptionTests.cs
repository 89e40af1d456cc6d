using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Handlers with yields in and around them. The oracle throws into every suspension, and closes at every one.</summary>
public sealed partial class ExceptionTests
{
    [Fact]
    public void S140_A_yield_in_a_try() => Oracle.Check((log, yield) => Try(log, yield), log => Try(log));

    [Coroutine]
    private static string Try(Log log, Yield<string, int> yield)
    {
        string path = "";
        for (int i = 0; i < 3; i++)
        {
            try
            {
                path += log.Arg("left", i) + yield($"try {i}") + ";";
                if (path.Length > 6)
                    log.Fail<int>("too long");
            }
            catch (InvalidOperationException e)
            {
                path += $"[{e.Message}]";
                log.Note("caught");
            }
            log.Note($"round {i}");
        }
        return path + yield("outside");
    }

    [Fact]
    public void S141_A_yield_in_a_catch() => Oracle.Check((log, yield) => Catch(log, yield), log => Catch(log));

    [Coroutine]
    private static string Catch(Log log, Yield<string, int> yield)
    {
        string path = "";
        try
        {
            path += yield("try");
            log.Fail<int>("body");
        }
        catch (InvalidOperationException e)
        {
            int answer = yield($"caught {e.Message}");
            path += e.Message + answer;
            if (answer == 1)
                return path + yield("returning from the catch");
            yield("still in the catch");
        }
        catch (FormatException)
        {
            log.Note("never");
        }
        return path + yield("after");
    }

    [Fact]
    public void S141_A_catch_of_everything_does_not_see_the_exit()
        => Oracle.Check((log, yield) => CatchAll(log, yield), log => CatchAll(log), closing: (log, yield) => CatchAllButExit(log, yield));

    [Coroutine]
    private static string CatchAll(Log log, Yield<string, int> yield)
    {
        try
        {
            yield("try");
            try
            {
                yield("inner try");
            }
            catch
            {
                yield("caught, unnamed");
            }
        }
        catch (Exception e)
        {
            return log.Arg("caught", e.GetType().Name) + yield("caught");
        }
        return "end";
    }

    private static string CatchAllButExit(Log log, Yield<string, int> yield)
    {
        try
        {
            yield("try");
            try
            {
                yield("inner try");
            }
            catch (Exception e) when (e is not CoroutineExitException)
            {
                yield("caught, unnamed");
            }
        }
        catch (Exception e) when (e is not CoroutineExitException)
        {
            return log.Arg("caught", e.GetType().Name) + yield("caught");
        }
        return "end";
    }

    [Fact]
    public void S142_A_yield_in_a_finally() => Oracle.Check((log, yield) => Finally(log, yield), log => Finally(log));

    [Coroutine]
    private static string Finally(Log log, Yield<string, int> yield)
    {
        string path = "";
        for (int i = 0; i < 2; i++)
        {
            try
            {
                path += yield("try");
                if (path.Length > 3)
                    log.Fail<int>("body");
            }
            finally
            {
                path += "f" + yield($"finally {path}");
                log.Note("finally is over");
            }
        }
        return path;
    }

    [Fact]
    public void S143_Yields_in_all_three() => Oracle.Check((log, yield) => AllThree(log, yield), log => AllThree(log));

    [Coroutine]
    private static string AllThree(Log log, Yield<string, int> yield)
    {
        string path = "";
        try
        {
            path += "t" + yield("try");
            if (yield("fail?") == 1)
                throw new InvalidOperationException("one");
        }
        catch (InvalidOperationException e) when (e.Message.Length > 2)
        {
            path += "c" + yield($"catch {e.Message}");
            if (yield("throw?") == 1)
                throw new FormatException("from the catch");
        }
        finally
        {
            path += "f" + yield("finally");
            log.Note(path);
        }
        return path + yield("after");
    }

    [Fact]
    public void S144_A_filter_over_a_body_that_yields() => Oracle.Check((log, yield) => Filter(log, yield), log => Filter(log));

    [Coroutine]
    private static string Filter(Log log, Yield<string, int> yield)
    {
        int depth = 0;
        try
        {
            depth = yield("try");
            try
            {
                depth += yield("inner");
                log.Fail<int>("fails");
            }
            catch (InvalidOperationException) when (log.Arg("inner filter", depth > 5))
            {
                return $"inner {yield("inner catch")}";
            }
        }
        catch (InvalidOperationException e) when (log.Arg("filter", e.Message) == "fails")
        {
            return $"outer {depth} {yield("outer catch")}";
        }
        return "none";
    }

    [Fact]
    public void S145_A_filter_that_changes_locals() => Oracle.Check((log, yield) => Changing(log, yield), log => Changing(log));

    [Coroutine]
    private static string Changing(Log log, Yield<string, int> yield)
    {
        int asked = 0;
        string seen = "";
        for (int i = 0; i < 3; i++)
        {
            try
            {
                seen += yield($"round {i}");
                throw new InvalidOperationException($"{asked}");
            }
            catch (InvalidOperationException e) when (++asked > 1 && (seen += "?") != "")
            {
                seen += e.Message + yield("caught") + asked;
            }
            catch (InvalidOperationException)
            {
                seen += "first";
                log.Note($"{asked}");
            }
        }
        return seen;
    }

    [Fact]
    public void S146_Several_catches_of_which_some_yield()
        => Oracle.Check((log, yield) => SeveralCatches(log, yield), log => SeveralCatches(log));

    [Coroutine]
    private static string SeveralCatches(Log log, Yield<string, int> yield)
    {
        string path = "";
        for (int i = 0; i < 4; i++)
        {
            try
            {
                path += yield($"which {i}") switch
                {
                    0 => throw new FormatException("zero"),
                    1 => throw new ArgumentException("one"),
                    2 => throw new NotSupportedException("two"),
                    _ => "ok ",
                };
            }
            catch (FormatException)
            {
                path += "format ";
            }
            catch (ArgumentException e) when (e.Message == "one")
            {
                path += "argument" + yield("argument") + " ";
            }
            catch (NotSupportedException e)
            {
                path += e.Message + yield("not supported") + e.Message + " ";
            }
            catch (InvalidOperationException e)
            {
                path += e.Message;
                break;
            }
        }
        return log.Arg("path", path);
    }
}
