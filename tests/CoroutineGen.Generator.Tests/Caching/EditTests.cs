using CoroutineGen.Generator.Lowering;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CoroutineGen.Generator.Tests.Caching;

/// <summary>What each kind of edit costs: how many bodies are bound again, and why each step ran.</summary>
public sealed class EditTests
{
    private static readonly string[] Files =
    [
        """
        using System;
        using CoroutineGen;
        static partial class First
        {
            /// <summary>Counts.</summary>
            [Coroutine]
            public static void Count(int to, Yield<int> yield)
            {
                for (int i = 0; i < to; i++)
                    yield(Other.Twice(i));
            }

            [Coroutine]
            public static void Down(int from, Yield<int> yield)
            {
                while (from > 0)
                    yield((int)from--);
            }

            static int Helper() { return 1; }
        }
        """,
        """
        using CoroutineGen;
        static partial class Second
        {
            [Coroutine]
            public static void Both(Yield<int> yield)
            {
                yield.From(First.Count(1));
                yield.From(First.Down(1));
            }
        }
        """,
        """
        static class Other
        {
            public static int Twice(int x) { return x + x; }
            public const int Limit = 10;
            public static int Property { get { return 1; } set { } }
            public static int Arrow => 1;
        }
        struct Pair
        {
            public int Left;
            public int Sum() => Left;
        }
        """,
    ];

    [Fact]
    public void NothingChanged() => Check(0, Files[0], Files[0], bound: 0, written: 0);

    /// <summary>Another configuration writes other files, as small bodies are marked for inlining in builds for speed only.</summary>
    [Fact]
    public void OptimizationChanged()
    {
        var debug = Project.Compile(Files);
        var release = debug.WithOptions(debug.Options.WithOptimizationLevel(OptimizationLevel.Release));
        var driver = Project.Driver(debug);
        foreach (var (compilation, isInlined) in new[] { (debug, false), (release, true), (debug, false) })
        {
            driver = driver.RunGenerators(compilation);
            var count = driver.GetRunResult().GeneratedTrees.Single(t => t.FilePath.EndsWith("First.DownCoroutine.g.cs", StringComparison.Ordinal)).ToString();
            Assert.Equal(isInlined, !count.Contains("StackTraceHidden", StringComparison.Ordinal));
            Assert.Equal(isInlined ? 3 : 2, count.Split("AggressiveInlining").Length - 1);
        }
    }

