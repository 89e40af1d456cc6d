using Xunit;

namespace CoroutineGen.CodeFixes.Tests;

public sealed class DeclarationFixTests : FixTest
{
    [Fact]
    public Task Makes_a_type_partial() => Check(new MakePartialFix(),
        "/// <summary>Doc.</summary>\nclass C\n{\n    [Coroutine] static void M(Yield<int> yield) => yield(1);\n}\n",
        "/// <summary>Doc.</summary>\npartial class C\n{\n    [Coroutine] static void M(Yield<int> yield) => yield(1);\n}\n");

    [Fact]
    public Task Makes_all_types_around_partial() => Check(new MakePartialFix(),
        "public static class Outer\n{\n    [Obsolete]\n    internal record struct Inner\n    {\n        [Coroutine] static void M(Yield<int> yield) => yield(1);\n    }\n}\n",
        "public static partial class Outer\n{\n    [Obsolete]\n    internal partial record struct Inner\n    {\n        [Coroutine] static void M(Yield<int> yield) => yield(1);\n    }\n}\n");

    [Fact]
    public Task Makes_types_partial_once_for_all() => Check(new MakePartialFix(), """
        class C
        {
            [Coroutine] static void M(Yield<int> yield) => yield(1);
            [Coroutine] static void N(Yield<int> yield) => yield(1);
            class D { [Coroutine] static void M(Yield<int> yield) => yield(1); }
        }
        """, """
        partial class C
        {
            [Coroutine] static void M(Yield<int> yield) => yield(1);
            [Coroutine] static void N(Yield<int> yield) => yield(1);
            partial class D { [Coroutine] static void M(Yield<int> yield) => yield(1); }
        }
        """, all: true);

    [Theory]
    [InlineData("IEnumerable<int> M(Yield<int> yield) { yield return 1; if (DateTime.Now.Year > 1) yield break; yield return 2; }",
        "void M(Yield<int> yield) { yield(1); if (DateTime.Now.Year > 1) return; yield(2); }")]
    [InlineData("IEnumerator<int> M(Yield<int> emit) { yield return 1; /* two */ yield return 2; }", "void M(Yield<int> emit) { emit(1); /* two */ emit(2); }")]
    [InlineData("async IAsyncEnumerable<int> M(AsyncYield<int> yield) { await Task.Delay(1); yield return 1; }", "async Task M(AsyncYield<int> yield) { await Task.Delay(1); await yield(1); }")]
    public Task Yields_with_the_parameter(string before, string after) => Check(new YieldStatementFix(),
        $"static partial class C {{ [Coroutine] static {before} }}\n", $"static partial class C {{ [Coroutine] static {after} }}\n");

    [Theory]
    [InlineData("void M(int i, Yield<int> yield) { yield i; }", "void M(int i, Yield<int> yield) { yield(i); }")]
    [InlineData("void M(int i, Yield<int> @yield) { while (true) { @yield i; /* again */ } }", "void M(int i, Yield<int> @yield) { while (true) { @yield(i); /* again */ } }")]
    [InlineData("async Task M(int i, AsyncYield<int> emit) { emit i; }", "async Task M(int i, AsyncYield<int> emit) { await emit(i); }")]
    public Task Calls_the_parameter(string before, string after) => Check(new YieldCallFix(),
        $"static partial class C {{ [Coroutine] static {before} }}\n", $"static partial class C {{ [Coroutine] static {after} }}\n");

    [Theory]
    [InlineData("void M(int i, Yield<int> yield) { yield(i); i j; }")]
    [InlineData("void M(int i, Yield<int> yield) { yield(i); yield j = null; }")]
    [InlineData("void M(int i, Yield<int> yield) { yield(i); void F() { yield i; } }")]
    public Task Calls_nothing_else(string source) => None(new YieldCallFix(), $"static partial class C {{ [Coroutine] static {source} }}\n");

    [Theory]
    [InlineData("", "[Coroutine] void M(int from, Yield<int> yield) => yield(from);", "[Coroutine(ClassName = \"MFromCoroutine\")] void M(int from, Yield<int> yield) => yield(from);")]
    [InlineData("void MACoroutine() { }", "[Coroutine(Primed = true)] void M(int a, Yield<int, int> yield) => yield(a);", "[Coroutine(Primed = true, ClassName = \"MA2Coroutine\")] void M(int a, Yield<int, int> yield) => yield(a);")]
    [InlineData("", "[Coroutine(ClassName = \"MCoroutine\")] void N(Yield<int> yield) => yield(1);", "[Coroutine(ClassName = \"NCoroutine\")] void N(Yield<int> yield) => yield(1);")]
    [InlineData("[Coroutine(ClassName = \"MACoroutine\")] void N(Yield<int> yield) => yield(1);", "[Coroutine] async Task M(int a, AsyncYield<int> yield) => await yield(a);", "[Coroutine(ClassName = \"MA2Coroutine\")] async Task M(int a, AsyncYield<int> yield) => await yield(a);")]
    public Task Names_the_class_of_an_overload(string other, string before, string after) => Check(new ClassNameFix(),
        $"partial class C {{ {other} {before} [Coroutine] void M(Yield<int> yield) => yield(1); }}\n",
        $"partial class C {{ {other} {after} [Coroutine] void M(Yield<int> yield) => yield(1); }}\n");

