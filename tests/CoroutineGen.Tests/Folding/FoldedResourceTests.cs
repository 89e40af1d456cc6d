using Xunit;

namespace CoroutineGen.Tests.Folding;

/// <summary>
/// Found by fuzzing: a folded body that returned from within a using had the variables of its caller when the resource was disposed. Such a
/// body is not folded. Behind a finally with a yield in its try, nothing was run at all.
/// </summary>
public sealed partial class FoldedResourceTests
{
    private int _deeper;

    private bool Deeper() => _deeper++ % 3 == 0;

    private sealed class Resource(Log log, int number) : IDisposable
    {
        public void Dispose() => log.Arg("disposed", number);
    }

    [Coroutine]
    private int Protected(Log log, int a, Yield<int, int> yield)
    {
        int value = Deeper() ? yield.From(Protected(log, a - 1)) : 1;
        using (new Resource(log, value + yield(a)))
            return value + a;
    }

    [Coroutine]
    private int Suspended(Log log, int a, Yield<int, int> yield)
    {
        int value = Deeper() ? yield.From(Suspended(log, a - 1)) : 1;
        try
        {
            value += yield(a);
            return value;
        }
        finally
        {
            log.Arg("finally", a);
        }
    }

    [Coroutine]
    private void Declared(Log log, int a, Yield<int, int> yield)
    {
        if (Deeper())
            yield.From(Declared(log, a - 1));
        using var resource = new Resource(log, a);
        if (yield(a) > 2)
            return;
        yield(-a);
    }

    [Coroutine]
    private void Locked(Log log, int a, Yield<int> yield)
    {
        if (Deeper())
            yield.From(Locked(log, a - 1));
        yield(a);
        switch (a)
        {
            case > 4:
                lock (log)
                {
                    foreach (int n in new[] { a })
                    {
                        if (n == a)
                            return;
                    }
                }
                break;
        }
        log.Arg("not reached at 5", a);
    }

    [Fact]
    public void A_return_from_a_try_that_yields_skipped_the_finally()
        => Oracle.Check((log, yield) => new FoldedResourceTests().Suspended(log, 5, yield), log => new FoldedResourceTests().Suspended(log, 5));

    [Fact]
    public void A_return_behind_a_using_declaration()
        => Oracle.Check((log, yield) => new FoldedResourceTests().Declared(log, 5, yield), log => new FoldedResourceTests().Declared(log, 5));

    [Fact]
    public void A_return_from_a_lock()
        => Oracle.Check((log, yield) => new FoldedResourceTests().Locked(log, 5, yield), log => new FoldedResourceTests().Locked(log, 5));

    [Fact]
    public void A_return_from_a_using_went_back_to_the_caller_before_the_resource_was_disposed()
        => Oracle.Check((log, yield) => new FoldedResourceTests().Protected(log, 5, yield), log => new FoldedResourceTests().Protected(log, 5));
}
