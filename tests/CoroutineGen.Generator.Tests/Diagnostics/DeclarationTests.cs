using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CoroutineGen.Generator.Tests.Diagnostics;

/// <summary>Each CORO1xxx at its exact place, and nothing else: neither from us nor from the compiler.</summary>
public sealed class DeclarationTests
{
    public static TheoryData<string, string> Cases => new()
    {
        { "CORO1001", "class C { [Coroutine] void [|M|](Yield<int> yield) => yield(1); }" },
        { "CORO1001", "class Outer { partial class C { [Coroutine] void [|M|](Yield<int> yield) => yield(1); } }" },
        { "CORO1002", "partial class C { [Coroutine] void [|M|](int yield) { } }" },
        { "CORO1002", "delegate void Yield<A, B, C>(A a); partial class D { [Coroutine] void [|M|](Yield<int, int, int> yield) { } }" },
        { "CORO1002", "namespace N { delegate void Yield<T>(T value); partial class D { [Coroutine] void [|M|](Yield<int> yield) { } } }" },
        { "CORO1003", "partial class C { [Coroutine] void M(Yield<int> a, [|Receive<int> b|]) { a(1); b(); } }" },
        { "CORO1004", "partial class C { [Coroutine] void M([|ref Yield<int> yield|]) => yield(1); }" },
        { "CORO1004", "partial class C { [Coroutine] void M([|in Yield<int> yield|]) => yield(1); }" },
        { "CORO1004", "partial class C { [Coroutine] void M([|Yield<int> yield = null!|]) => yield(1); }" },
        { "CORO1004", "static partial class C { [Coroutine] static void M([|this Yield<int> yield|]) => yield(1); }" },
        { "CORO1005", "partial class C { [Coroutine] [|async|] System.Threading.Tasks.Task M(Yield<int> yield) { await System.Threading.Tasks.Task.Yield(); } }" },
        { "CORO1005", "partial class C { [Coroutine] [|async|] System.Threading.Tasks.Task M(Receive<int> yield) { await System.Threading.Tasks.Task.Yield(); } }" },
        { "CORO1025", "partial class C { [Coroutine] System.Threading.Tasks.Task [|M|](AsyncYield<int> yield) => System.Threading.Tasks.Task.CompletedTask; }" },
        { "CORO1025", "partial class C { [Coroutine] void [|M|](AsyncReceive<int> yield) { } }" },
        { "CORO1026", "partial class C { [Coroutine] async [|void|] M(AsyncYield<int> yield) => await yield(1); }" },
        { "CORO1027", "partial class C { [Coroutine] async IAsyncEnumerable<int> M(AsyncYield<int> yield) { await System.Threading.Tasks.Task.Yield(); [|yield return|] 1; } }" },
        { "CORO1028", "partial class C { [Coroutine] async System.Threading.Tasks.Task [|M|](System.Threading.CancellationToken a, System.Threading.CancellationToken b, AsyncYield<int> yield) => await yield(1); }" },
        { "CORO1030", "namespace N { using Answer = System.Threading.Tasks.Task<int>; partial class C { [Coroutine] async [|Answer|] M(AsyncYield<int> yield) { await yield(1); return 2; } } }" },
        { "CORO1020", "partial class C { [Coroutine([|Primed = true|])] async System.Threading.Tasks.Task M(AsyncYield<int> yield) => await yield(1); }" },
        { "CORO1006", "partial class C { [Coroutine] IEnumerable<int> M(Yield<int> yield) { [|yield return|] 1; } }" },
        { "CORO1006", "partial class C { [Coroutine] IEnumerable<int> M(Yield<int> yield) { if (true) [|yield break|]; } }" },
        { "CORO1007", "partial class C { int[] a = {1}; [Coroutine] [|ref|] int M(Yield<int> yield) => ref a[0]; }" },
        { "CORO1008", "partial class C { [Coroutine] void M([|ref int x|], Yield<int> yield) => yield(x); }" },
        { "CORO1008", "partial class C { [Coroutine] void M([|in int x|], Yield<int> yield) => yield(x); }" },
        { "CORO1008", "partial class C { [Coroutine] void M([|out int x|], Yield<int> yield) => yield(x = 1); }" },
        { "CORO1009", "partial class C { [Coroutine] void M([|Span<int> x|], Yield<int> yield) => yield(x[0]); }" },
        { "CORO1009", "unsafe partial class C { [Coroutine] void M([|int* x|], Yield<int> yield) => yield(*x); }" },
        { "CORO1010", "abstract partial class C { [Coroutine] public abstract void [|M|](Yield<int> yield); }" },
        { "CORO1010", "partial interface I { [Coroutine] void [|M|](Yield<int> yield); }" },
        { "CORO1011", "partial struct S { int x; [Coroutine] void [|M|](Yield<int> yield) => yield(x++); }" },
        { "CORO1012", "ref partial struct S { int x; [Coroutine] readonly void [|M|](Yield<int> yield) => yield(x); }" },
        { "CORO1013", "file partial class C { [Coroutine] void [|M|](Yield<int> yield) => yield(1); }" },
        { "CORO1014", "partial interface I<out T> { T V { get; } [Coroutine] void [|M|](Yield<object?> yield) => yield(V); }" },
        { "CORO1015", "partial class C { [Coroutine] public [|virtual|] void M(Yield<int> yield) => yield(1); }" },
        { "CORO1015", "partial class C { public virtual void M(Yield<int> yield) => yield(1); } partial class D : C { [Coroutine] public [|override|] void M(Yield<int> yield) => yield(2); }" },
        { "CORO1016", "interface I { void M(Yield<int> yield); } partial class C : I { [Coroutine] void I.[|M|](Yield<int> yield) => yield(1); }" },
        { "CORO1017", "partial class C { [Coroutine] void [|M|](Yield<int> yield) => yield(1); [Coroutine] void [|M|](int x, Yield<int> yield) => yield(x); }" },
        { "CORO1017", "partial class C { class MCoroutine { } [Coroutine] void [|M|](Yield<int> yield) => yield(1); }" },
        { "CORO1017", "partial class C { int MCoroutine; [Coroutine] void [|M|](Yield<int> yield) => yield(MCoroutine = 1); }" },
        { "CORO1017", "partial class C { [Coroutine(ClassName = \"C\")] void [|M|](Yield<int> yield) => yield(1); }" },
        { "CORO1017", "partial class C { struct MLocals { } [Coroutine] void [|M|](Yield<int> yield) => yield(1); }" },
        { "CORO1018", "partial class C { void M(int a) { } [Coroutine] void [|M|](int x, Yield<int> yield) => yield(x); }" },
        { "CORO1018", "partial class C { [Coroutine] void [|M|](int a, Yield<int> yield) => yield(a); [Coroutine(ClassName = \"X\")] void [|M|](int a, Yield<string> yield) => yield(\"\"); }" },
        { "CORO1018", "partial class C { void M<U>(List<U[]> a) { } [Coroutine] void [|M|]<T>(List<T[]> x, Yield<int> yield) => yield(1); }" },
        { "CORO1019", "partial class C { const string X = \"Y\"; [Coroutine(ClassName = [|X|])] void M(Yield<int> yield) => yield(1); }" },
        { "CORO1019", "partial class C { [Coroutine(ClassName = [|\"a b\"|])] void M(Yield<int> yield) => yield(1); }" },
        { "CORO1020", "partial class C { [Coroutine([|Primed = true|])] void M(Yield<int> yield) => yield(1); }" },
        { "CORO1021", "partial class C { void M() { F(_ => { }); [[|Coroutine|]] void F(Yield<int> yield) => yield(1); } }" },
        { "CORO1021", "partial class C { Action<Yield<int>> M = [[|Coroutine|]] (Yield<int> yield) => yield(1); }" },
        { "CORO1009", "partial class C { [Coroutine] void M<T>([|T x|], Yield<int> yield) where T : allows ref struct => yield(1); }" },
        { "CORO1021", "static partial class C { extension(string s) { [Coroutine] void [|M|](Yield<int> yield) => yield(s.Length); } }" },
        { "CORO4007", "partial class C { [Coroutine([|Forkable = true|])] async System.Threading.Tasks.Task M(AsyncYield<int> yield) => await yield(1); }" },
        { "CORO1024", "partial class C { const bool Ready = true; [Coroutine(Primed = [|Ready|])] void M(Receive<int> yield) => yield(); }" },
        { "CORO1018", "abstract class A { public abstract void M(int a); } abstract partial class C : A { [Coroutine] void [|M|](int x, Yield<int> yield) => yield(x); }" },
        { "CORO1018", "abstract class A<T> { public abstract void M(List<T> a); } abstract class B : A<int> { } abstract partial class C : B { [Coroutine] void [|M|](List<int> x, Yield<int> yield) => yield(1); }" },
        { "CORO1018", "class A { public virtual Coroutine<long> M() => null!; } partial class C : A { [Coroutine] void [|M|](Yield<int> yield) => yield(1); }" },
        { "CORO1018", "class A { public virtual Coroutine<int> M() => null!; } partial class C : A { [Coroutine] static void [|M|](Yield<int> yield) => yield(1); }" },
        { "CORO1018", "class A { public virtual Coroutine<T> M<T>() => null!; } partial class C : A { [Coroutine] void [|M|]<T>(Yield<T> yield) => yield(default!); }" },
        { "CORO1018", "class A { public virtual AsyncCoroutine<int> M() => null!; } partial class C : A { [Coroutine(Primed = true)] async System.Threading.Tasks.Task [|M|](AsyncYield<int, int> yield) => await yield(1); }" },
        { "CORO1019", "partial class C { [Coroutine(ClassName = [|\"event\"|])] void M(Yield<int> yield) => yield(1); }" },
        { "CORO1019", "partial class C { [Coroutine(ClassName = [|\"Current\"|])] void M(Yield<int> yield) => yield(1); }" },
        { "CORO1017", "abstract class A { public abstract int MCoroutine { get; } } abstract partial class C : A { [Coroutine] void [|M|](Yield<int> yield) => yield(1); }" },
        { "CORO1019", "partial class C { [Coroutine(ClassName = [|\"record\"|])] void M(Yield<int> yield) => yield(1); }" },
        { "CORO1023", "partial class C { [Coroutine] void M<[|MCoroutine|]>(int x, Yield<MCoroutine> yield) => yield(default!); }" },
        { "CORO1023", "partial class C { [Coroutine] void M<[|Frame|]>(Frame x, Yield<Frame> yield) => yield(x); }" },
        { "CORO1023", "partial class C { [Coroutine] void M<[|Point|]>(Point x, Yield<Point> yield) => yield(x); }" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Reported(string id, string marked)
    {
        var source = MarkedSource.Parse(Project.Usings + marked);
        await Check(id, source, Project.Compile(source.Text));
    }

    [Fact]
    public async Task LanguageVersionTooOld()
    {
        var source = MarkedSource.Parse("using CoroutineGen; partial class C { [Coroutine] void [|M|](Yield<int> yield) { yield(1); } }");
        var compilation = Project.Compile(LanguageVersion.CSharp8, source.Text);
        await Check("CORO1022", source, compilation.WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable)));
    }

