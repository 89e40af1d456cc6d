using CoroutineGen.Generator.Analyzers.Usage.Flow;
using CoroutineGen.Generator.Lowering;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CoroutineGen.Generator.Tests.Diagnostics;

/// <summary>What becomes of bodies that cannot be lowered: the user hears of each error once, and all else goes on.</summary>
public sealed class BodyTests
{
    private const string Good = "[Coroutine] public static void Good(Yield<int> yield) { yield(1); }";

    [Fact]
    public async Task UserErrorIsSeenOnce()
    {
        var run = Project.Run($$"""
            static partial class C
            {
                [Coroutine] public static void Bad(Yield<int> yield) { yield(undefined); }
                {{Good}}
                static void Use() { Bad().MoveNext(); Good().MoveNext(); }
            }
            """);
        var error = Assert.Single(run.Errors);
        Assert.Equal("CS0103", error.Id);
        Assert.Equal("/src/File1.cs", error.Location.GetLineSpan().Path);
        Assert.Empty(run.Diagnostics);
        Assert.Empty(await Project.Analyze(run.Output));
    }

    [Fact]
    public async Task SyntaxErrorIsSeenOnce()
    {
        var run = Project.Run("static partial class C { [Coroutine] public static void Bad(Yield<int> yield) { yield(1) } }");
        Assert.Equal("CS1002", Assert.Single(run.Errors).Id);
        Assert.Empty(await Project.Analyze(run.Output));
    }

    [Fact]
    public async Task MissingTypeInTheSignatureIsSeenOnlyInTheUsersFile()
    {
        var run = Project.Run("static partial class C { [Coroutine] public static void Bad(Missing x, Yield<int> yield) { yield(1); } }");
        Assert.All(run.Errors.Where(e => e.Location.SourceTree!.FilePath == "/src/File1.cs"), e => Assert.Equal("CS0246", e.Id));
        Assert.Empty(await Project.Analyze(run.Output));
    }

    [Fact]
    public async Task RefusedBodyIsReportedByTheAnalyzerAndStubbed()
    {
        var run = Project.Run("""
            static partial class C
            {
                [Coroutine] public static void Bad(Yield<int> yield) { Action<int> a = x => yield(x); a(1); }
                static void Use() { Bad().MoveNext(); }
            }
            """);
        Assert.Empty(run.Diagnostics);
        Assert.Empty(run.Errors);
        Assert.Contains("NotSupportedException", run.Text);
        Assert.StartsWith("CORO2", Assert.Single(await Project.Analyze(run.Output)).Id);
    }

