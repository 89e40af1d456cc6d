using Xunit;

namespace CoroutineGen.Generator.Tests.Usage;

/// <summary>Correct programs that use asynchronous coroutines, of which nothing is to be said.</summary>
public sealed class AsyncSilentTests : UsageTest
{
    public static TheoryData<string> Programs =>
    [
        // Primed in one way or another.
        "var c = await Later.Average(3).PrimeAsync(); await c.SendAsync(1);",
        "var c = Later.Average(3); await c.PrimeAsync(); await c.SendAsync(1); await c.TrySendAsync(2);",
        "var c = Later.Average(3); await c.PrimeAsync().ConfigureAwait(false); await c.SendAsync(1).ConfigureAwait(false);",
        "var c = Later.Average(3); await c.NextAsync(); await c.SendAsync(1);",
        "var c = Later.Average(3); if (!await c.MoveNextAsync()) return; await c.SendAsync(1);",
        "var c = Later.Average(3); await c.MoveNextAsync().ConfigureAwait(false); await c.SendAsync(1);",
        "await using var c = Later.Average(3); await c.PrimeAsync(); await c.SendAsync(1);",
        "var c = await Later.Ready(); await c.SendAsync(1);",
        "await using var c = await Later.Ready().ConfigureAwait(false); await c.SendAsync(1);",
        "var made = Later.Ready(); Console.WriteLine(); var c = await made; await c.SendAsync(1);",
        "await (await Later.Average(3).PrimeAsync()).SendAsync(1);",
        "var c = x ? await Later.Average(3).PrimeAsync() : await Later.Average(4).PrimeAsync(); await c.SendAsync(1);",
        "var c = Later.Average(3); if (x) await c.PrimeAsync(); else await c.MoveNextAsync(); await c.SendAsync(1);",
        "var c = Later.Average(3); if (x) { await c.PrimeAsync(); await c.SendAsync(1); }",
        "var c = Later.Average(3); bool primed = false; if (x) { await c.PrimeAsync(); primed = true; } if (primed) await c.SendAsync(1);",
        "var c = Later.Average(3); for (int i = 0; i < n; i++) { if (i == 0) await c.PrimeAsync(); else await c.SendAsync(i); }",
        "var c = Later.Average(3); if (x) await c.PrimeAsync(); if (c.State == CoroutineState.Created) await c.PrimeAsync(); await c.SendAsync(1);",
        "var c = Later.Average(3); try { Console.WriteLine(); await c.PrimeAsync(); } finally { Console.WriteLine(); } await c.SendAsync(1);",
        "var c = Later.Average(3); Func<Task> prime = async () => await c.PrimeAsync(); await prime(); await c.SendAsync(1);",
        "var c = Later.Average(3); await Warm(c); await c.SendAsync(1); static async Task Warm(AsyncCoroutine<double, double> c) => await c.PrimeAsync();",
        "var prime = Later.Average(3).PrimeAsync(); Console.WriteLine(); var c = await prime; await c.SendAsync(1);",
        "IAsyncCoroutine<double, double> c = Later.Average(3); await c.MoveNextAsync(); await c.TrySendAsync(1);",
        "Later.AverageCoroutine? c = null; if (x) c = await Later.Average(3).PrimeAsync(); if (c is not null) await c.SendAsync(1);",
        "var c = Later.Average(3); if (x) c = await Made(); await c.TrySendAsync(1); static async Task<Later.AverageCoroutine> Made() => await Later.Average(3).PrimeAsync();",
        "var c = Later.Average(3); var made = Made(c); if (x) c = await made; await c.TrySendAsync(1); static async Task<Later.AverageCoroutine> Made(Later.AverageCoroutine c) => await c.PrimeAsync();",
        // Enumerated, and run to the end.
        "await foreach (int i in Later.Range(3)) Console.WriteLine(i);",
        "await foreach (int i in Later.Range(3).ConfigureAwait(false)) Console.WriteLine(i);",
        "var c = Later.Range(3); await c.MoveNextAsync(); await foreach (int i in c) Console.WriteLine(i);",
        "await foreach (int i in Later.Polled(default).WithCancellation(token)) Console.WriteLine(i);",
        "await foreach (int i in Later.Polled(token).WithCancellation(token).ConfigureAwait(false)) Console.WriteLine(i);",
        "await foreach (int i in Later.Range(3).WithCancellation(default)) Console.WriteLine(i);",
        "var c = Later.Counted(3); await foreach (int i in c) Console.WriteLine(i); Console.WriteLine(c.Result);",
        "var c = Later.Counted(3); while (await c.MoveNextAsync()) Console.WriteLine(c.Current); Console.WriteLine(c.Result);",
        "var c = Later.Counted(3); while (await c.MoveNextAsync().ConfigureAwait(false)) { } if (c.TryGetResult(out int r)) Console.WriteLine(r);",
        "var list = await Later.Range(3).ToListAsync(); Console.WriteLine(list.Count);",
        "var c = Later.Counted(3); int most = await c.MaxAsync(); Console.WriteLine(c.Result + most);",
        "foreach (int i in Later.Range(3).ToBlockingEnumerable()) Console.WriteLine(i);",
        "var e = Later.Range(3).GetAsyncEnumerator(); try { while (await e.MoveNextAsync()) Console.WriteLine(e.Current); } finally { await e.DisposeAsync(); }",
        // One operation after the other.
        "await using var c = Later.Range(3); var first = c.MoveNextAsync(); Console.WriteLine(); await first; await c.MoveNextAsync();",
        "await using var c = Later.Range(3); var next = c.MoveNextAsync(); while (await next) { Console.WriteLine(c.Current); next = c.MoveNextAsync(); }",
        "await using var c = Later.Range(3); var a = c.MoveNextAsync().AsTask(); await Task.WhenAny(a, Task.Delay(1)); if (a.IsCompleted) await c.MoveNextAsync(); else await a;",
        "var a = Later.Range(3); var b = Later.Range(4); await Task.WhenAll(a.MoveNextAsync().AsTask(), b.MoveNextAsync().AsTask()); await a.MoveNextAsync();",
        "var all = new[] { Later.Range(3), Later.Range(4) }; await Task.WhenAll(all.Select(c => c.MoveNextAsync().AsTask())); await Task.WhenAll(all.Select(c => c.MoveNextAsync().AsTask()));",
        "await using var c = Later.Range(3); var a = c.MoveNextAsync(); if (!a.IsCompletedSuccessfully) await a; await c.MoveNextAsync();",
        "await using var c = Later.Range(3); if (x) { var a = c.MoveNextAsync(); await a; } await c.MoveNextAsync();",
        "await using var c = Later.Range(3); var a = x ? c.MoveNextAsync() : default; await a; await c.MoveNextAsync();",
        "await using var c = Later.Range(3); var a = default(ValueTask<bool>); while (n-- > 0) { if (x) await a; a = c.MoveNextAsync(); x = true; } await a;",
        "await using var c = Later.Range(3); var a = c.MoveNextAsync(); try { Console.WriteLine(); } finally { await a; } await c.MoveNextAsync();",
        "await using var c = Later.Range(3); Keep(c.MoveNextAsync()); await Kept; await c.MoveNextAsync();",
        "var c = Later.Range(3); _ = c.CloseAsync(); await c.CloseAsync().AsTask().WaitAsync(token);",
        "await using var c = Later.Range(3); for (int i = 0; i < n; i++) { if (i == 0) { _ = c.MoveNextAsync(); await Task.Yield(); } }",
        "await using var c = Later.Quick(3); var a = c.NextAsync(); var b = c.NextAsync(); Console.WriteLine(a.Result + b.Result);",
        "for (int i = 0; i < n; i++) { var c = Later.Range(i); _ = c.MoveNextAsync(); }",
        // Answers that are there.
        "var c = Later.Range(3); bool moved = c.MoveNextAsync().AsTask().Result; bool again = c.MoveNextAsync().AsTask().GetAwaiter().GetResult();",
        "var c = Later.Quick(3); Console.WriteLine(c.NextAsync().Result); c.CloseAsync().GetAwaiter().GetResult();",
        "var c = Later.Range(3); var a = c.MoveNextAsync(); if (a.IsCompleted) Console.WriteLine(a.Result); else Console.WriteLine(await a);",
        "var c = Later.Range(3); var w = c.MoveNextAsync().GetAwaiter(); w.OnCompleted(() => Console.WriteLine(w.GetResult()));",
        // Closed, thrown into.
        "var c = await Later.Lines().PrimeAsync(); try { await c.SendAsync(1); } finally { await c.CloseAsync(); }",
        "await using (var c = Later.Lines()) { await c.PrimeAsync(); }",
        "await using var c = Later.Lines(); await using (c.ConfigureAwait(false)) await c.PrimeAsync();",
        "var c = await Later.Lines().PrimeAsync(); await c.DisposeAsync().ConfigureAwait(false);",
        "var c = await Later.Average(3).PrimeAsync(); try { await c.ThrowAsync(new FormatException()); } catch (FormatException) { }",
        "await Later.Range(3, v => { Console.WriteLine(v); return default; });",
        "var c = Later.Echo(\"a\"); await c.NextAsync(); Console.WriteLine(await c.SendAsync(\"b\"));",
    ];

