using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CoroutineGen.Generator.Tests.Declarations;

/// <summary>What is written for a factory that a base class or an interface declares. What it does when it runs is for CoroutineGen.Tests.</summary>
public sealed class InheritedFactoryTests
{
    private const string Base = "public abstract class B { public abstract Coroutine<int> M(int n); } ";

    [Theory]
    [InlineData(Base + "public partial class C : B { [Coroutine] public void M(int n, Yield<int> yield) => yield(n); }", "public override global::CoroutineGen.Coroutine<int> M(int n) =>")]
    [InlineData(Base + "public partial class C : B { [Coroutine] void M(int n, Yield<int> yield) => yield(n); }", "public override global::CoroutineGen.Coroutine<int> M(int n) =>")]
    [InlineData(Base + "public sealed partial class C : B { [Coroutine] public void M(int n, Yield<int> yield) => yield(n); }", "public override MCoroutine M(int n) =>")]
    [InlineData(Base + "public sealed partial class C : B { [Coroutine] void M(int n, Yield<int> yield) => yield(n); }", "public override global::CoroutineGen.Coroutine<int> M(int n) =>")]
    [InlineData(Base + "public abstract partial class C : B { [Coroutine] public void M(int n, Yield<int> yield) => yield(n); } public partial class D : C { [Coroutine] public new long M(int n, Yield<int, string> yield) => yield(n).Length; }", "public override global::CoroutineGen.Coroutine<int> M(int n) => new MCoroutine(this, n);")]
    [InlineData(Base + "public partial class C : B { [Coroutine] unsafe void M(int n, Yield<int> yield) { int* p = null; yield(n); } }", "public override unsafe global::CoroutineGen.Coroutine<int> M(int n)")]
    [InlineData("public abstract class B<T> { protected internal abstract ICoroutine<T[]> M(List<T> n = null!); } public partial class C : B<string?> { [Coroutine] void M(List<string?> n, Yield<string?[]> yield) => yield([n[0]]); }", "protected internal override global::CoroutineGen.ICoroutine<string?[]> M(List<string?> n)")]
    [InlineData("abstract class B { private protected virtual AsyncCoroutine<int> M() => throw new Exception(); } partial class C : B { [Coroutine] private async System.Threading.Tasks.Task M(AsyncYield<int> yield) => await yield(1); }", "private protected override global::CoroutineGen.AsyncCoroutine<int> M() =>")]
    [InlineData("class B { public virtual Coroutine<int> M() => null!; } partial class C : B { [Coroutine(Primed = true)] int M(Yield<int, int> yield) => yield(1); }", "public override global::CoroutineGen.Coroutine<int> M() => new MCoroutine(this).Prime();")]
    [InlineData("public abstract class B { public abstract void M(Yield<int> yield); public abstract Coroutine<int> M(); } public partial class C : B { [Coroutine] public sealed override void M(Yield<int> yield) => yield(1); }", "public override global::CoroutineGen.Coroutine<int> M() => new MCoroutine(this);")]
    [InlineData("interface I { Coroutine<int> M(); } partial class C { [Coroutine] void M(Yield<int> yield) => yield(1); } partial class C : I { }", "global::CoroutineGen.Coroutine<int> global::I.M() => M();")]
    [InlineData("interface I { Coroutine<int> @event(int @class, params string[] rest); } partial class C : I { [Coroutine] void @event(int @class, string[] rest, Yield<int> yield) => yield(@class + rest.Length); }", "global::CoroutineGen.Coroutine<int> global::I.@event(int @class, string[] rest) => @event(@class, rest);")]
    [InlineData("namespace N { interface I<T> { Coroutine<T> M(T x); } partial struct S<T> : I<T>, I<(T a, int b)> { [Coroutine] public readonly void M(T x, Yield<T> yield) => yield(x); [Coroutine(ClassName = \"X\")] public readonly void M((T a, int b) x, Yield<(T a, int b)> yield) => yield(x); } }", "global::CoroutineGen.Coroutine<(T a, int b)> global::N.I<(T a, int b)>.M((T a, int b) x) => M(x);")]
    [InlineData("interface I { Coroutine<int> M(); } interface J : I { } partial class C : J { [Coroutine] void M(Yield<int> yield) => yield(1); }", "global::CoroutineGen.Coroutine<int> global::I.M() => M();")]
    [InlineData("partial class C { private interface I { ICoroutine<int, string> M(); } private partial class D : I { [Coroutine] void M(Yield<int, string> yield) => yield(1); } }", "global::CoroutineGen.ICoroutine<int, string> global::C.I.M() => M();")]
    [InlineData("public partial class C { public class Inner : I { public Coroutine<int> M() => null!; } public interface I { Coroutine<int> M(); } } public partial class D : C.Inner, C.I { [Coroutine] void M(Yield<int> yield) => yield(1); }", "global::CoroutineGen.Coroutine<int> global::C.I.M() => M();")]
    public void Writes(string source, string expected)
    {
        var run = Project.Run(source);
        run.Compiles();
        Assert.Contains(expected, run.Text, StringComparison.Ordinal);
    }