    [Fact]
    public async Task BodyThatNeedsAnotherGeneratorsTypeIsNotSilentlyAStub()
    {
        var compilation = Project.Compile(Project.Usings + "static partial class C { [Coroutine] public static void M(Yield<int> yield) { yield(Made.Value); } }");
        var run = Project.Run(compilation);
        Assert.Equal("CS0103", Assert.Single(run.Errors).Id);
        var final = run.Output.AddSyntaxTrees(Project.Parse("static class Made { public const int Value = 1; }", "/other/Made.g.cs"));
        Assert.Empty(final.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var found = Assert.Single(await Project.Analyze(final));
        Assert.Equal("CORO2090", found.Id);
        Assert.Equal("M", compilation.SyntaxTrees[0].GetText().ToString(found.Location.SourceSpan));
    }

    /// <summary>The code of a Razor page comes so.</summary>
    [Fact]
    public async Task CoroutineThatAnotherGeneratorWritesIsNotSilentlyNone()
    {
        var run = Project.Run(Project.Compile(Project.Usings + "partial class Page { }"));
        var tree = Project.Parse(
            "#line 7 \"/src/Page.razor\"\nusing CoroutineGen; partial class Page { [Coroutine] int M(Yield<int> yield) { yield(1); return 2; } }",
            "/other/Page_razor.g.cs");
        var final = run.Output.AddSyntaxTrees(tree);
        Assert.Empty(final.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var found = Assert.Single(await Project.Analyze(final));
        Assert.Equal("CORO1031", found.Id);
        Assert.Equal("M", tree.GetText().ToString(found.Location.SourceSpan));
        Assert.Equal("/src/Page.razor", found.Location.GetMappedLineSpan().Path);
    }

    /// <summary>What a class cannot be of is not generated.</summary>
    [Theory]
    [InlineData("Yield<ReadOnlySpan<char>> yield")]
    [InlineData("Yield<int, Span<int>> yield")]
    [InlineData("Receive<ReadOnlySpan<char>> yield")]
    [InlineData("Yield<Nullable<string>> yield")]
    [InlineData("Yield<Math> yield")]
    public void ErrorInAYieldTypeIsSeenOnce(string parameters)
    {
        var run = Project.Run("static partial class C { [Coroutine] static int M(" + parameters + ") { return 1; } }");
        Assert.Empty(run.Diagnostics);
        Assert.Single(run.Errors.Select(e => (e.Id, e.Location.SourceTree, e.Location.SourceSpan.Start)).Distinct());
        Assert.All(run.Errors, e => Assert.Equal("/src/File1.cs", e.Location.SourceTree!.FilePath));
    }

    [Fact]
    public void ErrorOfOursStaysWithItsCoroutine()
    {
        var compilation = Project.Compile(Project.Usings + $$"""
            static partial class C
            {
                [Coroutine] public static void Bad(Yield<int> yield) { yield(1); }
                {{Good}}
                static void Use() { Bad().MoveNext(); Good().MoveNext(); }
            }
            """);
        var generator = new CoroutineGenerator((method, model, errors, cancellation) => method.Identifier.Text == "Bad"
            ? throw new InvalidOperationException("lost the thread")
            : MethodLowering.Lower(method, model, errors, cancellation));
        var run = Project.Run(compilation, generator);
        Assert.Empty(run.Errors);
        var fault = Assert.Single(run.Diagnostics);
        Assert.Equal("CORO9001", fault.Id);
        Assert.Contains("C.Bad", fault.GetMessage(null));
        Assert.Contains("lost the thread", fault.GetMessage(null));
        Assert.Equal(6, fault.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Contains("private static int Good(", run.Text);
    }

    [Fact]
    public void WhatIsTooDeepIsSaidInOtherWords()
    {
        var generator = new CoroutineGenerator((_, _, _, _) => throw new InsufficientExecutionStackException());
        var run = Project.Run(Project.Compile(Project.Usings + "static partial class C { " + Good + " }"), generator);
        Assert.Contains("nested more deeply than there is room to follow: give a part of it a variable", Assert.Single(run.Diagnostics).GetMessage(null));
    }

    [Fact]
    public void CancellationIsNotAnErrorOfOurs()
    {
        using var source = new CancellationTokenSource();
        var generator = new CoroutineGenerator((_, _, _, _) =>
        {
            source.Cancel();
            throw new OperationCanceledException(source.Token);
        });
        var compilation = Project.Compile(Project.Usings + "static partial class C { " + Good + " }");
        Assert.Throws<OperationCanceledException>(() => Project.Driver(compilation, generator).RunGenerators(compilation, source.Token));
    }

    [Fact]
    public void GeneratedTextIsCSharp9()
    {
        var compilation = Project.Compile(LanguageVersion.CSharp9, Project.Usings + """
            namespace N
            {
                public static partial class C
                {
                    [Coroutine]
                    public static string M(int a, Yield<int, string> yield)
                    {
                        try { if (yield(a) == "") return "x"; yield(2); }
                        catch (Exception) { yield(3); }
                        finally { Console.WriteLine(); }
                        var list = new List<Func<string>>();
                        foreach (var c in "abc") { list.Add(() => c.ToString()); yield(c); }
                        return list[0]();
                    }
                }
            }
            """);
        Project.Run(compilation).Compiles();
    }
}
