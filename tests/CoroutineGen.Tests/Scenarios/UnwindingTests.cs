using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Nested finally blocks, exceptions on their way out, and closing.</summary>
public sealed partial class UnwindingTests
{
    [Fact]
    public void S153_Nested_finally_blocks() => Oracle.Check((log, yield) => Nested(log, yield), log => Nested(log));

    [Coroutine]
    private static string Nested(Log log, Yield<string, int> yield)
    {
        string path = "";
        try
        {
            try
            {
                try
                {
                    path += yield("try");
                    if (path == "4")
                        throw new FormatException("innermost");
                }
                finally
                {
                    path += "1";
                    path += yield("first finally");
                }
                path += yield("between");
            }
            finally
            {
                log.Note($"second {path}");
                path += "2";
            }
        }
        finally
        {
            try
            {
                path += yield("third finally");
            }
            finally
            {
                log.Note($"fourth {path}");
            }
        }
        return path;
    }

    [Fact]
    public void S154_An_exception_that_replaces_another_in_a_finally()
        => Oracle.Check((log, yield) => Replaced(log, yield), log => Replaced(log));

    [Coroutine]
    private static string Replaced(Log log, Yield<string, int> yield)
    {
        try
        {
            try
            {
                yield("try");
                throw new FormatException("first");
            }
            finally
            {
                if (yield("replace?") > 0)
                    throw new InvalidOperationException("second");
            }
        }
        catch (InvalidOperationException e)
        {
            log.Note(e.Message);
            return $"{e.Message} {yield("caught")}";
        }
    }

    [Fact]
    public void S155_Throwing_in_at_each_suspension() => Oracle.Check((log, yield) => EverySite(log, yield), log => EverySite(log));

    [Coroutine]
    private static string EverySite(Log log, Yield<string, int> yield)
    {
        int sum = yield("unprotected");
        using var resource = new Resource(log, "resource");
        sum += log.Arg("left", sum) + yield("under using");
        while (true)
        {
            try
            {
                foreach (int n in new List<int> { 1, 2 })
                    sum += Math.Max(n, yield($"in foreach {n}")) * resource.Use();
                return $"{sum} {yield("before the end")}";
            }
            catch (InvalidOperationException e)
            {
                sum = -sum;
                log.Note($"retry after {e.Message} {yield("in catch")}");
            }
            finally
            {
                log.Note($"finally {sum}");
            }
        }
    }

    [Fact]
    public void S156_Closing_at_each_suspension() => Oracle.Check((log, yield) => Closing(log, yield), log => Closing(log));

    [Coroutine]
    private static string Closing(Log log, Yield<string, int> yield)
    {
        yield("unprotected");
        try
        {
            yield("under finally");
            try
            {
                yield("under a catch that names it");
                using (new Resource(log, "resource"))
                    yield("under using and catch");
            }
            catch (CoroutineExitException)
            {
                log.Note("exit seen");
                return "closed by name";
            }
            catch (InvalidOperationException)
            {
                log.Note("thrown in");
            }
            try
            {
                yield("under finally and finally");
            }
            finally
            {
                log.Note("inner");
            }
        }
        finally
        {
            log.Note("outer");
        }
        return $"{yield("free")}";
    }

    [Fact]
    public void S157_Disposing_before_the_start()
    {
        Oracle.Check((log, yield) => NotStarted(log, yield), log => NotStarted(log));
        var log = new Log();
        using (NotStarted(log))
            Assert.Empty(log.Entries);
        Assert.Empty(log.Entries);
    }

    [Coroutine]
    private static void NotStarted(Log log, Yield<int> yield)
    {
        using var resource = new Resource(log, "opened by the first step");
        yield(1);
    }

    [Fact]
    public void S158_A_yield_in_a_finally_while_closing()
        => Oracle.Check((log, yield) => FinallyYields(log, yield), log => FinallyYields(log));

    [Coroutine]
    private static string FinallyYields(Log log, Yield<string, int> yield)
    {
        try
        {
            yield("try");
        }
        finally
        {
            try
            {
                yield("finally");
            }
            finally
            {
                log.Note("innermost");
            }
            log.Note("after the exit is ignored this runs only when resumed");
        }
        return $"{yield("after")}";
    }

    [Fact]
    public void S158_After_an_ignored_exit_it_is_resumable()
    {
        var log = new Log();
        var coroutine = FinallyYields(log);
        coroutine.MoveNext();
        Assert.Equal(CoroutineStateReason.IgnoredExit, Assert.Throws<CoroutineStateException>(coroutine.Close).Reason);
        Assert.Equal(CoroutineState.Suspended, coroutine.State);
        Assert.Equal("finally", coroutine.Current);
        // The exit goes on its way once the finally is over: it was ignored by the yield, not caught.
        Assert.Throws<CoroutineExitException>(() => coroutine.TrySend(1));
        Assert.Equal(["    innermost", "    after the exit is ignored this runs only when resumed"], log.Entries);
    }

    [Fact]
    public void S159_Re_entrancy()
    {
        Reentrant? self = null;
        var log = new Log();
        self = new Reentrant(log);
        self.Coroutine = self.Body();
        Assert.True(self.Coroutine.MoveNext());
        Assert.Equal("    Running", log.Entries[0]);
        Assert.False(self.Coroutine.TrySend(2));
        Assert.Equal(2, self.Coroutine.Result);
    }

    private sealed partial class Reentrant(Log log)
    {
        public Coroutine<int, int, int>? Coroutine;

        [Coroutine]
        public int Body(Yield<int, int> yield)
        {
            try
            {
                Coroutine!.TrySend(1);
            }
            catch (CoroutineStateException e)
            {
                log.Note($"{e.Reason}");
            }
            return yield(1);
        }
    }

    [Fact]
    public void S160_A_failure_is_the_end()
    {
        Oracle.Check((log, yield) => Failing(log, yield), log => Failing(log));
        var coroutine = Failing(new Log());
        coroutine.MoveNext();
        Assert.Throws<FormatException>(() => coroutine.TrySend(1));
        Assert.Equal(CoroutineState.Closed, coroutine.State);
        Assert.False(coroutine.MoveNext());
        Assert.IsType<FormatException>(coroutine.Error);
    }

    [Coroutine]
    private static void Failing(Log log, Yield<string, int> yield)
    {
        using var resource = new Resource(log, "resource");
        if (yield("fail?") == 1)
            throw new FormatException("one");
        log.Note($"{resource.Uses / yield("divide by")}");
    }

    [Fact]
    public void S161_Throwing_in_before_the_start()
    {
        var log = new Log();
        var coroutine = Failing(log);
        var error = new InvalidOperationException("early");
        Assert.Same(error, Assert.Throws<InvalidOperationException>(() => coroutine.Throw(error)));
        Assert.Equal(CoroutineState.Closed, coroutine.State);
        Assert.False(coroutine.MoveNext());
        Assert.Empty(log.Entries);
    }
}
