using System.Runtime.CompilerServices;
using Xunit;

namespace CoroutineGen.Tests.Rules;

/// <summary>What a refusal says: which coroutine it is, where it stands where that matters, and what to do. Synchronous ones and those that await.</summary>
public partial class MessageRules
{
    [Coroutine]
    private static string Echo(Yield<int, int> yield) => $"{yield(1)}";

    [Coroutine]
    private static async Task<string> Later(AsyncYield<int, int> yield)
    {
        await Task.Yield();
        return $"{await yield(1)}";
    }

    /// <summary>Nothing of it waits: its operations are those of another form.</summary>
    [Coroutine]
    private static async Task Pure(AsyncYield<int, int> yield) => await yield(1);

    [Coroutine]
    private static int Delegating(Coroutine<int, int, string> inner, Yield<int, int> yield) => yield.From(inner).Length;

    [Coroutine]
    private static void Stubborn(Yield<int> yield)
    {
        try
        {
            yield(1);
        }
        finally
        {
            yield(2);
        }
    }

    [Coroutine]
    private static async Task StubbornLater(AsyncYield<int> yield)
    {
        try
        {
            await yield(1);
        }
        finally
        {
            await Task.Yield();
            await yield(2);
        }
    }

    [Coroutine]
    private static void OverStubborn(Yield<int> yield) => yield.From(Stubborn());

    private static EndedTooSoonCoroutine? s_running;

    [Coroutine]
    private static void EndedTooSoon(bool resumesItself, Yield<int> yield)
    {
        yield(1);
        if (resumesItself)
            s_running!.MoveNext();
        var echo = Echo();
        yield(echo.Next() + echo.Send(2));
    }

    private static readonly string s_stubborn = Line("yield(2);"), s_stubbornLater = Line("await yield(2);");

    private static string Line(string text, [CallerFilePath] string path = "")
        => $"MessageRules.cs:{File.ReadLines(path).TakeWhile(line => line.Trim() != text).Count() + 1}, {text.TrimEnd(';')}";

    private static void ResultOf(ICoroutineResult<string> coroutine) => _ = coroutine.Result;

    private static string Said(Action operation) => Assert.ThrowsAny<InvalidOperationException>(operation).Message;

    private static async Task<string> Said(Func<ValueTask> operation)
        => (await Assert.ThrowsAnyAsync<InvalidOperationException>(() => operation().AsTask())).Message;

    [Fact]
    public async Task What_was_not_started_is_named()
    {
        const string Rest = "' has not been started: there is no yield yet to send a value to. Call Prime() first.";
        Assert.Equal("'Echo" + Rest, Said(() => Echo().Send(1)));
        Assert.Equal("'Echo" + Rest, Said(() => Echo().TrySend(1)));
        Assert.Equal("'Delegating" + Rest, Said(() => Delegating(Echo()).TrySend(1)));
        Assert.Equal("'Later" + Rest, await Said(async () => await Later().SendAsync(1)));
        Assert.Equal("'Pure" + Rest, await Said(async () => await Pure().TrySendAsync(1)));
    }

    [Fact]
    public async Task What_has_ended_is_named()
    {
        Assert.Equal("'Echo' has ended.", Said(() => Echo().Prime().Send(1)));
        Assert.Equal("'Stubborn' has ended.", Said(() => { var c = Stubborn(); _ = c.Next() + c.Next() + c.Next(); }));
        Assert.Equal("'Echo' has ended.", Said(() => Delegating(Echo()).Prime().Delegate.As<EchoCoroutine>().Send(1)));
        Assert.Equal("'Later' has ended.", await Said(async () => await (await Later().PrimeAsync()).SendAsync(1)));
    }

    [Fact]
    public void What_has_no_value_and_no_result_is_named()
    {
        Assert.Equal("'Echo' is not suspended at a yield, so that it has no current value.", Said(() => _ = Echo().Current));
        Assert.Equal("'Later' is not suspended at a yield, so that it has no current value.", Said(() => _ = Later().Current));
        Assert.Equal("'Echo' has not returned, so that it has no result.", Said(() => ResultOf(Echo())));
        Assert.Equal("'Later' has not returned, so that it has no result.", Said(() => ResultOf(Later())));
    }

    [Fact]
    public void What_is_running_is_named()
    {
        s_running = EndedTooSoon(resumesItself: true);
        s_running.Next();
        Assert.Equal(
            "'EndedTooSoon' is already running: it can be resumed again when it has come to a yield, and by one thread at a time.",
            Said(() => s_running.Next()));
    }

    [Fact]
    public async Task An_operation_in_progress_is_named()
    {
        var later = Later();
        var moves = later.MoveNextAsync();
        Assert.Equal("An operation of 'Later' is in progress: await it first.", Said(() => { _ = later.CloseAsync(); }));
        Assert.True(await moves);
    }

    [Fact]
    public async Task What_yields_instead_of_ending_says_where()
    {
        string Rest(string at) => $"' yielded when it was asked to end, at {at}.";
        var stubborn = Stubborn();
        stubborn.Next();
        Assert.Equal("'Stubborn" + Rest(s_stubborn), Said(stubborn.Close));
        Assert.Equal(s_stubborn, stubborn.SuspendedAt);

        // It is the inner one that yields.
        var outer = OverStubborn();
        outer.Next();
        Assert.Equal("'Stubborn" + Rest(s_stubborn), Said(outer.Close));

        var later = StubbornLater();
        await later.NextAsync();
        string said = await Said(later.CloseAsync);
        Assert.Equal("'StubbornLater" + Rest(s_stubbornLater), said);
        Assert.Equal($"StubbornLater [Suspended] at {s_stubbornLater}", later.ToString());
    }

    [Fact]
    public void What_lets_the_end_of_another_one_escape_is_named_and_so_is_the_other_one()
    {
        var c = EndedTooSoon(resumesItself: false);
        c.Next();
        var error = Assert.Throws<CoroutineStateException>(() => c.Next());
        Assert.Equal(
            "'EndedTooSoon' let a CoroutineCompletedException escape: another coroutine that it resumed had ended, which MoveNext and TrySend say by false.",
            error.Message);
        Assert.Equal("'Echo' has ended.", error.InnerException!.Message);
    }

    /// <summary>A hundred tasks of one method can be told apart in a log, also while they delegate.</summary>
    [Fact]
    public void Where_it_is_suspended_is_told_of_what_is_suspended_only()
    {
        var outer = Delegating(Echo());
        Assert.Null(outer.SuspendedAt);
        outer.Prime();
        Assert.Matches(@"^MessageRules\.cs:\d+, yield\.From\(inner\)$", outer.SuspendedAt);
        Assert.Matches(@"^MessageRules\.cs:\d+, yield\(1\)$", outer.Delegate.As<EchoCoroutine>().SuspendedAt);
        outer.Close();
        Assert.Null(outer.SuspendedAt);
        Assert.Equal("Delegating [Closed]", outer.ToString());
    }
}

file static class Casts
{
    public static T As<T>(this object? value) => Assert.IsType<T>(value);
}
