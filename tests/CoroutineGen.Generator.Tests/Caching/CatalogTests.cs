using System.Text;
using CoroutineGen.Generator.Emission.Saving;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace CoroutineGen.Generator.Tests.Caching;

/// <summary>
/// The catalogue of what can be restored is made of signatures: no edit of a body, of a file without a saveable coroutine, or of one that
/// has them but says the same, writes it again.
/// </summary>
public sealed class CatalogTests
{
    private static readonly string[] Files =
    [
        """
        using CoroutineGen;
        namespace Shop;
        public static partial class Saga
        {
            [Coroutine(Saveable = true)]
            public static int Order(int sum, Yield<int, int> yield)
            {
                int got = yield(sum);
                return got;
            }

            [Coroutine(Saveable = true)]
            public static async System.Threading.Tasks.Task Later(int sum, AsyncYield<int> yield)
            {
                await yield(sum);
            }
        }
        """,
        """
        using CoroutineGen;
        static partial class Plain
        {
            [Coroutine]
            public static void Count(int to, Yield<int> yield)
            {
                for (int i = 0; i < to; i++)
                    yield(i);
            }
        }
        """,
        "static class Other { public static int Twice(int x) { return x + x; } }",
    ];

    [Theory]
    [InlineData(2, "return x + x;", "return 2 * x;")]
    [InlineData(2, "static class Other", "// A comment.\nstatic class Other")]
    [InlineData(2, "int Twice(int x)", "long Twice(int x)")]
    [InlineData(1, "yield(i);", "yield(2 * i);")]
    [InlineData(1, "int to,", "int to, int more,")]
    [InlineData(1, "[Coroutine]", "[Coroutine(ClassName = \"Counting\")]")]
    [InlineData(0, "int got = yield(sum);", "int got = yield(2 * sum);")]
    [InlineData(0, "await yield(sum);", "First: await yield(sum);")]
    [InlineData(0, "Order(int sum,", "Order(long other, int sum,")]
    [InlineData(0, "public static int Order", "internal static int Order")]
    [InlineData(0, "public static int Order", "/// <summary>An order.</summary>\npublic static int Order")]
    public void An_edit_that_does_not_concern_it_does_not_write_it(int file, string before, string after)
    {
        var run = Edit(file, before, after);
        Assert.Equal(IncrementalStepRunReason.Cached, OutputOf(run));
        Assert.All(Reasons(run), reason => Assert.True(reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached));
    }

    [Theory]
    [InlineData(0, "static int Order", "static int Ordered", "Saga.LaterCoroutine.Kind,Saga.OrderedCoroutine.Kind")]
    [InlineData(0, "[Coroutine(Saveable = true)]\n    public static int", "[Coroutine]\n    public static int", "Saga.LaterCoroutine.Kind")]
    [InlineData(0, "public static int Order", "private static int Order", "Saga.LaterCoroutine.Kind")]
    [InlineData(1, "[Coroutine]", "[Coroutine(Saveable = true)]", "Plain.CountCoroutine.Kind,Saga.LaterCoroutine.Kind,Saga.OrderCoroutine.Kind")]
    public void An_edit_that_does_writes_it_once(int file, string before, string after, string kinds)
    {
        var run = Edit(file, before, after);
        Assert.Equal(IncrementalStepRunReason.Modified, OutputOf(run));
        string text = run.Files.Single(f => f.HintName == CatalogFile.HintName).SourceText.ToString();
        string[] expected = kinds.Split(',');
        Assert.Equal(expected.Length, text.Split(".Kind").Length - 1);
        Assert.All(expected, kind => Assert.Contains(kind, text, StringComparison.Ordinal));
    }

    /// <summary>How often an output is written: each is asked for its reason, so that the catalogue is one of five files.</summary>
    [Fact]
    public void There_is_one_catalogue_and_it_is_one_output()
    {
        var run = Edit(2, "return x + x;", "return 2 * x;");
        Assert.Equal(4, run.Files.Count());
        Assert.Single(run.Files, f => f.HintName == CatalogFile.HintName);
        Assert.Single(run.Result.Results.Single().TrackedSteps[Steps.Catalog]);
    }

    private static GeneratorRun Edit(int file, string before, string after)
    {
        var compilation = Project.Compile(Files);
        var driver = Project.Driver(compilation).RunGenerators(compilation);
        var tree = compilation.SyntaxTrees[file];
        string text = tree.GetText().ToString();
        Assert.Contains(before, text, StringComparison.Ordinal);
        var edited = compilation.ReplaceSyntaxTree(
            tree, tree.WithChangedText(SourceText.From(text.Replace(before, after, StringComparison.Ordinal), Encoding.UTF8)));
        var run = new GeneratorRun(edited, [], driver.RunGenerators(edited).GetRunResult());
        Assert.Equal(Project.Run(edited).Text, run.Text);
        return run;
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRun run)
        => run.Result.Results.Single().TrackedSteps[Steps.Catalog].SelectMany(s => s.Outputs).Select(o => o.Reason);

    /// <summary>Why the file was written, or not: the output behind the step.</summary>
    private static IncrementalStepRunReason OutputOf(GeneratorRun run)
        => run.Result.Results.Single().TrackedOutputSteps.SelectMany(s => s.Value)
            .Single(s => s.Inputs.Any(i => i.Source.Name == Steps.Catalog)).Outputs.Single().Reason;
}