    [Theory]
    [MemberData(nameof(Programs))]
    public Task Nothing_is_said(string statements)
        => AsyncBody("CORO3", statements, "static ValueTask<bool> Kept; static void Keep(ValueTask<bool> task) => Kept = task;");

    [Theory]
    [InlineData("[Coroutine] static async Task Body(AsyncYield<int> yield) { try { await yield(1); } catch (CoroutineExitException) { await Task.Yield(); } }")]
    [InlineData("[Coroutine] static async Task Body(AsyncYield<int> yield) { try { await yield(1); } catch (CoroutineExitException) { await Task.Yield(); throw; } await yield(2); }")]
    [InlineData("[Coroutine] static async Task Body(int n, AsyncYield<int> yield) { if (n < 0) throw new InvalidOperationException(); await yield(n); }")]
    [InlineData("[Coroutine(Primed = true)] static async Task Body(int n, AsyncYield<int, int> yield) { if (n < 0) throw new ArgumentException(null, nameof(n)); await yield(n); }")]
    [InlineData("[Coroutine] static async Task Body(AsyncYield<int> yield) { await yield.From(new[] { 1, 2 }); await yield.From(Later.Range(3).WithCancellation(default)); }")]
    [InlineData("[Coroutine] static async Task Body(AsyncYield<int, string> yield) { await yield.From(Later.Range(3)); await yield.From(Co.Range(3)); }")]
    [InlineData("[Coroutine] static async Task Body(IAsyncEnumerable<int> inner, AsyncYield<int, string> yield) => await yield.From(inner);")]
    [InlineData("[Coroutine] static async Task Body(AsyncYield<double, double> yield) { string s = await yield.From(Later.Average(3)); await yield(s.Length); await yield.From(Co.Average(3)); }")]
    [InlineData("[Coroutine] static async Task Body(IAsyncCoroutine<string, object> inner, AsyncYield<string, string> yield) => await yield.From(inner);")]
    [InlineData("[Coroutine] static async Task Body(AsyncYield<int, int> yield) { var c = await Later.Average(3).PrimeAsync(); await yield((int)await c.SendAsync(await yield(1))); }")]
    [InlineData("[Coroutine] static async Task Body(AsyncYield<bool> yield) { Func<Task> f = async () => await Task.Yield(); await (yield(f is null)); }"
        + " static async Task Use() { await using var c = Body(); var a = c.MoveNextAsync(); var b = c.MoveNextAsync(); await a; await b; }")]
    [InlineData("Later.AverageCoroutine c = Later.Average(3); async Task<double> Run() { await c.PrimeAsync(); return await c.SendAsync(1); }", "class")]
    [InlineData("Later.AverageCoroutine? c; async Task Start() => c = await Later.Average(3).PrimeAsync(); async Task<double> Run() => await c!.SendAsync(1);", "class")]
    public Task Nothing_is_said_of_members(string members, string kind = "static partial class") => Source("CORO3", $"{kind} Test\n{{\n    {members}\n}}\n");
}