    [Theory]
    [InlineData("Coroutine(Primed = true)", "Coroutine")]
    [InlineData("Coroutine(Forkable = true, Primed = true)", "Coroutine(Forkable = true)")]
    [InlineData("Coroutine(Primed = true, Forkable = true)", "Coroutine(Forkable = true)")]
    public Task Does_not_prime_it(string before, string after) => Check(new UnprimedAttributeFix(),
        $"static partial class C {{ [{before}] static void M(Yield<int> yield) {{ yield(1); }} }}\n",
        $"static partial class C {{ [{after}] static void M(Yield<int> yield) {{ yield(1); }} }}\n");

    [Theory]
    [InlineData("[Coroutine] public void M(Yield<int> yield) { yield(X); }", "[Coroutine] public readonly void M(Yield<int> yield) { yield(X); }")]
    [InlineData("[Coroutine]\n    void M(Yield<int> yield) { int n = X; n++; yield(n); }", "[Coroutine]\n    readonly void M(Yield<int> yield) { int n = X; n++; yield(n); }")]
    public Task Declares_it_readonly(string before, string after) => Check(new ReadOnlyFix(),
        $"partial record struct S(int X)\n{{\n    {before}\n}}\n", $"partial record struct S(int X)\n{{\n    {after}\n}}\n");

    [Theory]
    [InlineData("X = 2;")]
    [InlineData("this.X++;")]
    [InlineData("_count += 1;")]
    [InlineData("(_count, int n) = (1, 2);")]
    [InlineData("int.TryParse(\"1\", out _count);")]
    [InlineData("ref int n = ref _count; n++;")]
    [InlineData("_pair.Left = 1;")]
    [InlineData("_pair.Add();")]
    [InlineData("Add();")]
    [InlineData("this = default;")]
    public Task Leaves_what_changes_the_struct(string statement) => None(new ReadOnlyFix(),
        "struct Pair { public int Left; public void Add() => Left++; }\n"
            + $"partial record struct S(int X) {{ int _count = 0; Pair _pair = default; void Add() => _count++; [Coroutine] void M(Yield<int> yield) {{ {statement} yield(X); }} }}\n");

    [Fact]
    public Task Marks_a_method_that_yields() => Check(new MarkCoroutineFix(),
        "static class C\n{\n    static void M(Yield<int> yield)\n    {\n        yield(1);\n    }\n}\n",
        "static partial class C\n{\n    [Coroutine]\n    static void M(Yield<int> yield)\n    {\n        yield(1);\n    }\n}\n");

    [Theory]
    [InlineData("IEnumerable<int> M(Yield<int> yield) { yield(1); throw new Exception(); }", "void M(Yield<int> yield) { yield(1); throw new Exception(); }")]
    [InlineData("Coroutine<int> M(Yield<int> yield) { while (true) yield(1); }", "void M(Yield<int> yield) { while (true) yield(1); }")]
    [InlineData("async Task<IAsyncEnumerable<int>> M(AsyncYield<int> yield) { while (true) await yield(1); }", "async Task M(AsyncYield<int> yield) { while (true) await yield(1); }")]
    public Task Declares_it_without_a_result(string before, string after) => Check(new SequenceResultFix(),
        $"static partial class C {{ [Coroutine] static {before} }}\n", $"static partial class C {{ [Coroutine] static {after} }}\n");

    [Fact]
    public Task Leaves_a_result_that_is_returned() => None(new SequenceResultFix(),
        "static partial class C { [Coroutine] static IEnumerable<int> M(Yield<int> yield) { yield(1); return []; } }\n");

    [Theory]
    [InlineData("void M()", "yield(\"a\");", "void M(Yield<string> yield)")]
    [InlineData("void M(int a)", "yield(a);", "void M(int a, Yield<int> yield)")]
    [InlineData("void M(int a, int b = 1)", "yield(a + b);", "void M(int a, Yield<int> yield, int b = 1)")]
    [InlineData("void M(params int[] a)", "yield(a[0]);", "void M(Yield<int> yield, params int[] a)")]
    [InlineData("void M()", "double d = yield(1);", "void M(Yield<int, double> yield)")]
    [InlineData("void M()", "string s = yield();", "void M(Receive<string> yield)")]
    [InlineData("void M()", "Console.WriteLine();", "void M(Yield<int> yield)")]
    public Task Adds_the_yield_parameter(string header, string body, string expected) => Check(new AddYieldParameterFix(),
        $"static partial class C {{ [Coroutine] static {header} {{ {body} }} }}\n",
        $"static partial class C {{ [Coroutine] static {expected} {{ {body} }} }}\n");

    [Fact]
    public Task Adds_all_yield_parameters_at_once() => Check(new AddYieldParameterFix(), """
        static partial class C
        {
            [Coroutine] static void M() { yield("a"); }
            [Coroutine] static void N(int a) { int b = yield(a); }
        }
        """, """
        static partial class C
        {
            [Coroutine] static void M(Yield<string> yield) { yield("a"); }
            [Coroutine] static void N(int a, Yield<int, int> yield) { int b = yield(a); }
        }
        """, all: true);
}
