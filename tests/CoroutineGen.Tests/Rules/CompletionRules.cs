using Xunit;

namespace CoroutineGen.Tests.Rules;

/// <summary>Rules 24 to 31: completion.</summary>
public sealed partial class CompletionRules
{
    private readonly List<string> _log = [];

    [Coroutine]
    private static int OneThen(int result, Yield<int, int> yield)
    {
        yield(1);
        return result;
    }

    [Coroutine]
    private static T Returns<T>(T value, Yield<int> yield)
    {
        try
        {
            yield(1);
            return value;
        }
        catch (Exception)
        {
            yield(-1);
            throw;
        }
    }

    [Coroutine]
    private int Logged(Yield<int> yield)
    {
        try
        {
            yield(1);
            return 2;
        }
        finally
        {
            _log.Add("finally");
        }
    }

    [Fact]
    public void Rule_24_A_return_gives_false_and_the_result()
    {
        var coroutine = OneThen(5);
        Assert.True(coroutine.MoveNext());
        Assert.False(coroutine.MoveNext());
        Assert.True(coroutine.HasResult);
        Assert.Equal(5, coroutine.Result);
        Assert.True(coroutine.TryGetResult(out int result));
        Assert.Equal(5, result);
    }

    [Fact]
    public void Rule_24_Next_and_Send_raise_Done_with_the_value()
    {
        var next = OneThen(5).Prime();
        Assert.Equal(5, Assert.Throws<CoroutineCompletedException>(() => next.Next()).Result);
        var send = OneThen(6).Prime();
        Assert.Equal(6, Assert.Throws<CoroutineCompletedException>(() => send.Send(0)).Result);
    }

    [Fact]
    public void Rule_25_The_value_is_delivered_once_and_Result_stays()
    {
        var coroutine = OneThen(5).Prime();
        Assert.Equal(5, Assert.Throws<CoroutineCompletedException>(() => coroutine.Next()).Result);
        Assert.Null(Assert.Throws<CoroutineCompletedException>(() => coroutine.Next()).Result);
        Assert.Null(Assert.Throws<CoroutineCompletedException>(() => coroutine.Send(1)).Result);
        coroutine.Dispose();
        Assert.Equal(5, coroutine.Result);
    }

    [Fact]
    public void Rule_25_The_result_is_still_there_after_a_foreach()
    {
        var coroutine = OneThen(5);
        foreach (int _ in coroutine)
        {
        }
        Assert.Equal(5, coroutine.Result);
    }

    [Fact]
    public void Rule_26_The_end_repeats_for_ever()
    {
        var coroutine = OneThen(5);
        Assert.Equal([1], coroutine.ToArray());
        for (int n = 0; n < 3; n++)
        {
            Assert.False(coroutine.MoveNext());
            Assert.False(coroutine.TrySend(n));
        }
        Assert.Empty(coroutine);
    }

    [Fact]
    public void Rule_27_A_returned_tuple_or_exception_is_not_unpacked()
    {
        var tuple = Returns((1, 2));
        Assert.Equal(1, tuple.Next());
        Assert.Equal((1, 2), Assert.Throws<CoroutineCompletedException>(() => tuple.Next()).Result);

        var error = new CoroutineCompletedException(3);
        var exception = Returns(error);
        Assert.Equal(1, exception.Next());
        Assert.Same(error, Assert.Throws<CoroutineCompletedException>(() => exception.Next()).Result);
        Assert.Same(error, exception.Result);
    }

    [Fact]
    public void Rule_28_A_return_is_not_caught() => Assert.Equal([1], Returns("text").ToArray());

    [Fact]
    public void Rule_29_Finally_runs_before_the_end_is_visible()
    {
        var logged = Logged();
        logged.Next();
        Assert.Empty(_log);
        Assert.False(logged.MoveNext());
        Assert.Equal(["finally"], _log);
        Assert.Equal(2, logged.Result);
    }

    [Fact]
    public void Rule_30_There_is_no_result_before_the_end()
    {
        var coroutine = OneThen(5);
        Assert.Throws<InvalidOperationException>(() => coroutine.Result);
        coroutine.Prime();
        Assert.Throws<InvalidOperationException>(() => coroutine.Result);
        Assert.False(coroutine.HasResult);
        Assert.False(coroutine.TryGetResult(out _));
    }

    [Fact]
    public void Rule_31_There_is_no_current_value_unless_suspended()
    {
        var coroutine = OneThen(5);
        Assert.Throws<InvalidOperationException>(() => coroutine.Current);
        coroutine.Prime();
        Assert.Equal(1, coroutine.Current);
        coroutine.MoveNext();
        Assert.Throws<InvalidOperationException>(() => coroutine.Current);
    }
}
