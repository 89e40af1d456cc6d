using CoroutineGen.Generator.Analyzers;
using CoroutineGen.Generator.Binding;
using CoroutineGen.Generator.Lowering;
using CoroutineGen.Generator.Tests.Hosting;
using CoroutineGen.Generator.Versions;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CoroutineGen.Generator.Tests.Versions;

/// <summary>
/// What the generator knows of a saveable coroutine the points analyzer does not lower again; and both know the same, since the names in the
/// files are those of generated code.
/// </summary>
public sealed class SharedShapeTests
{
    private const string Source = """
        static partial class Saga
        {
            [Coroutine(Saveable = true, Migrate = "Fix")]
            static int Order(int sum, Yield<int, int> yield)
            {
            Item: int got = yield(Other.Twice(sum));
                return sum + got;
            }
        }
        """;

    private const string Others = """
        static partial class Saga { static void Fix(SavedCoroutine saved) { } }
        static class Other { public static int Twice(int n) => n * 2; }
        """;

    [Fact]
    public async Task What_the_generator_has_accepted_is_not_lowered_again()
        => Assert.Equal(0, await Lowered(Project.Compile(Project.Usings + Source, Project.Usings + Others), c => c));

    [Fact]
    public async Task What_the_generator_has_not_seen_is()
    {
        Assert.Equal(1, await Lowered(Project.Compile(Project.Usings + Source, Project.Usings + Others), c => c.ReplaceSyntaxTree(
            c.SyntaxTrees.First(), Project.Parse(Project.Usings + Source.Replace("sum + got", "got + sum", StringComparison.Ordinal)))));
        Assert.Equal(1, await Lowered(Project.Compile(Project.Usings + Source, Project.Usings + Others), c => c.ReplaceSyntaxTree(
            c.SyntaxTrees.ElementAt(1), Project.Parse(Project.Usings + Others.Replace("Fix(", "Mend(", StringComparison.Ordinal), "/src/File2.cs"))));
    }

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Edits.All.Count).Where(n => !Edits.All[n].IsRefusedWhole)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Both_have_the_same_lines(int number)
    {
        var compilation = Project.Compile(Project.Usings + Edits.All[number].After);
        var known = new List<string>();
        Project.Run(compilation, new CoroutineGenerator((method, model, errors, cancellation) =>
        {
            var result = MethodLowering.Lower(method, model, errors, cancellation);
            if (result.Body?.Save is { } shape)
                known.AddRange(PointLine.Of(shape).Select(l => l + "\n"));
            return result;
        }));
        Assert.Equal(string.Concat(known.Order(StringComparer.Ordinal)), PointsProject.Lines(Edits.All[number].After).TrimStart('\n'));
    }

    /// <summary>How many bodies the analyzer lowers after an edit that the generator has not seen.</summary>
    private static async Task<int> Lowered(Compilation compilation, Func<Compilation, Compilation> edit)
    {
        var settled = new SettledBodies();
        int lowered = 0;
        var final = edit(Project.Run(compilation, new CoroutineGenerator(MethodLowering.Lower, settled)).Output);
        var analyzer = new PointsAnalyzer(
            (method, model, errors, cancellation) =>
            {
                Interlocked.Increment(ref lowered);
                return MethodLowering.Lower(method, model, errors, cancellation);
            },
            settled);
        await PointsProject.Analyze(final, [analyzer], "", null);
        return lowered;
    }
}
