using Xunit;

namespace CoroutineGen.Generator.Tests.Usage;

/// <summary>How a method is declared that compiles, and is not what was meant: CORO3017 and CORO3018.</summary>
public sealed class DeclaredTests : UsageTest
{
    private static Task Members(string id, string members) => Source(id, $"static partial class Test\n{{\n    {members}\n}}\n");

    [Theory]
    [InlineData("static void [|Range|](Yield<int> yield) { yield(1); }")]
    [InlineData("static void [|Range|](Yield<int> emit) => emit(1);")]
    [InlineData("static void [|Echo|](Yield<int, int> yield) { int i = yield(1); }")]
    [InlineData("static void [|Sink|](Receive<int> yield) { while (yield() > 0) { } }")]
    [InlineData("static void [|All|](Yield<int> yield) => yield.From(Co.Range(3));")]
    [InlineData("static async Task [|Later|](AsyncYield<int> yield) { await yield(1); }")]
    public Task Yields_without_the_attribute(string method) => Members("CORO3017", method);

    [Theory]
    [InlineData("[Coroutine] static void Range(Yield<int> yield) { yield(1); }")]
    [InlineData("static void Kept(Yield<int> yield) { _kept = yield; } static Yield<int>? _kept;")]
    [InlineData("static void Other(Func<int, int> yield) { yield(1); }")]
    [InlineData("interface IPush { void Push(Yield<int> yield); } sealed class Pushes : IPush { public void Push(Yield<int> yield) => yield(1); }")]
    [InlineData("abstract class Base { public abstract void Push(Yield<int> yield); } sealed class Derived : Base { public override void Push(Yield<int> yield) => yield(1); }")]
    public Task Needs_no_attribute(string method) => Members("CORO3017", method);

    [Theory]
    [InlineData("[Coroutine] static [|IEnumerable<int>|] M(Yield<int> yield) { yield(1); return []; }")]
    [InlineData("[Coroutine] static [|IEnumerator<int>|] M(Yield<int> yield) { yield(1); throw new Exception(); }")]
    [InlineData("[Coroutine] static [|Coroutine<int>|] M(Yield<int> yield) { yield(1); return null!; }")]
    [InlineData("[Coroutine] static [|ICoroutine<int, string>|] M(Yield<int, string> yield) { yield(1); return null!; }")]
    [InlineData("[Coroutine] static async [|Task<IAsyncEnumerable<int>>|] M(AsyncYield<int> yield) { await yield(1); return null!; }")]
    public Task Returns_what_its_caller_gets(string method) => Members("CORO3018", method);

    [Theory]
    [InlineData("[Coroutine] static IEnumerable<string> M(Yield<int> yield) { yield(1); return []; }")]
    [InlineData("[Coroutine] static List<int> M(Yield<int> yield) { yield(1); return []; }")]
    [InlineData("[Coroutine] static IEnumerable<int> M(Receive<int> yield) { return [yield()]; }")]
    [InlineData("static IEnumerable<int> M() => Co.Range(3);")]
    public Task Returns_a_result(string method) => Members("CORO3018", method);
}
