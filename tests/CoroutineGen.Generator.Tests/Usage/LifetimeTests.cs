using Xunit;

namespace CoroutineGen.Generator.Tests.Usage;

/// <summary>CORO3003, never resumed; CORO3007, primed twice; CORO3008, left suspended; CORO3011, result read too early.</summary>
public sealed class LifetimeTests : UsageTest
{
    [Theory]
    [InlineData("[|Co.Range(3)|];")]
    [InlineData("if (x) [|Co.Average(3)|];")]
    [InlineData("var c = [|Co.Range(3)|];")]
    [InlineData("var c = [|Co.Range(3)|]; c = Co.Range(4); foreach (int i in c) { }")]
    [InlineData("Action a = () => { [|Co.Range(3)|]; };")]
    public Task Never_resumed(string statements) => Body("CORO3003", statements);

    [Theory]
    [InlineData("_ = Co.Range(3);")]
    [InlineData("var c = Co.Range(3); Console.WriteLine(c.State);")]
    [InlineData("Co.Ready();")]
    [InlineData("Co.Average(3).Prime();")]
    [InlineData("Co.Range(3).MoveNext();")]
    [InlineData("using var c = Co.Range(3);")]
    [InlineData("Use(Co.Range(3)); void Use(object c) { }")]
    [InlineData("Co.Range(3, i => Console.WriteLine(i));")]
    [InlineData("Func<object> f = () => Co.Range(3);")]
    [InlineData("var c = Co.Range(3); Action a = () => c.MoveNext();")]
    public Task Resumed_stored_or_discarded_on_purpose(string statements) => Body("CORO3003", statements);

    [Theory]
    [InlineData("Co.Ready().[|Prime|]();")]
    [InlineData("var c = Co.Average(3); c.Prime(); c.[|Prime|]();")]
    [InlineData("var c = Co.Average(3); c.Next(); c.[|Prime|]();")]
    [InlineData("var c = Co.Average(3).Prime().[|Prime|]();")]
    [InlineData("var c = Co.Average(3).Prime(); c.Send(1); c.[|Prime|]();")]
    [InlineData("var c = Co.Average(3); if (c.MoveNext()) c.[|Prime|]();")]
    [InlineData("var c = Co.Average(3); try { c.Prime(); } finally { Console.WriteLine(); } c.[|Prime|]();")]
    public Task Primed_twice(string statements) => Body("CORO3007", statements);

    [Theory]
    [InlineData("var c = Co.Average(3); if (x) c.Prime(); c.Prime();")]
    [InlineData("var c = Co.Average(3); c.MoveNext(); c.Prime();")]
    [InlineData("for (int i = 0; i < n; i++) { var c = Co.Average(3); c.Prime(); }")]
    [InlineData("var c = Co.Average(3); for (int i = 0; i < n; i++) { c.Prime(); }")]
    [InlineData("var c = Co.Average(3); try { c.Prime(); } catch (FormatException) { c.Prime(); }")]
    [InlineData("Co.AverageCoroutine? c = null; if (x) c = Co.Average(3); c?.Prime(); (c ?? Co.Average(2)).Prime();")]
    public Task Primed_once(string statements) => Body("CORO3007", statements);

    [Theory]
    [InlineData("var c = [|Co.Lines()|]; c.Prime(); c.Send(1);")]
    [InlineData("var c = [|Co.Lines()|]; c.Next();")]
    [InlineData("var c = [|Co.Lines()|]; if (c.MoveNext()) Console.WriteLine(c.Current);")]
    [InlineData("var c = [|Co.Lines()|]; while (c.MoveNext()) { if (x) break; }")]
    [InlineData("var c = [|Co.Scoped(null!)|]; c.Next();")]
    [InlineData("for (int i = 0; i < n; i++) { var c = [|Co.Lines()|]; c.Next(); }")]
    public Task Left_suspended(string statements) => Body("CORO3008", statements);

    [Theory]
    [InlineData("using var c = Co.Lines(); c.Prime();")]
    [InlineData("using (var c = Co.Lines()) { c.Prime(); return; }")]
    [InlineData("var c = Co.Lines(); c.Prime(); c.Close();")]
    [InlineData("var c = Co.Lines(); try { c.Prime(); } finally { c.Dispose(); }")]
    [InlineData("var c = Co.Lines(); c.Prime(); if (x) c.Close();")]
    [InlineData("var c = Co.Lines(); while (c.MoveNext()) { }")]
    [InlineData("var c = Co.Lines();")]
    [InlineData("foreach (int i in Co.Lines()) break;")]
    [InlineData("var c = Co.Average(3); c.Prime();")]
    [InlineData("var c = Co.Lines(); c.Prime(); Kept = c;")]
    [InlineData("var c = Co.Lines(); c.Prime(); throw new FormatException();")]
    [InlineData("var c = Co.Partly(); c.Next();")]
    public Task Disposed_or_no_matter(string statements) => Body("CORO3008", statements, "static object? Kept;");

    [Theory]
    [InlineData("var c = Co.Counted(3); Console.WriteLine(c.[|Result|]);")]
    [InlineData("var c = Co.Counted(3); c.Next(); Console.WriteLine(c.[|Result|]);")]
    [InlineData("var c = Co.Average(3).Prime(); c.Send(1); string s = c.[|Result|];")]
    [InlineData("var c = Co.Counted(3); if (c.MoveNext()) n = c.[|Result|];")]
    [InlineData("var c = Co.Counted(3); if (x) c.Next(); n = c.[|Result|];")]
    public Task Result_too_early(string statements) => Body("CORO3011", statements);

    [Theory]
    [InlineData("var c = Co.Counted(3); foreach (int i in c) { } n = c.Result;")]
    [InlineData("var c = Co.Counted(3); while (c.MoveNext()) { } n = c.Result;")]
    [InlineData("var c = Co.Counted(3); bool more = c.MoveNext(); if (!more) n = c.Result;")]
    [InlineData("var c = Co.Counted(3); c.Next(); if (c.HasResult) n = c.Result;")]
    [InlineData("var c = Co.Counted(3); c.Next(); if (c.State == CoroutineState.Closed) n = c.Result;")]
    [InlineData("var c = Co.Counted(3); try { while (true) c.Next(); } catch (CoroutineCompletedException) { n = c.Result; }")]
    [InlineData("var c = Co.Average(1).Prime(); if (!c.TrySend(1)) Console.WriteLine(c.Result);")]
    [InlineData("var c = Co.Counted(3); if (c.TryGetResult(out int r)) n = c.Result;")]
    [InlineData("var c = Co.Counted(3); c.ToList(); n = c.Result;")]
    public Task Result_may_be_there(string statements) => Body("CORO3011", statements);
}
