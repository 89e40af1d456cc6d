using CoroutineGen.Tests.Scenarios;
using Xunit;

namespace CoroutineGen.Tests.Traps;

/// <summary>Traps 15 to 21: what runs when control leaves, and what does not.</summary>
public sealed partial class HandlerTraps
{
    // Naive: "finally" and "dispose" before the first answer, and once more at each resume, because the suspension is a return.
    [Fact]
    public void Trap_15_A_finally_does_not_run_on_a_suspension()
        => Oracle.Check((log, yield) => Suspended(log, yield), log => Suspended(log));

    [Coroutine]
    private static int Suspended(Log log, Yield<string, int> yield)
    {
        int sum = 0;
        try
        {
            using var resource = new Resource(log, "resource");
            sum += yield("first") * resource.Use();
            foreach (int n in new List<int> { 1, 2 })
                sum += yield("second") * resource.Use() + n;
        }
        finally
        {
            log.Note($"finally {sum}");
        }
        return sum + yield("after");
    }

    // Naive, the point stored before the value is evaluated: a value that faults is taken for a suspension, and "finally" is left out.
    // Naive, not stored at all: "finally" runs on suspension. The result is that of the return, whatever the last finally adds.
    [Fact]
    public void Trap_16_A_return_out_of_a_try_is_a_suspension_only_once_it_has_a_value()
        => Oracle.Check((log, yield) => Returned(log, yield), log => Returned(log));

    [Coroutine]
    private static int Returned(Log log, Yield<int, int> yield)
    {
        int sum = 0;
        try
        {
            try
            {
                for (int n = 0; n < 3; n++)
                    sum += yield(sum > 3 ? log.Fail<int>("value") : log.Arg("value", sum));
                return sum;
            }
            finally
            {
                log.Note($"finally {sum}");
            }
        }
        finally
        {
            sum += 100 + yield(log.Arg("last", -1));
            log.Note($"after the last {sum}");
        }
    }

    private static bool Says(Log log, string filter) => log.Arg(filter, true);

    // Naive: "finally" and "dispose" before "filter", because a finally became a catch that throws again.
    [Fact]
    public void Trap_17_Outer_filters_are_asked_before_a_finally_runs()
        => Oracle.Check((log, yield) => Filtered(log, yield), log => Filtered(log));

    [Coroutine]
    private static string Filtered(Log log, Yield<string, int> yield)
    {
        try
        {
            try
            {
                using var resource = new Resource(log, "resource");
                if (yield("try") > 2)
                    return log.Fail<string>("value");
                yield("more");
            }
            finally
            {
                log.Note("finally");
            }
        }
        catch (InvalidOperationException e) when (Says(log, "filter"))
        {
            return $"{e.Message} {yield("caught")}";
        }
        return "fine";
    }

    // Naive: "finally, filter" for both, because one finally that suspends turns them all into catches. Only its own may come early: a
    // filter runs before the stack is unwound, so nobody can suspend between the two, and the oracle does differ.
    [Fact]
    public void Trap_18_Only_a_finally_that_suspends_comes_before_the_filters()
    {
        var log = new Log();
        var coroutine = Suspending(log);
        coroutine.MoveNext();
        Assert.Equal("in finally", coroutine.Send(3));
        Assert.True(coroutine.MoveNext());
        Assert.False(coroutine.MoveNext());
        Assert.Equal("first second", coroutine.Result);
        Assert.Equal(
            ["first=\"faults\"", "suspending finally", "filter=True", "second=\"faults\"", "filter=True", "plain finally"],
            log.Entries.Select(entry => entry.Trim()));
    }

    [Coroutine]
    private static string Suspending(Log log, Yield<string, int> yield)
    {
        string seen = "";
        yield("start");
        try
        {
            try
            {
                throw new FormatException(log.Arg("first", "faults"));
            }
            finally
            {
                log.Note("suspending finally");
                yield("in finally");
            }
        }
        catch (FormatException) when (Says(log, "filter"))
        {
            seen += "first ";
        }
        try
        {
            try
            {
                yield("in try");
                throw new FormatException(log.Arg("second", "faults"));
            }
            finally
            {
                log.Note("plain finally");
            }
        }
        catch (FormatException) when (Says(log, "filter"))
        {
            seen += "second";
        }
        return seen;
    }

    // Naive: fails with "inner", because both handlers were moved out and share the place of the exception that throw; means.
    [Fact]
    public void Trap_19_A_bare_throw_means_its_own_handlers_exception()
        => Oracle.Check((log, yield) => Rethrown(log, yield), log => Rethrown(log));

    [Coroutine]
    private static int Rethrown(Log log, Yield<string, int> yield)
    {
        try
        {
            yield("try");
            throw new InvalidOperationException("outer");
        }
        catch (InvalidOperationException)
        {
            try
            {
                yield("handler");
                throw new FormatException("inner");
            }
            catch (FormatException)
            {
                if (yield("inner handler") > 3)
                    throw;
            }
            log.Note($"then {yield("then")}");
            throw;
        }
    }

    // Naive, the handler after its try: "finally" is left out when the handler throws or is closed. Naive, the handler inside its try:
    // "sibling" catches what the handler throws.
    [Fact]
    public void Trap_20_A_handler_is_inside_its_finally_and_outside_its_try()
        => Oracle.Check((log, yield) => Moved(log, yield), log => Moved(log));

    [Coroutine]
    private static string Moved(Log log, Yield<string, int> yield)
    {
        try
        {
            try
            {
                yield("try");
                throw new FormatException("first");
            }
            catch (FormatException)
            {
                if (yield("handler") > 0)
                    throw new InvalidOperationException("second");
            }
            catch (InvalidOperationException e)
            {
                log.Note($"sibling {e.Message} {yield("sibling")}");
            }
            finally
            {
                log.Note("finally");
            }
            return "fine";
        }
        catch (InvalidOperationException e)
        {
            return $"outer {e.Message} {yield("outer")}";
        }
    }

    // Naive: yields "caught" when closed, because the exit is thrown as an exception, and the user's catch has it; then Close reports an
    // ignored exit.
    [Fact]
    public void Trap_21_Closing_passes_a_catch_of_everything()
        => Oracle.Check((log, yield) => Everything(log, yield), log => Everything(log),
            closing: (log, yield) => EverythingElse(log, yield));

    [Coroutine]
    private static string Everything(Log log, Yield<string, int> yield)
    {
        string seen = "";
        while (seen.Length < 3)
        {
            try
            {
                seen += yield("try");
            }
            catch (Exception e)
            {
                seen += log.Arg("caught", e.Message.Length) + yield("caught");
            }
            finally
            {
                log.Note($"finally {seen}");
            }
        }
        return seen;
    }

    private static string EverythingElse(Log log, Yield<string, int> yield)
    {
        string seen = "";
        while (seen.Length < 3)
        {
            try
            {
                seen += yield("try");
            }
            catch (Exception e) when (e is not CoroutineExitException)
            {
                seen += log.Arg("caught", e.Message.Length) + yield("caught");
            }
            finally
            {
                log.Note($"finally {seen}");
            }
        }
        return seen;
    }
}
