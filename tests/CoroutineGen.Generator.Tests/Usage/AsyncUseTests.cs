using Xunit;

namespace CoroutineGen.Generator.Tests.Usage;

/// <summary>Wrong programs with asynchronous coroutines: what is said, and that nothing else is.</summary>
public sealed class AsyncUseTests : UsageTest
{
    [Theory]
    // Nothing waits for what is sent.
    [InlineData("CORO3001", "var c = Later.Average(3); await c.[|SendAsync|](1);")]
    [InlineData("CORO3001", "await Later.Average(3).[|TrySendAsync|](1);")]
    [InlineData("CORO3001", "var c = Later.Average(3); await c.[|SendAsync|](1).ConfigureAwait(false); await c.SendAsync(2);")]
    [InlineData("CORO3001", "AsyncCoroutine<double, double> c = Later.Average(3); await c.[|SendAsync|](1);")]
    [InlineData("CORO3001", "await using var c = Later.Sink(); if (await c.[|TrySendAsync|](1)) Console.WriteLine();")]
    [InlineData("CORO3001", "var c = Later.Average(3); var t = c.[|SendAsync|](1); await t;")]
    [InlineData("CORO3001", "Func<Task> later = async () => { var c = Later.Average(3); await c.[|SendAsync|](1); }; await later();")]
    [InlineData("CORO3002", "var c = Later.Average(3); if (x) await c.PrimeAsync(); await c.[|SendAsync|](1);")]
    [InlineData("CORO3002", "var c = Later.Average(3); if (x) await c.PrimeAsync().ConfigureAwait(false); await c.[|SendAsync|](1);")]
    // Nobody resumes it.
    [InlineData("CORO3003", "[|Later.Range(3)|];")]
    [InlineData("CORO3003", "var c = [|Later.Range(3)|]; await Task.Yield();")]
    // It is closed.
    [InlineData("CORO3004", "var c = Later.Average(3); await c.CloseAsync(); await c.[|NextAsync|]();")]
    [InlineData("CORO3004", "var c = Later.Range(3); while (await c.MoveNextAsync()) { } await c.[|MoveNextAsync|]();")]
    [InlineData("CORO3004", "var c = await Later.Ready(); await c.DisposeAsync(); await c.[|SendAsync|](1);")]
    [InlineData("CORO3005", "var c = Later.Range(3); await foreach (int i in c) { } await foreach (int i in [|c|]) { }")]
    [InlineData("CORO3005", "var c = Later.Range(3); await foreach (int i in c.ConfigureAwait(false)) { } await foreach (int i in [|c|]) { }")]
    [InlineData("CORO3005", "IAsyncEnumerable<int> c = Later.Range(3); await c.CountAsync(); await foreach (int i in [|c|]) { }")]
    // It waits for answers.
    [InlineData("CORO3006", "await foreach (double d in [|Later.Average(3)|]) { }")]
    [InlineData("CORO3006", "await foreach (double d in [|Later.Average(3).WithCancellation(CancellationToken.None)|]) { }")]
    [InlineData("CORO3006", "await foreach (double d in [|Later.Average(3).ConfigureAwait(false)|]) { }")]
    [InlineData("CORO3006", "var l = await [|Later.Average(3)|].Where(d => d > 1).ToListAsync(); double f = await Later.Average(3).FirstAsync();")]
    [InlineData("CORO3006", "Later.AverageCoroutine c = Later.Average(3); await foreach (var d in [|c|]) { }")]
    // Primed already.
    [InlineData("CORO3007", "var c = await Later.Average(3).PrimeAsync(); await c.[|PrimeAsync|](); await c.SendAsync(1);")]
    [InlineData("CORO3007", "var c = await Later.Ready(); await c.[|PrimeAsync|](); await c.SendAsync(1);")]
    // Its finally blocks never run.
    [InlineData("CORO3008", "var c = await [|Later.Lines()|].PrimeAsync(); Console.WriteLine(c.Current);")]
    [InlineData("CORO3008", "var c = [|Later.Scoped(null!)|]; await c.NextAsync();")]
    // It has not returned.
    [InlineData("CORO3011", "var c = Later.Counted(3); Console.WriteLine(c.[|Result|]);")]
    [InlineData("CORO3011", "var c = Later.Counted(3); await c.NextAsync(); Console.WriteLine(c.[|Result|]);")]
    // Two at a time.
    [InlineData("CORO3013", "await using var c = Later.Range(3); var a = c.MoveNextAsync(); var b = c.[|MoveNextAsync|](); await a; await b;")]
    [InlineData("CORO3013", "await using var c = Later.Range(3); await Task.WhenAll(c.MoveNextAsync().AsTask(), c.[|MoveNextAsync|]().AsTask());")]
    [InlineData("CORO3013", "var c = Later.Range(3); var a = c.NextAsync(); await c.[|CloseAsync|](); await a;")]
    [InlineData("CORO3013", "await using var c = await Later.Average(3).PrimeAsync(); c.SendAsync(1); await c.[|SendAsync|](2);")]
    [InlineData("CORO3013", "await using var c = await Later.Average(3).PrimeAsync(); _ = c.SendAsync(1); await c.[|SendAsync|](2);")]
    [InlineData("CORO3013", "await using var c = await Later.Average(3).PrimeAsync(); foreach (double d in new[] { 1, 2 }) _ = c.[|TrySendAsync|](d);")]
    [InlineData("CORO3013", "await using var c = await Later.Average(3).PrimeAsync(); while (x) { c.[|TrySendAsync|](n); await Task.Yield(); }")]
    [InlineData("CORO3013", "var c = Later.Average(3); var p = c.PrimeAsync(); await c.[|SendAsync|](1); await p;")]
    [InlineData("CORO3013", "await using var c = Later.Range(3); var a = c.MoveNextAsync(); if (x) Console.WriteLine(); await c.[|MoveNextAsync|](); await a;")]
    [InlineData("CORO3013", "await using var c = Later.Range(3); var a = c.MoveNextAsync().ConfigureAwait(false); await c.[|MoveNextAsync|](); await a;")]
    [InlineData("CORO3013", "IAsyncEnumerator<int> c = Later.Range(3).GetAsyncEnumerator(); var a = c.MoveNextAsync(); await c.[|MoveNextAsync|](); await a;")]
    // A token for nobody.
    [InlineData("CORO3014", "await foreach (int i in Later.Range(3).WithCancellation([|token|])) { }")]
    [InlineData("CORO3014", "await foreach (int i in Later.Range(3).ConfigureAwait(false).WithCancellation([|token|])) { }")]
    [InlineData("CORO3014", "var c = Later.Range(3); await foreach (int i in c.WithCancellation([|token|]).ConfigureAwait(false)) { }")]
    [InlineData("CORO3014", "var e = Later.Range(3).GetAsyncEnumerator([|token|]); await e.MoveNextAsync();")]
    // Answers that are not there.
    [InlineData("CORO3015", "var c = Later.Range(3); if (c.MoveNextAsync().[|Result|]) await Task.Yield();")]
    [InlineData("CORO3015", "var c = Later.Range(3); c.MoveNextAsync().GetAwaiter().[|GetResult|](); await Task.Yield();")]
    [InlineData("CORO3015", "var c = Later.Range(3); c.CloseAsync().ConfigureAwait(false).GetAwaiter().[|GetResult|](); await Task.Yield();")]
    [InlineData("CORO3015", "var c = Later.Range(3); var a = c.NextAsync(); int i = a.[|Result|]; await Task.Yield();")]
    [InlineData("CORO3015", "var c = Later.Ready().[|Result|]; await c.SendAsync(1);")]
    public async Task Said_of_a_use(string id, string statements)
        => Assert.All(await AsyncBody("CORO3", statements), d => Assert.Equal(id, d.Id));

