using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace CoroutineGen.CodeFixes.Tests;

/// <summary>The fixes of uses, where what is used is awaited.</summary>
public sealed class AsyncFixTests : FixTest
{
    private static string In(string statements) => $"class C\n{{\n    async Task Run(bool x)\n    {{\n        {statements}\n    }}\n}}\n";

    private static Task Body(CodeFixProvider fix, string before, string after, bool all = false) => Check(fix, In(before), In(after), all);

    [Theory]
    [InlineData("var c = Later.Average(3); await c.SendAsync(1);", "var c = await Later.Average(3).PrimeAsync(); await c.SendAsync(1);")]
    [InlineData("var c = Later.Average(3); await c.TrySendAsync(1).ConfigureAwait(false);", "var c = await Later.Average(3).PrimeAsync(); await c.TrySendAsync(1).ConfigureAwait(false);")]
    [InlineData("await Later.Average(3).SendAsync(1);", "await (await Later.Average(3).PrimeAsync()).SendAsync(1);")]
    [InlineData("AsyncCoroutine<double, double> c = Later.Average(3); await c.SendAsync(1);", "AsyncCoroutine<double, double> c = Later.Average(3); await (await c.PrimeAsync()).SendAsync(1);")]
    [InlineData("var c = Later.Average(3); if (x) await c.PrimeAsync(); await c.SendAsync(1);", "var c = await Later.Average(3).PrimeAsync(); if (x) await c.PrimeAsync(); await c.SendAsync(1);")]
    public Task Primes(string before, string after) => Body(new PrimeFix(), before, after);

    [Fact]
    public Task Primes_once_for_all() => Body(new PrimeFix(),
        "var c = Later.Average(3); if (x) await c.SendAsync(1); else await c.SendAsync(2); var d = Later.Sink(); await d.SendAsync(4);",
        "var c = await Later.Average(3).PrimeAsync(); if (x) await c.SendAsync(1); else await c.SendAsync(2); var d = await Later.Sink().PrimeAsync(); await d.SendAsync(4);", all: true);

    [Fact]
    public Task Primes_a_field_where_it_is_sent_to() => Check(new PrimeFix(),
        "class C { readonly Later.AverageCoroutine _c = Later.Average(3); async Task Run() => await _c.SendAsync(1); }\n",
        "class C { readonly Later.AverageCoroutine _c = Later.Average(3); async Task Run() => await (await _c.PrimeAsync()).SendAsync(1); }\n");

    [Theory]
    [InlineData("class C { ValueTask<double> Run() { var c = Later.Average(3); return c.SendAsync(1); } }\n")]
    [InlineData("class C { readonly Later.AverageCoroutine _c = Later.Average(3); ValueTask<double> Run() => _c.SendAsync(1); }\n")]
    [InlineData("class C { async Task Run() { await Task.Yield(); Func<object> f = () => Later.Average(3).SendAsync(1); f(); } }\n")]
    public Task Primes_nothing_where_nothing_is_awaited(string source) => None(new PrimeFix(), source);

    [Fact]
    public Task Is_not_declared_primed() => None(new PrimedAttributeFix(), In("var c = Later.Average(3); await c.SendAsync(1);"));

    [Theory]
    [InlineData("var c = Later.Lines(); await c.PrimeAsync();", "await using var c = Later.Lines(); await c.PrimeAsync();")]
    [InlineData("// Reads.\n        var c = await Later.Lines().PrimeAsync();", "// Reads.\n        await using var c = await Later.Lines().PrimeAsync();")]
    [InlineData("var c = await Later.Lines().PrimeAsync().ConfigureAwait(false);", "await using var c = await Later.Lines().PrimeAsync().ConfigureAwait(false);")]
    public Task Declares_it_with_await_using(string before, string after) => Body(new UsingFix(), before, after);

    [Theory]
    [InlineData("var c = await Later.Average(3).PrimeAsync();\n        await c.PrimeAsync();\n        await c.SendAsync(1);", "var c = await Later.Average(3).PrimeAsync();\n        await c.SendAsync(1);")]
    [InlineData("var c = await Later.Average(3).PrimeAsync();\n        await c.PrimeAsync().ConfigureAwait(false);\n        await c.SendAsync(1);", "var c = await Later.Average(3).PrimeAsync();\n        await c.SendAsync(1);")]
    [InlineData("await (await (await Later.Ready()).PrimeAsync()).SendAsync(1);", "await (await Later.Ready()).SendAsync(1);")]
    [InlineData("var c = await (await Later.Ready()).PrimeAsync();", "var c = await Later.Ready();")]
    public Task Removes_a_redundant_prime(string before, string after) => Body(new RemovePrimeFix(), before, after);

    [Theory]
    [InlineData("Task M()", "await yield(\"a\");", "Task M(AsyncYield<string> yield)")]
    [InlineData("Task M(int a)", "await yield(a).ConfigureAwait(false);", "Task M(int a, AsyncYield<int> yield)")]
    [InlineData("Task<int> M(int a, int b = 1)", "await yield(a + b); return 1;", "Task<int> M(int a, AsyncYield<int> yield, int b = 1)")]
    [InlineData("ValueTask M()", "double d = await yield(1);", "ValueTask M(AsyncYield<int, double> yield)")]
    [InlineData("Task M()", "double d = await yield(1).ConfigureAwait(false);", "Task M(AsyncYield<int, double> yield)")]
    [InlineData("Task M()", "string s = await yield();", "Task M(AsyncReceive<string> yield)")]
    [InlineData("Task M()", "await Task.Yield();", "Task M(AsyncYield<int> yield)")]
    public Task Adds_the_yield_parameter(string header, string body, string expected) => Check(new AddYieldParameterFix(),
        $"static partial class C {{ [Coroutine] static async {header} {{ {body} }} }}\n",
        $"static partial class C {{ [Coroutine] static async {expected} {{ {body} }} }}\n");

    [Theory]
    [InlineData("Yield<int> yield", "yield(1); await Task.Yield(); yield.From(new[] { 1 });", "AsyncYield<int> yield", "await yield(1); await Task.Yield(); await yield.From(new[] { 1 });")]
    [InlineData("Yield<int, string> yield", "int n = yield(yield(1).Length)[0] + 1;", "AsyncYield<int, string> yield", "int n = (await yield((await yield(1)).Length))[0] + 1;")]
    [InlineData("CoroutineGen.Receive<string?> take", "while (take()?.Length > 0) await Task.Yield();", "CoroutineGen.AsyncReceive<string?> take", "while ((await take())?.Length > 0) await Task.Yield();")]
    public Task Yields_through_what_is_awaited(string parameter, string body, string parameterAfter, string bodyAfter) => Check(new AwaitYieldsFix(),
        $"static partial class C {{ [Coroutine] static async Task M({parameter}) {{ {body} }} }}\n",
        $"static partial class C {{ [Coroutine] static async Task M({parameterAfter}) {{ {bodyAfter} }} }}\n");
}
