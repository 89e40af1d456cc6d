using Xunit;

namespace CoroutineGen.Generator.Tests.Usage;

/// <summary>The ways to drive a coroutine that are extension methods are followed as its own operations are.</summary>
public sealed class DrivingTests : UsageTest
{
    [Theory]
    [InlineData("CORO3001", "var c = Co.Average(3); c.[|TrySend|](1, out double d);")]
    [InlineData("CORO3001", "Co.Average(3).[|TrySend|](1, out double d);")]
    [InlineData("CORO3007", "var c = Co.Average(3); if (c.TryNext(out double d)) c.[|Prime|]();")]
    [InlineData("CORO3004", "var c = Co.Average(3).Prime(); c.Close(out string? s); c.[|Send|](1);")]
    [InlineData("CORO3004", "var c = Co.Average(3); c.Run(d => d); c.[|Next|]();")]
    [InlineData("CORO3004", "var c = Co.Average(3); c.Run(d => d); c.[|NextOrDefault|](1);")]
    [InlineData("CORO3007", "var c = Co.Echo(true); if (c.TryNext(out bool b)) c.[|Prime|]();")]
    [InlineData("CORO3008", "var c = [|Co.Lines()|]; if (c.TryNext(out int v)) Console.WriteLine(v);")]
    [InlineData("CORO3008", "var c = [|Co.Lines()|]; if (c.Resume(1)) Console.WriteLine(c.Current);")]
    [InlineData("CORO3011", "var c = Co.Counted(3); if (c.TryNext(out int v)) n = c.[|Result|];")]
    public async Task Said(string id, string statements)
        => Assert.All(await Body("CORO3", statements), d => Assert.Equal(id, d.Id));

    [Theory]
    [InlineData("var c = Co.Average(3); c.Resume(1); c.Send(1);")]
    [InlineData("var c = Co.Average(3); c.TryNext(out double d); c.Send(1);")]
    [InlineData("var c = Co.Average(3).Prime(); while (c.TrySend(1, out double d)) Console.WriteLine(d); Console.WriteLine(c.Result);")]
    [InlineData("Console.WriteLine(Co.Average(3).Run(d => d + 1));")]
    [InlineData("Co.Sink().Run(_ => 1);")]
    [InlineData("var c = Co.Average(3); c.Run(d => d); Console.WriteLine(c.Result);")]
    [InlineData("var c = Co.Counted(3); while (c.TryNext(out int v)) { } n = c.Result;")]
    [InlineData("var c = Co.Range(3); foreach (int i in c.LeaveOpen()) break; foreach (int i in c) { }")]
    [InlineData("var c = Co.Lines(); foreach (int i in c.LeaveOpen()) break; c.Close();")]
    [InlineData("var c = Co.Average(3).Prime(); if (c.Close(out string? s)) Console.WriteLine(s);")]
    [InlineData("n = Co.Range(3).NextOrDefault(-1);")]
    [InlineData("var c = Co.Echo(true); if (c.NextOrDefault(false)) n = 1; else c.Send(true);")]
    [InlineData("var c = Co.Average(3); Console.WriteLine(c.Run(d => d)); Console.WriteLine(c.Run(d => d));")]
    [InlineData("var s = Coroutines.Repeatable(() => Co.Range(n)); Console.WriteLine(s.Sum() + s.Count());")]
    [InlineData("using var c = Co.Lines(); while (c.Resume(1)) Console.WriteLine(c.Current);")]
    public Task Not_said(string statements) => Silent(statements);

    [Theory]
    [InlineData("CORO3007", "var c = Later.Average(3); if (await c.ResumeAsync(1)) await c.[|PrimeAsync|]();")]
    [InlineData("CORO3004", "var c = Later.Average(3); await c.RunAsync(d => d); await c.[|NextAsync|]();")]
    public async Task Said_of_async_ones(string id, string statements)
        => Assert.All(await AsyncBody("CORO3", statements), d => Assert.Equal(id, d.Id));

    [Theory]
    [InlineData("var c = Later.Average(3); await c.ResumeAsync(1); await c.SendAsync(1);")]
    [InlineData("Console.WriteLine(await Later.Average(3).RunAsync(d => d + 1));")]
    [InlineData("Console.WriteLine(await Later.Average(3).RunAsync(async d => { await Task.Yield(); return d + 1; }));")]
    [InlineData("n = await Later.Range(3).NextOrDefaultAsync(-1);")]
    [InlineData("var c = Later.Average(3); Console.WriteLine(await c.RunAsync(d => d)); Console.WriteLine(await c.RunAsync(d => d));")]
    [InlineData("var c = Later.Range(3); await foreach (int i in c.LeaveOpen()) break; await c.CloseAsync();")]
    public Task Not_said_of_async_ones(string statements) => AsyncBody("CORO3", statements);
}
