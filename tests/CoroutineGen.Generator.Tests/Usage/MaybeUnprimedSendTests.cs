using Xunit;

namespace CoroutineGen.Generator.Tests.Usage;

/// <summary>CORO3002: primed on some ways only.</summary>
public sealed class MaybeUnprimedSendTests : UsageTest
{
    private static Task Check(string statements) => Body("CORO3", statements);

    [Theory]
    [InlineData("if (x) c.Prime();", "'x' is false")]
    [InlineData("if (!x) c.Prime();", "'x' is true")]
    [InlineData("if (x) Console.WriteLine(); else c.MoveNext();", "'x' is true")]
    [InlineData("if (n > 3 && y) c.Prime();", "'y' is false")]
    [InlineData("if (x) c.Prime(); else if (y) c.Next();", "'y' is false")]
    [InlineData("switch (n) { case 1: c.Prime(); break; }", "'case 1' does not apply")]
    [InlineData("_ = x ? c.Next() : 0;", "'x' is false")]
    [InlineData("if (x) { } else { c.Prime(); }", "'x' is true")]
    [InlineData("try { if (x) c.Prime(); } finally { Console.WriteLine(); }", "'x' is false")]
    public async Task Names_the_condition(string priming, string words)
    {
        string message = Assert.Single(await Messages("CORO3", $"var c = Co.Average(3); {priming} c.Send(1);"));
        Assert.Contains(words, message, StringComparison.Ordinal);
    }

    [Fact]
    public Task At_the_send() => Check("var c = Co.Average(3); if (x) c.Prime(); c.[|Send|](1);");

    [Fact]
    public Task In_a_using() => Check("using var c = Co.Average(3); if (x) c.Prime(); c.[|TrySend|](1);");

    [Fact]
    public Task Made_primed_or_not() => Check("var c = x ? Co.Average(3).Prime() : Co.Average(4); c.[|Send|](1);");

    [Fact]
    public Task Made_by_different_factories() => Check("Coroutine<double, double> c; if (x) c = Co.Ready(); else c = Co.Average(4); c.[|Send|](1);");

    [Fact]
    public Task Within_a_loop_of_its_own() => Check("var c = Co.Average(3); if (x) c.Prime(); for (int i = 0; i < n; i++) Console.WriteLine(); c.[|Send|](1);");
}