    /// <summary>Where it neither overrides nor implements, the factory is as ever.</summary>
    [Theory]
    [InlineData("partial class C { [Coroutine] public void ToString(Yield<int> yield) => yield(1); }", "public ToStringCoroutine ToString() =>")]
    [InlineData("class B { public Coroutine<int> M() => null!; } partial class C : B { [Coroutine] public void M(Yield<int> yield) => yield(1); }", "public MCoroutine M() =>")]
    [InlineData("class B { public virtual Coroutine<int> M() => null!; } class S : B { public sealed override Coroutine<int> M() => null!; } partial class C : S { [Coroutine] public void M(Yield<int> yield) => yield(1); }", "public MCoroutine M() =>")]
    [InlineData("class B { private Coroutine<int> M() => null!; } partial class C : B { [Coroutine] public void M(Yield<int> yield) => yield(1); }", "public MCoroutine M() =>")]
    [InlineData("class B { public virtual Coroutine<int> M(long n) => null!; } partial class C : B { [Coroutine] public void M(int n, Yield<int> yield) => yield(1); }", "public MCoroutine M(int n) =>")]
    [InlineData("class B { public virtual int M() => 1; } partial class C : B { [Coroutine] public void M(Yield<int> yield) => yield(1); }", "public MCoroutine M() =>")]
    public void Hides(string source, string expected)
    {
        var run = Project.Run(source);
        run.Compiles();
        Assert.Contains(expected, run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(" override global", run.Text.Split("class")[1], StringComparison.Ordinal);
    }

    /// <summary>A class of another assembly, which may lack a framework that knows covariant returns; its internals are not ours.</summary>
    [Fact]
    public void Overrides_across_assemblies()
    {
        var library = Project.Compile(Project.Usings + "public abstract class B { protected internal abstract Coroutine<int> M(); public virtual Coroutine<int> N() => null!; internal virtual Coroutine<int> P() => null!; }");
        var run = Project.Run(Project
            .Compile(Project.Usings + "public partial class C : B { [Coroutine] void M(Yield<int> yield) => yield(1); [Coroutine] public void N(Yield<int> yield) => yield(1); [Coroutine] public void P(Yield<int> yield) => yield(1); }")
            .AddReferences(library.ToMetadataReference()));
        run.Compiles();
        Assert.Contains("protected override global::CoroutineGen.Coroutine<int> M() =>", run.Text, StringComparison.Ordinal);
        Assert.Contains("public override global::CoroutineGen.Coroutine<int> N() =>", run.Text, StringComparison.Ordinal);
        Assert.Contains("public PCoroutine P() =>", run.Text, StringComparison.Ordinal);
    }

    /// <summary>The generated override of a compiled assembly can be overridden like any other.</summary>
    [Fact]
    public void A_compiled_coroutine_is_overridden()
    {
        var library = Project.Run(Base + "public partial class C : B { [Coroutine] public void M(int n, Yield<int> yield) => yield(n); }").Compiles().Output;
        var run = Project.Run(Project
            .Compile(Project.Usings + "public partial class D : C { [Coroutine] public new void M(int n, Yield<int> yield) => yield(n); }")
            .AddReferences(library.ToMetadataReference()));
        run.Compiles();
        Assert.Contains("public override global::CoroutineGen.Coroutine<int> M(int n) =>", run.Text, StringComparison.Ordinal);
    }

    /// <summary>What only an alias leads to has no name in a generated file; C# says what is missing.</summary>
    [Fact]
    public void An_interface_behind_an_alias_is_left_to_the_user()
    {
        var library = Project.Compile(Project.Usings + "public interface I { Coroutine<int> M(); }").ToMetadataReference(["lib"]);
        var run = Project.Run(Project
            .Compile("extern alias lib;\n" + Project.Usings + "partial class C : lib::I { [Coroutine] public void M(Yield<int> yield) => yield(1); Coroutine<int> lib::I.M() => M(); }")
            .AddReferences(library));
        run.Compiles();
    }

    [Fact]
    public async Task An_override_that_would_have_to_name_an_alias_is_refused()
    {
        var library = Project.Compile("public class X { }").ToMetadataReference(["lib"]);
        var compilation = Project
            .Compile("extern alias lib;\n" + Project.Usings + "abstract class B { public abstract Coroutine<lib::X> M(); } abstract partial class C : B { [Coroutine] public void M(Yield<lib::X> yield) => yield(new()); }")
            .AddReferences(library);
        Assert.Equal("CORO1018", Assert.Single(await Project.Analyze(compilation)).Id);
    }

    /// <summary>A type that is read from the factory of another coroutine is the one that the override returns.</summary>
    [Fact]
    public void Callers_see_what_the_override_returns()
    {
        var run = Project.Run(Base + """
            public partial class C : B
            {
                [Coroutine] public void M(int n, Yield<int> yield) => yield(n);
                [Coroutine] public void Both(Yield<int> yield) { var m = M(1); yield(2); yield.From(m); }
            }
            """);
        run.Compiles();
        Assert.Contains("public global::CoroutineGen.Coroutine<int> m;", run.Text, StringComparison.Ordinal);
    }

    /// <summary>The factory follows the declaration of the base, in whatever file that is; the body is bound again with it.</summary>
    [Fact]
    public void Edits_of_the_base_are_followed()
    {
        const string Virtual = "public class B { public virtual Coroutine<int> M() => null!; }";
        var compilation = Project.Compile(
            Project.Usings + Virtual,
            Project.Usings + "public partial class C : B { [Coroutine] public void M(Yield<int> yield) => yield(1); }");
        var driver = Project.Driver(compilation);
        foreach (var (text, expected) in new[]
        {
            (Virtual, "public override global::CoroutineGen.Coroutine<int> M()"),
            (Virtual.Replace("virtual ", ""), "public MCoroutine M()"),
            (Virtual.Replace("M()", "N()"), "public MCoroutine M()"),
            (Virtual.Replace("Coroutine", "ICoroutine"), "public override global::CoroutineGen.ICoroutine<int> M()"),
            ("public interface B { Coroutine<int> M(); }", "global::CoroutineGen.Coroutine<int> global::B.M() => M();"),
            (Virtual, "public override global::CoroutineGen.Coroutine<int> M()"),
        })
        {
            compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], Project.Parse(Project.Usings + text));
            driver = driver.RunGenerators(compilation);
            var run = new GeneratorRun(compilation, [], driver.GetRunResult());
            Assert.Contains(expected, run.Text, StringComparison.Ordinal);
            Assert.Equal(Project.Run(compilation).Text, run.Text);
        }
    }
}