    /// <summary>Generator and analyzer take and refuse the same methods: what the analyzer reports has no step method, and only that.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void RefusedByTheGeneratorToo(string id, string marked)
    {
        _ = id;
        var run = Project.Run(MarkedSource.Parse(Project.Usings + marked).Text);
        Assert.All(run.Files, file => Assert.Contains("NotSupportedException", file.SourceText.ToString()));
    }

    private static async Task Check(string id, MarkedSource source, Compilation compilation)
    {
        var run = Project.Run(compilation);
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Errors);
        var found = await Project.Analyze(run.Output);
        Assert.Equal(source.Spans.Select(span => $"{id} {span}"), found.Select(d => $"{d.Id} {d.Location.SourceSpan}"));
        Assert.All(found, d => Assert.DoesNotMatch(@"\{\d\}", d.GetMessage(null)));
    }

    [Theory]
    [InlineData("partial class C { [Coroutine] void M(Yield<int> yield) => yield(1); }")]
    [InlineData("using Co = CoroutineGen.CoroutineAttribute; partial class C { [Co] void M(global::CoroutineGen.Yield<int> yield) => yield(1); }")]
    [InlineData("using Ask = CoroutineGen.Yield<int, string>; partial class C { [CoroutineAttribute] void M(Ask yield) => Console.WriteLine(yield(1)); }")]
    [InlineData("partial class C { public virtual void M(Yield<int> yield) { } } partial class D : C { [Coroutine] public sealed override void M(Yield<int> yield) => yield(2); }")]
    [InlineData("partial class C { [Coroutine] void M(Yield<int> yield) => yield(1); [Coroutine] void M<T>(T t, Yield<T> yield) => yield(t); }")]
    [InlineData("partial class C<Frame> { Frame f = default!; [Coroutine] void M(Yield<Frame> yield) => yield(f); }")]
    [InlineData("abstract class A { public abstract void M(int a); } abstract class B : A { public override void M(int a) { } } partial class C : B { [Coroutine] void M(int x, Yield<int> yield) => yield(x); }")]
    [InlineData("partial class C { [Coroutine(Primed = true)] int M(Yield<int, int> yield) => yield(1); }")]
    public async Task Accepted(string source)
    {
        var run = Project.Run(source).Compiles();
        Assert.NotEmpty(run.Files);
        Assert.DoesNotContain("NotSupportedException", run.Text);
        Assert.Empty(await Project.Analyze(run.Output));
    }

    [Fact]
    public void AttributeOfAnotherLibraryIsLeftAlone()
    {
        var run = Project.Run(Project.Compile("""
            class CoroutineAttribute : System.Attribute { }
            delegate void Yield<T>(T value);
            partial class C { [Coroutine] void M(Yield<int> yield) => yield(1); }
            """)).Compiles();
        Assert.Empty(run.Files);
    }
}