    [Theory]
    [InlineData("return x + x;", "return 2 * x;")]
    [InlineData("get { return 1; }", "get { var x = 2; return x; }")]
    [InlineData("Arrow => 1", "Arrow => 2")]
    [InlineData("static class Other", "// A comment.\nstatic class Other")]
    [InlineData("public const int Limit = 10;", "public const int Limit    =   10; /* ten */")]
    public void EditThatNoBodyCanSee(string before, string after)
    {
        var edit = Check(2, before, after, bound: 0, written: 0);
        AssertReasons(edit, Steps.Signatures, IncrementalStepRunReason.Unchanged);
        AssertReasons(edit, Steps.Keys, IncrementalStepRunReason.Unchanged);
        AssertReasons(edit, Steps.Bodies, IncrementalStepRunReason.Cached);
        AssertReasons(edit, Steps.Units, IncrementalStepRunReason.Cached);
        AssertReasons(edit, Steps.Files, IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void BodyOfAPlainMethodBesideACoroutine() => Check(0, "return 1;", "return 2;", bound: 0, written: 0);

    [Fact]
    public void BlankLineAboveCoroutinesMovesTheirLinesOnly()
    {
        var edit = Check(0, "using System;", "\nusing System;", bound: 0, written: 2);
        AssertReasons(edit, Steps.Keys, IncrementalStepRunReason.Unchanged);
        AssertReasons(edit, Steps.Bodies, IncrementalStepRunReason.Cached);
        Assert.Contains("#line 10 ", edit.Text);
    }

    [Fact]
    public void CommentInABodyIsNotBound() => Check(0, "yield((int)from--);", "yield((int)from--); // and on", bound: 0, written: 0);

    /// <summary>A call may ask for the text of its argument.</summary>
    [Fact]
    public void SpacesAndCommentsWithinAStatementCount()
    {
        Check(0, "yield((int)from--);", "yield((int) from--);", bound: 1, written: 1);
        Check(0, "yield((int)from--);", "yield((int)from-- /* and on */);", bound: 1, written: null);
    }

    [Fact]
    public void DocumentationIsCopiedWithoutBinding()
    {
        var edit = Check(0, "Counts.", "Counts up.", bound: 0, written: 1);
        Assert.Contains("Counts up.", edit.Text);
    }

    [Fact]
    public void OneBody()
    {
        var edit = Check(0, "from--", "--from", bound: 1, written: 1);
        Assert.Single(Reasons(edit, Steps.Keys), IncrementalStepRunReason.Modified);
        Assert.Single(Reasons(edit, Steps.Bodies), IncrementalStepRunReason.Modified);
        Assert.Single(Reasons(edit, Steps.Files), IncrementalStepRunReason.Modified);
    }

    /// <summary>A member that any body may mean without saying its name, or that changes what something else is.</summary>
    [Theory]
    [InlineData("Limit = 10", "Limit = 11")]
    [InlineData("static class Other", "#nullable disable\nstatic class Other")]
    [InlineData("public static int Arrow", "[System.Obsolete] public static int Arrow")]
    [InlineData("public static int Arrow", "public static void Add(int x) { }\npublic static int Arrow")]
    [InlineData("public static int Arrow", "public class Inner { }\npublic static int Arrow")]
    [InlineData("public int Left;", "public int Left; public string Right;")]
    [InlineData("public int Left;", "public int Left; public Pair(int left) => Left = left;")]
    [InlineData("public int Left;", "public int Left; public static Pair operator +(Pair a, Pair b) => a;")]
    [InlineData("public int Left;", "public int Left; public int this[int i] => i;")]
    [InlineData("struct Pair", "struct Pair : System.IDisposable")]
    public void DeclarationElsewhereBindsAll(string before, string after) => Check(2, before, after, bound: 3, written: null);

    [Theory]
    [InlineData("public static int Arrow", "public static int Fresh(int x) => x;\npublic static int Arrow")]
    [InlineData("public static int Arrow", "public static int Fresh { get; set; }\npublic static int Arrow")]
    [InlineData("public static int Arrow", "public static string fresh = \"\";\npublic static int Arrow")]
    [InlineData("public static int Arrow => 1;", "")]
    [InlineData("int Arrow => 1;", "long Arrow => 1;")]
    [InlineData("get { return 1; }", "get { return field; }")]
    [InlineData("public int Sum()", "public long Sum()")]
    [InlineData("public int Sum()", "public int Product() => 1; public int Sum()")]
    public void DeclarationThatNoBodyMentionsBindsNone(string before, string after) => Check(2, before, after, bound: 0, written: 0);

    [Fact]
    public void DeclarationBindsThoseThatMentionIt() => Check(2, "int Twice(int x)", "long Twice(int x)", bound: 1, written: null);

    [Fact]
    public void ParametersBindThemselvesAndThoseThatCall() => Check(0, "Down(int from, Yield", "Down(long from, Yield", bound: 2, written: 1);

    [Theory]
    [InlineData("Yield<int> yield)\n    {\n        while", "Yield<long> yield)\n    {\n        while")]
    [InlineData("public static void Down", "public static int Down")]
    [InlineData("[Coroutine]\n    public static void Down", "[Coroutine(ClassName = \"Falling\")]\n    public static void Down")]
    public void WhatACoroutineIsBindsAll(string before, string after) => Check(0, before, after, bound: 3, written: null);

    [Fact]
    public void DeclarationChangedBackIsFoundChanged()
    {
        int bound = 0;
        var (driver, compilation) = Start(() => bound++);
        var changed = Replace(compilation, 2, "int Twice(int x)", "long Twice(int x)");
        driver = driver.RunGenerators(changed);
        driver = driver.RunGenerators(compilation);
        Assert.Equal(5, bound);
        Assert.Equal(Project.Run(compilation).Text, new GeneratorRun(compilation, [], driver.GetRunResult()).Text);
    }

    [Fact]
    public void EditsAfterOneAnotherKeepTheirCosts()
    {
        int bound = 0;
        var (driver, compilation) = Start(() => bound++);
        for (int i = 0; i < 5; i++)
        {
            compilation = Replace(compilation, 2, "static class Other", $"// {i}\nstatic class Other");
            compilation = Replace(compilation, 0, "return 1;", $"return 1; {{ int x{i}; }}");
            driver = driver.RunGenerators(compilation);
        }
        Assert.Equal(3, bound);
        compilation = Replace(compilation, 0, "from--", "--from");
        driver.RunGenerators(compilation);
        Assert.Equal(4, bound);
    }

    private static GeneratorRun Check(int file, string before, string after, int bound, int? written)
    {
        int count = 0;
        var (driver, compilation) = Start(() => count++);
        Assert.Equal(3, count);
        count = 0;
        var edited = Replace(compilation, file, before, after);
        var run = new GeneratorRun(edited, [], driver.RunGenerators(edited).GetRunResult());
        Assert.Equal(bound, count);
        if (written is { } files)
            Assert.Equal(files, Reasons(run, Steps.Files).Count(r => r is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New));
        Assert.Equal(Project.Run(edited).Text, run.Text);
        return run;
    }

    private static (GeneratorDriver Driver, CSharpCompilation Compilation) Start(Action bind)
    {
        var compilation = Project.Compile(Files);
        var generator = new CoroutineGenerator((method, model, errors, cancellation) =>
        {
            bind();
            return MethodLowering.Lower(method, model, errors, cancellation);
        });
        return (Project.Driver(compilation, generator).RunGenerators(compilation), compilation);
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, int file, string before, string after)
    {
        var tree = compilation.SyntaxTrees[file];
        string text = tree.GetText().ToString();
        Assert.Contains(before, text);
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(text.Replace(before, after), System.Text.Encoding.UTF8)));
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRun run, string step)
        => run.Result.Results.Single().TrackedSteps[step].SelectMany(s => s.Outputs).Select(o => o.Reason);

    private static void AssertReasons(GeneratorRun run, string step, IncrementalStepRunReason expected)
        => Assert.All(Reasons(run, step), reason => Assert.Equal(expected, reason));
}
