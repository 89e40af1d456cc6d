using Xunit;

namespace CoroutineGen.Generator.Tests.Usage;

/// <summary>CORO3004, a closed coroutine is resumed, and CORO3005, it is enumerated a second time.</summary>
public sealed class ClosedTests : UsageTest
{
    [Theory]
    [InlineData("c.Close(); c.[|Send|](1);")]
    [InlineData("c.Prime(); c.Dispose(); c.[|Next|]();")]
    [InlineData("c.Close(); c.[|Prime|]();")]
    [InlineData("c.Close(); c.[|MoveNext|]();")]
    [InlineData("c.Close(); c.[|Throw|](new FormatException());")]
    [InlineData("using (c) c.Prime(); c.[|TrySend|](1);")]
    [InlineData("while (c.MoveNext()) { } c.[|MoveNext|]();")]
    [InlineData("if (!c.MoveNext()) c.[|Next|]();")]
    [InlineData("if (x) c.Close(); else c.Dispose(); c.[|Next|]();")]
    [InlineData("if (c.State == CoroutineState.Closed) c.[|Next|]();")]
    [InlineData("foreach (double d in c) { if (x) break; } c.[|Next|]();")]
    [InlineData("c.ToList(); c.[|Next|]();")]
    [InlineData("try { c.Next(); } catch (FormatException) { c.[|MoveNext|](); }")]
    public Task Resumed_after_close(string statements) => Body("CORO3004", $"var c = x ? Co.Average(3) : Co.Average(4); c.MoveNext(); {statements}");

    [Theory]
    [InlineData("if (x) c.Close(); c.MoveNext();")]
    [InlineData("c.Close(); c = Co.Average(1); c.MoveNext();")]
    [InlineData("c.Close(); c.Close(); c.Dispose(); Console.WriteLine(c.State);")]
    [InlineData("c.MoveNext(); c.MoveNext();")]
    [InlineData("while (c.MoveNext()) { if (x) break; } c.MoveNext();")]
    [InlineData("try { c.Next(); Console.WriteLine(); } catch (FormatException) { c.MoveNext(); }")]
    [InlineData("for (int i = 0; i < n; i++) { using var d = Co.Average(i); d.MoveNext(); }")]
    [InlineData("foreach (var o in new[] { 1 }) { using (var d = Co.Average(o)) { d.MoveNext(); continue; } }")]
    public Task Not_closed_for_certain(string statements) => Body("CORO3004", $"var c = Co.Average(3); {statements}");

    [Theory]
    [InlineData("foreach (int i in c) { } foreach (int i in [|c|]) { }")]
    [InlineData("c.ToList(); foreach (int i in [|c|]) { }")]
    [InlineData("Console.WriteLine(c.Sum()); Console.WriteLine([|c|].Count());")]
    [InlineData("foreach (int i in c) break; _ = [|c|].ToArray();")]
    [InlineData("while (c.MoveNext()) { } foreach (int i in [|c|]) { }")]
    [InlineData("IEnumerable<int> e = c; foreach (int i in e) { } foreach (int i in [|e|]) { }")]
    [InlineData("for (int k = 0; k < 2; k++) { foreach (int i in c) { } foreach (int i in [|c|]) { } }")]
    public Task Enumerated_twice(string statements) => Body("CORO3005", $"var c = Co.Range(3); {statements}");

    [Theory]
    [InlineData("c.MoveNext(); foreach (int i in c) { }")]
    [InlineData("if (x) c.Close(); foreach (int i in c) { }")]
    [InlineData("foreach (int i in Co.Range(1)) { } foreach (int i in Co.Range(1)) { }")]
    [InlineData("if (x) foreach (int i in c) { } else foreach (int i in c) { }")]
    [InlineData("var l = c.ToList(); foreach (int i in l) { } foreach (int i in l) { }")]
    [InlineData("var q = c.Where(i => i > 1); foreach (int i in q) { } foreach (int i in c) { }")]
    public Task Enumerated_once(string statements) => Body("CORO3005", $"var c = Co.Range(3); {statements}");

    [Fact]
    public Task Delegated_to_twice() => Source("CORO3005", """
        static partial class Test
        {
            [Coroutine] static void Twice(Yield<int> yield) { var c = Co.Range(3); yield.From(c); yield.From([|c|]); yield.From(Co.Range(3)); }
        }
        """);
}
