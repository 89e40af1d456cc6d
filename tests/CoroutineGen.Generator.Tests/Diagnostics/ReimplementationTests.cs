using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CoroutineGen.Generator.Tests.Diagnostics;

/// <summary>CORO1032: what implements a coroutine of an interface again, with and without analyzers.</summary>
public sealed class ReimplementationTests
{
    private const string Part = "partial interface IPart { [Coroutine] void Points(Yield<int> yield) => yield(1); } ";

    [Theory]
    [InlineData("class C : IPart { public void [|Points|](Yield<int> yield) => yield(2); }")]
    [InlineData("partial class C : IPart { [Coroutine] public void [|Points|](Yield<int> yield) => yield(2); }")]
    [InlineData("struct S : IPart { void IPart.[|Points|](Yield<int> yield) => yield(2); }")]
    [InlineData("interface J : IPart { void IPart.[|Points|](Yield<int> yield) => yield(2); }")]
    [InlineData("class B { public void Points(Yield<int> yield) => yield(2); } class [|C|] : B, IPart { }")]
    [InlineData("class C : IPart { public void [|Points|](Yield<int> yield) => yield(2); } class D : C { }")]
    [InlineData("interface J : IPart { void Points(Yield<int> yield); } class C : J { public void [|Points|](Yield<int> yield) => yield(1); }")]
    [InlineData("partial interface IMade { [Coroutine] static virtual void Make(Yield<int> yield) => yield(1); } class C : IMade { public static void [|Make|](Yield<int> yield) => yield(2); }")]
    public async Task Is_refused(string marked)
    {
        var source = MarkedSource.Parse(Project.Usings + Part + marked);
        var compilation = Project.Compile(source.Text);
        var run = Project.Run(compilation);
        Assert.Empty(run.Errors);
        Check(source, Assert.Single(await Project.Analyze(run.Output)));

        var built = GeneratorRun.Of(Drivers.Of(compilation, BuildProperties.WithoutAnalyzers, new CoroutineGenerator()), compilation);
        Check(source, Assert.Single(built.Diagnostics));
        Assert.Empty(GeneratorRun.Of(Drivers.Of(compilation, BuildProperties.Build, new CoroutineGenerator()), compilation).Diagnostics);
    }

    [Theory]
    [InlineData("class C : IPart { }")]
    [InlineData("interface K { void Points(Yield<int> yield) => yield(1); } class C : K { public void Points(Yield<int> yield) => yield(1); }")]
    [InlineData("partial interface L { [Coroutine] sealed void Points(Yield<int> yield) => yield(1); } class C : L { public void Points(Yield<int> yield) => yield(1); }")]
    public async Task Is_accepted(string source)
    {
        var compilation = Project.Compile(Project.Usings + Part + source);
        Assert.Empty(await Project.Analyze(Project.Run(compilation).Compiles().Output));
        Assert.Empty(GeneratorRun.Of(Drivers.Of(compilation, BuildProperties.WithoutAnalyzers, new CoroutineGenerator()), compilation).Diagnostics);
    }

    [Fact]
    public async Task It_cannot_be_silenced()
    {
        var compilation = Project.Compile("#pragma warning disable\n" + Project.Usings + Part + "class C : IPart { public void Points(Yield<int> yield) => yield(2); }");
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions([new("CORO1032", ReportDiagnostic.Suppress)]));
        var found = Assert.Single(await Project.Analyze(Project.Run(compilation).Output));
        Assert.Equal(("CORO1032", DiagnosticSeverity.Error, false), (found.Id, found.Severity, found.IsSuppressed));
    }

    private static void Check(MarkedSource source, Diagnostic found)
        => Assert.Equal(("CORO1032", Assert.Single(source.Spans)), (found.Id, found.Location.SourceSpan));
}
