using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace CoroutineGen.CodeFixes.Tests;

public sealed class UsageFixTests : FixTest
{
    private static Task Body(CodeFixProvider fix, string before, string after, bool all = false)
        => Check(fix, $"class C\n{{\n    void Run(bool x)\n    {{\n        {before}\n    }}\n}}\n", $"class C\n{{\n    void Run(bool x)\n    {{\n        {after}\n    }}\n}}\n", all);

    [Theory]
    [InlineData("var c = Co.Average(3); c.Send(1);", "var c = Co.Average(3).Prime(); c.Send(1);")]
    [InlineData("Co.Average(3).Send(1);", "Co.Average(3).Prime().Send(1);")]
    [InlineData("Co.AverageCoroutine? c = Co.Average(3); c?.Send(1);", "Co.AverageCoroutine? c = Co.Average(3); c?.Prime().Send(1);")]
    [InlineData("Coroutine<double, double> c = Co.Average(3); c.Send(1);", "Coroutine<double, double> c = Co.Average(3); c.Prime().Send(1);")]
    [InlineData("Co.AverageCoroutine c; c = Co.Average(3); c.Send(1);", "Co.AverageCoroutine c; c = Co.Average(3); c.Prime().Send(1);")]
    [InlineData("var c = Co.Average(3); if (x) c.Prime(); c.Send(1);", "var c = Co.Average(3).Prime(); if (x) c.Prime(); c.Send(1);")]
    public Task Primes(string before, string after) => Body(new PrimeFix(), before, after);

    [Fact]
    public Task Primes_once_for_all() => Body(new PrimeFix(),
        "var c = Co.Average(3); if (x) c.Send(1); else c.Send(2); var d = Co.Sink(); d.Send(4);",
        "var c = Co.Average(3).Prime(); if (x) c.Send(1); else c.Send(2); var d = Co.Sink().Prime(); d.Send(4);", all: true);

    [Fact]
    public Task Primes_a_field() => Check(new PrimeFix(),
        "class C { readonly Co.AverageCoroutine _c = Co.Average(3); void Run() => _c.Send(1); }\n",
        "class C { readonly Co.AverageCoroutine _c = Co.Average(3).Prime(); void Run() => _c.Send(1); }\n");

    [Theory]
    [InlineData("[Coroutine]", "[Coroutine(Primed = true)]", "")]
    [InlineData("[Coroutine(ClassName = \"Mine\")]", "[Coroutine(ClassName = \"Mine\", Primed = true)]", "")]
    [InlineData("[Coroutine(Primed = false)]", "[Coroutine(Primed = true)]", "")]
    [InlineData("[Coroutine]", "[Coroutine(Primed = true)]", "?")]
    public Task Declares_it_primed(string before, string after, string access) => Check(new PrimedAttributeFix(),
        $"static partial class C {{ {before} static void M(Yield<int, int> yield) => yield(1); static void Run() {{ var c = M(); c{access}.Send(1); }} }}\n",
        $"static partial class C {{ {after} static void M(Yield<int, int> yield) => yield(1); static void Run() {{ var c = M(); c{access}.Send(1); }} }}\n");

    [Fact]
    public Task Declares_all_with_using_at_once() => Body(new UsingFix(),
        "var c = Co.Lines(); c.Prime(); var d = Co.Lines(); d.Prime();",
        "using var c = Co.Lines(); c.Prime(); using var d = Co.Lines(); d.Prime();", all: true);

    [Fact]
    public Task Removes_all_redundant_primes_at_once() => Body(new RemovePrimeFix(),
        "var c = Co.Ready().Prime(); var d = Co.Average(3).Prime();\n        d.Prime();\n        d.Send(1);",
        "var c = Co.Ready(); var d = Co.Average(3).Prime();\n        d.Send(1);", all: true);

    [Theory]
    [InlineData("var c = Co.Lines(); c.Prime();", "using var c = Co.Lines(); c.Prime();")]
    [InlineData("Co.LinesCoroutine c = Co.Lines(), d = Co.Lines(); c.Prime(); d.Prime();", "using Co.LinesCoroutine c = Co.Lines(), d = Co.Lines(); c.Prime(); d.Prime();")]
    [InlineData("// Reads.\n        var c = Co.Lines().Prime();", "// Reads.\n        using var c = Co.Lines().Prime();")]
    public Task Declares_it_with_using(string before, string after) => Body(new UsingFix(), before, after);

    [Fact]
    public Task No_using_for_one_that_is_handed_out() => None(new UsingFix(),
        "class C { Co.LinesCoroutine Run() { Co.LinesCoroutine c = Co.Lines(), d = Co.Lines(); c.Prime(); d.Prime(); return d; } }\n");

    [Fact]
    public Task No_using_for_an_assignment() => None(new UsingFix(), "class C { void Run() { Co.LinesCoroutine c; c = Co.Lines(); c.Prime(); } }\n");

    [Theory]
    [InlineData("var c = Co.Average(3).Prime();\n        c.Prime();\n        c.Send(1);", "var c = Co.Average(3).Prime();\n        c.Send(1);")]
    [InlineData("Co.Ready().Prime().Send(1);", "Co.Ready().Send(1);")]
    [InlineData("bool b = true; var c = Co.Average(3).Prime();\n        if (b) c.Prime();\n        c.Send(1);", "bool b = true; var c = Co.Average(3).Prime();\n        c.Send(1);")]
    [InlineData("var c = Co.Average(3).Prime(); if (DateTime.Now.Year > 1) c.Prime(); c.Send(1);", "var c = Co.Average(3).Prime(); if (DateTime.Now.Year > 1) { } c.Send(1);")]
    [InlineData("var c = Co.Ready().Prime();", "var c = Co.Ready();")]
    public Task Removes_a_redundant_prime(string before, string after) => Body(new RemovePrimeFix(), before, after);
}