    [Theory]
    [InlineData("[Coroutine] static async Task Body(AsyncYield<int> yield) { try { await yield(1); } catch (CoroutineExitException) { await [|yield(2)|]; } }")]
    [InlineData("[Coroutine] static async Task Body(AsyncYield<int> yield) { while (true) { try { await yield(1); } catch ([|CoroutineExitException|]) { await Task.Yield(); } } }")]
    [InlineData("[Coroutine] static async Task Body(string s, AsyncYield<int> yield) { [|ArgumentNullException.ThrowIfNull(s)|]; await yield(1); }")]
    [InlineData("[Coroutine] static async Task Body(int n, AsyncYield<int> yield) { await Task.Yield(); [|if (n < 0) throw new ArgumentOutOfRangeException(nameof(n));|] await yield(1); }")]
    [InlineData("[Coroutine] static async Task Body(AsyncYield<int, string> yield) => await yield.From([|new[] { 1, 2 }|]);")]
    [InlineData("[Coroutine] static async Task Body(IAsyncEnumerable<int> inner, AsyncYield<int, string> yield) => await yield.From([|inner.WithCancellation(default)|]);")]
    [InlineData("[Coroutine] static async Task Body(AsyncReceive<string> yield) => await yield.From([|new List<Unit>()|]);")]
    [InlineData("[Coroutine] static async Task Body(AsyncYield<double, object> yield) => await yield.From([|Later.Average(3)|]);")]
    [InlineData("[Coroutine] static async Task Body(AsyncYield<double, string> yield) => await yield.From([|Co.Average(3)|]);")]
    [InlineData("[Coroutine] static async Task Body(IAsyncCoroutine<string, string> inner, AsyncYield<string, int> yield) => await yield.From([|inner|]);")]
    [InlineData("Later.AverageCoroutine c = Later.Average(3); async Task<double> Run() => await c.[|SendAsync|](1);", "class")]
    [InlineData("Later.SinkCoroutine Sink { get; } = Later.Sink(); Task<bool> Run() => Sink.[|TrySendAsync|](1).AsTask();", "class")]
    public Task Said_of_members(string members, string kind = "static partial class") => Source("CORO3", $"{kind} Test\n{{\n    {members.Replace("class ", "", StringComparison.Ordinal)}\n}}\n");

    [Fact]
    public async Task Names_what_to_call()
    {
        string text = Usings + "static class Test { static async Task Run() { var c = Later.Average(3); await c.SendAsync(1); var d = await Later.Lines().PrimeAsync(); await d.PrimeAsync(); await foreach (var e in Later.Average(1)) { } } }";
        var found = await Find("CORO3", text, Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary, null);
        Assert.Collection(
            found.Select(d => d.GetMessage()),
            unprimed => Assert.Contains("await PrimeAsync() first", unprimed, StringComparison.Ordinal),
            left => Assert.Contains("'await using'", left, StringComparison.Ordinal),
            redundant => Assert.Contains("this PrimeAsync() does nothing", redundant, StringComparison.Ordinal),
            loop => Assert.Contains("use PrimeAsync and SendAsync to answer", loop, StringComparison.Ordinal));
    }
}
