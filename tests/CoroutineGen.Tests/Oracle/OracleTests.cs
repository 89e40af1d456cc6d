using Xunit;
using Xunit.Sdk;

namespace CoroutineGen.Tests;

/// <summary>The oracle notices: each of these pairs differs in one respect, and is refused for it.</summary>
public sealed partial class OracleTests
{
    private static string Refused(Action check) => Assert.ThrowsAny<XunitException>(check).Message;

    [Coroutine]
    private static int Sum(Log log, int start, Yield<int, int> yield)
    {
        try
        {
            start += yield(log.Arg("start", start));
            start += yield(start);
        }
        finally
        {
            log.Note("finally");
        }
        return start;
    }

    [Fact]
    public void A_method_and_its_coroutine_agree() => Oracle.Check((log, yield) => Sum(log, 1, yield), log => Sum(log, 1));

    [Fact]
    public void Another_value_is_noticed_and_marked_beside_what_was_expected()
    {
        string message = Refused(() => Oracle.Check((log, yield) => Sum(log, 1, yield), log => Sum(log, 2)));
        Assert.Equal(
            ["MoveNext", "   the method itself | the coroutine", ">>     start=1       |     start=2", "   yields 1          | yields 2"],
            message.ReplaceLineEndings("\n").Split('\n').Take(4));
    }

    private static int WithoutFinally(Log log, int start, Yield<int, int> yield)
    {
        start += yield(log.Arg("start", start));
        start += yield(start);
        log.Note("finally");
        return start;
    }

    [Fact]
    public void A_lost_finally_is_noticed_only_by_interrupting()
    {
        string message = Refused(() => Oracle.Check((log, yield) => WithoutFinally(log, 1, yield), log => Sum(log, 1)));
        const string Script = "answers [3, 1, 4, 1, 5, 9, 2, 6], InvalidOperationException thrown in at suspension 1";
        Assert.StartsWith(Script, message, StringComparison.Ordinal);
    }

    [Coroutine]
    private static void Guarded(Log log, Yield<int, int> yield)
    {
        try
        {
            yield(1);
        }
        catch (InvalidOperationException)
        {
            try
            {
                yield(2);
            }
            finally
            {
                log.Note("finally");
            }
        }
    }

    private static void Unguarded(Log log, Yield<int, int> yield)
    {
        try
        {
            yield(1);
        }
        catch (InvalidOperationException)
        {
            yield(2);
            log.Note("finally");
        }
    }

    [Fact]
    public void A_finally_lost_in_a_handler_is_noticed_only_by_interrupting_twice()
    {
        string message = Refused(() => Oracle.Check((log, yield) => Unguarded(log, yield), log => Guarded(log)));
        const string Twice = ", InvalidOperationException thrown in at suspension 1, InvalidOperationException thrown in at suspension 2";
        Assert.Contains(Twice, message, StringComparison.Ordinal);
    }

    private static int Late(Log log, int start, Yield<int, int> yield)
    {
        int answer = yield(start);
        start += answer + yield(log.Arg("start", start) + answer);
        log.Note("finally");
        return start;
    }

    [Fact]
    public void A_step_on_the_wrong_side_of_a_suspension_is_noticed()
    {
        string message = Refused(() => Oracle.Check((log, yield) => Late(log, 1, yield), log => Sum(log, 1)));
        Assert.Contains(">> yields 1", message, StringComparison.Ordinal);
    }

    [Coroutine]
    private static void Endless(Log log, Yield<int> yield)
    {
        for (int n = 0; ; n++)
            yield(n);
    }

    private static void EndlessButOne(Log log, Yield<int> yield)
    {
        for (int n = 0; n < Script<Unit>.Limit; n++)
            yield(n);
    }

    [Fact]
    public void A_body_without_end_is_cut_and_the_cut_is_compared()
    {
        Oracle.Check((log, yield) => Endless(log, yield), log => Endless(log));
        string message = Refused(() => Oracle.Check((log, yield) => EndlessButOne(log, yield), log => Endless(log)));
        Assert.Contains("is cut", message, StringComparison.Ordinal);
    }

    [Coroutine]
    private static string CatchesAll(Log log, Yield<int, int> yield)
    {
        try
        {
            return $"{yield(1)}";
        }
        catch (Exception e)
        {
            return log.Arg("caught", e.Message);
        }
    }

    private static string CatchesAllButExit(Log log, Yield<int, int> yield)
    {
        try
        {
            return $"{yield(1)}";
        }
        catch (Exception e) when (e is not CoroutineExitException)
        {
            return log.Arg("caught", e.Message);
        }
    }

    [Fact]
    public void A_catch_of_everything_needs_a_twin_to_be_closed_by()
    {
        string message = Refused(() => Oracle.Check((log, yield) => CatchesAll(log, yield), log => CatchesAll(log)));
        Assert.Contains("closed at suspension 1", message, StringComparison.Ordinal);
        Oracle.Check((log, yield) => CatchesAll(log, yield),
            log => CatchesAll(log), closing: (log, yield) => CatchesAllButExit(log, yield));
    }

    [Coroutine]
    private static int Failing(Log log, bool early, Yield<int, int> yield)
    {
        if (early)
            throw new InvalidOperationException("thrown in");
        return yield(1);
    }

    [Fact]
    public void Which_object_was_thrown_is_compared()
    {
        Oracle.Check((log, yield) => Failing(log, true, yield), log => Failing(log, true));
        string message = Refused(() => Oracle.Check<int, int, int>((log, yield) => Replacing(yield), log => Failing(log, false)));
        Assert.Contains("the very one", message, StringComparison.Ordinal);
    }

    private static int Replacing(Yield<int, int> yield)
    {
        try
        {
            return yield(1);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidOperationException(e.Message);
        }
    }

    [Fact]
    public void A_body_that_notes_without_end_is_stopped()
    {
        Action endless = () =>
        {
            for (var log = new Log(); ;)
                log.Note("again");
        };
        Assert.Throws<TimeoutException>(endless);
    }
}
