using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>What leaves a handler, and what does not come back into it.</summary>
public sealed partial class RethrowTests
{
    [Fact]
    public void S147_Rethrowing_in_a_catch_that_yields()
    {
        Oracle.Check((log, yield) => Rethrow(log, yield), log => Rethrow(log));
        var coroutine = Rethrow(new Log());
        coroutine.MoveNext();
        coroutine.Send(3);
        var error = Assert.Throws<InvalidOperationException>(() => coroutine.Send(0));
        Assert.Contains(nameof(Deep), error.StackTrace, StringComparison.Ordinal);
    }

    private static void Deep(int n)
    {
        if (n > 2)
            throw new InvalidOperationException("deep");
    }

    [Coroutine]
    private static string Rethrow(Log log, Yield<string, int> yield)
    {
        try
        {
            Deep(yield("try"));
            yield("fine");
            throw new FormatException("else");
        }
        catch (InvalidOperationException e)
        {
            log.Note(e.Message);
            if (yield("swallow?") > 2)
                return "swallowed";
            throw;
        }
        catch (FormatException)
        {
            log.Note("format");
            throw;
        }
    }

    [Fact]
    public void S148_An_inner_rethrow_means_the_inner_exception() => Oracle.Check((log, yield) => Inner(log, yield), log => Inner(log));

    [Coroutine]
    private static string Inner(Log log, Yield<string, int> yield)
    {
        try
        {
            yield("outer try");
            throw new InvalidOperationException("outer");
        }
        catch (InvalidOperationException outer)
        {
            try
            {
                yield("inner try");
                throw new InvalidOperationException("inner");
            }
            catch (InvalidOperationException inner)
            {
                try
                {
                    if (yield($"which {outer.Message} {inner.Message}") > 3)
                        throw;                                      // the inner one
                }
                catch (InvalidOperationException again)
                {
                    log.Note($"again {again.Message} {ReferenceEquals(again, inner)}");
                    yield("third");
                }
            }
            if (yield("outer?") > 1)
                throw;                                              // the outer one
        }
        return "end";
    }

    [Fact]
    public void S149_A_throw_in_a_handler_is_not_seen_by_its_siblings()
        => Oracle.Check((log, yield) => Siblings(log, yield), log => Siblings(log));

    [Coroutine]
    private static string Siblings(Log log, Yield<string, int> yield)
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
                if (yield("throw?") > 0)
                    throw new InvalidOperationException("from the handler");
            }
            catch (InvalidOperationException)
            {
                log.Note("only what is thrown into the try");
                yield("sibling");
                throw new FormatException("not seen by the clause above");
            }
            finally
            {
                log.Note("its own finally runs");
            }
        }
        catch (InvalidOperationException e)
        {
            return $"outer {e.Message} {yield("outer")}";
        }
        return "none";
    }

    [Fact]
    public void S150_A_finally_does_not_run_on_a_suspension()
        => Oracle.Check((log, yield) => NotOnSuspend(log, yield), log => NotOnSuspend(log));

    [Coroutine]
    private static int NotOnSuspend(Log log, Yield<string, int> yield)
    {
        int sum = 0;
        try
        {
            sum += yield("one");
            try
            {
                sum += yield("two");
                sum += yield("three");
            }
            finally
            {
                log.Note($"inner {sum}");
            }
            sum += yield("four");
        }
        finally
        {
            log.Note($"outer {sum}");
        }
        return sum;
    }

    [Fact]
    public void S151_The_returned_value_is_saved_before_the_finally() => Oracle.Check((log, yield) => Saved(log, yield), log => Saved(log));

    [Coroutine]
    private static int Saved(Log log, Yield<string, int> yield)
    {
        int n = 1;
        try
        {
            n += yield("try");
            return log.Arg("returned", n);
        }
        finally
        {
            n = 100;
            try
            {
                n += yield("finally");
            }
            finally
            {
                log.Note($"{n}");
            }
        }
    }

    [Fact]
    public void S152_Jumps_through_a_finally_that_yields() => Oracle.Check((log, yield) => Jumps(log, yield), log => Jumps(log));

    [Coroutine]
    private static string Jumps(Log log, Yield<string, int> yield)
    {
        string path = "";
        for (int i = 0; i < 4; i++)
        {
            try
            {
                switch (yield($"jump {i}"))
                {
                    case 1:
                        continue;
                    case 2:
                        goto Out;
                    case 3:
                        path += "three ";
                        break;
                    case 4:
                        path += "four ";
                        goto Inside;
                    case 5:
                        return log.Arg("returned", path);
                    default:
                        goto case 3;
                }
                path += "on ";
            Inside:
                path += "inside ";
            }
            finally
            {
                path += $"f{yield("finally")} ";
            }
            if (path.Length > 20)
                break;
        }
        path += "after ";
    Out:
        return path + yield("out");
    }
}
