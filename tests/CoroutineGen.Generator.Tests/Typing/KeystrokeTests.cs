using System.Text;
using CoroutineGen.Generator.Analyzers;
using CoroutineGen.Generator.Analyzers.Usage;
using CoroutineGen.Generator.Declarations.Mending;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace CoroutineGen.Generator.Tests.Typing;

/// <summary>
/// What an editor shows at each keystroke, at its worst: nothing is completed, and no bracket is closed by itself. Those who call the
/// coroutines of a file that is typed in stand in another one, and do not learn of it; and in no generated file there is an error.
/// </summary>
public sealed class KeystrokeTests
{
    private const string Stats = """
        using System;
        using System.Collections.Generic;
        using CoroutineGen;

        namespace Shop
        {
            public static partial class Stats
            {
                public static int Size => 3;

        ▮        /// <summary>A running mean.</summary>
                [Coroutine]
                public static double Averager(int samples, Yield<double, double> yield)
                {
                    double total = 0;
                    for (int n = 0; n < samples; n++)
                        total += yield(total / Math.Max(n, 1)) * Size;
                    return total / samples;
                }

                [Coroutine(Primed = true, Forkable = true, Saveable = true)]
                public static void Words(string text, Yield<string, int> yield)
                {
                    foreach (string word in text.Split(' '))
                        yield(Clean(word));
                }

                private static string Clean(string word) => word.Trim();
            }
        }
        """;

    private const string Callers = """
        using CoroutineGen;
        using Shop;

        namespace Callers
        {
            public static class Program
            {
                public static double Mean()
                {
                    Stats.AveragerCoroutine averager = Stats.Averager(3).Prime();
                    averager.Send(1);
                    return averager.Send(2);
                }

                public static int Letters()
                {
                    int sum = 0;
                    Stats.WordsCoroutine words = Stats.Words("to be or not");
                    while (words.TrySend(1))
                        sum += words.Fork().Current.Length;
                    return sum;
                }

                public static Stats.WordsCoroutine Again(CoroutineReader reader, CoroutineWriter writer)
                {
                    var words = Stats.WordsCoroutine.Restore(reader);
                    words.Save(writer);
                    return words;
                }
            }
        }
        """;

    private static readonly string Plain = Stats.Replace("▮", "");

    /// <summary>Something that is typed where a piece of the file has its caret.</summary>
    private static Typed At(string name, string piece, string text) => new(name, Plain.Replace(piece.Replace("▮", ""), piece), text);

    /// <summary>Something that is there already, and is typed anew.</summary>
    private static Typed Anew(string name, string before, string text, string after) => new(name, Plain.Replace(before + text + after, before + "▮" + after), text);

    private static Typed Member(string name, string text) => new(name, Stats, "        " + text + "\n\n");

    private static readonly Typed[] All =
    [
        Member("a method above a coroutine", "public static int Twice(int x) => 2 * x;"),
        Member("a method with a block", "public static int Sum(int[] all)\n        {\n            int sum = 0;\n            foreach (int one in all)\n            {\n                sum += one;\n            }\n            return sum;\n        }"),
        Member("a coroutine", "[Coroutine]\n        public static void Count(int to, Yield<int> yield)\n        {\n            for (int i = 0; i < to; i++)\n                yield(i);\n        }"),
        Member("a coroutine as an expression", "[Coroutine]\n        private static void Two(Yield<int> yield) => _ = yield(1) + yield(2);"),
        Member("a field", "private static readonly List<int> s_all = new List<int> { 1, 2 };"),
        Member("a property", "public static string Name { get; set; } = \"stats\";"),
        Member("a class", "public sealed class Nested\n        {\n            public int One => 1;\n        }"),
        Member("a comment", "// What follows is a mean."),
        Member("a documentation", "/// <remarks>Of <see cref=\"Size\"/>.</remarks>"),
        At("an attribute's argument", "[Coroutine▮]", "(Primed = false)"),
        new("another attribute", Plain.Replace("[Coroutine]", "▮\n        [Coroutine]"), "[Obsolete(\"no\")]"),
        At("another attribute below", "[Coroutine]▮", "\n[System.Diagnostics.CodeAnalysis.SuppressMessage(\"a\", \"b\")]"),
        At("a parameter after a comma", "int samples,▮ Yield<double", " int first = 2,"),
        At("a parameter before a comma", "int samples▮, Yield<double", ", int first = 2"),
        At("a parameter of a generic type", "int samples▮, Yield<double", ", Dictionary<string, int>? all = null"),
        At("a parameter without a default value", "int samples,▮ Yield<double", " int[] first,"),
        Anew(Result, "public static ", "double", " Averager"),
        At("a statement", "▮return total / samples;", "if (total > 3) { total = Math.Sqrt(total); }"),
        At("a statement on lines", "▮return total / samples;", "if (total > 3)\n            {\n                total = Math.Sqrt(total);\n            }\n            "),
        At("a yield", "▮return total / samples;", "total += yield(Math.Min(total, 4));"),
        At("a lambda", "▮return total / samples;", "Func<int, int> f = x => { return x + 1; };"),
        new("a using", "▮\n" + Plain, "using System.Text;"),
        new("a using among others", Plain.Replace("using CoroutineGen;", "▮\nusing CoroutineGen;"), "using static System.Math;"),
        At("a member below", "▮private static string Clean", "public static int Three() { return 3; }\n"),
    ];

    /// <summary>
    /// A parameter without a default value is missing at its callers, and they have to learn that. Half of a type's name in a signature is an
    /// error in the generated file too: it may be one that another generator makes.
    /// </summary>
    private const string Result = "the type of the result";

    private static readonly string[] TypeNames = ["a coroutine", "a coroutine as an expression", Result];

    /// <summary>The page says what this test sees. With COROUTINEGEN_ACCEPT=1 it is written anew.</summary>
    [Fact]
    public void Who_calls_a_coroutine_does_not_learn_what_is_typed_above_it_or_in_it()
    {
        var rows = All.Select(Row).ToArray();
        var wrong = rows.Where(row => (row.AtCallers > 0 && row.Name != Result) || (row.InGenerated > 0 && !TypeNames.Contains(row.Name))).SelectMany(row => row.Details);
        Assert.True(!wrong.Any(), string.Join("\n", wrong));
        string page = Page(rows).ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("COROUTINEGEN_ACCEPT") == "1")
            File.WriteAllText(Path.Combine(Repository.Root, "docs", "internals", "typing.md"), page);
        Assert.Equal(Repository.Read("docs", "internals", "typing.md"), page);
    }

    /// <summary>A method above makes local functions of coroutines, or methods without the attribute, for a while: nobody has written that.</summary>
    [Theory]
    [InlineData("a method with a block")]
    [InlineData("a field")]
    [InlineData("a statement on lines")]
    public async Task Nothing_of_ours_is_said_of_coroutines_that_nobody_has_touched(string name)
    {
        var typed = All.Single(t => t.Name == name);
        // Not all of the keystrokes: the rules take longer than the generator.
        foreach (string so in typed.Keystrokes.Where((_, i) => i % 4 == 0))
        {
            var run = Project.Run(Project.Compile(typed.With(so), Callers));
            var said = await run.Output.WithAnalyzers([new CoroutineAnalyzer(), new UnmarkedAnalyzer()]).GetAnalyzerDiagnosticsAsync();
            Assert.True(said.IsEmpty, $"{so}: {string.Join("\n", said)}");
        }
    }

    /// <summary>A project that does not build says so by the errors of syntax alone, and a build that has no such error mends nothing.</summary>
    [Fact]
    public void What_is_right_in_itself_is_not_mended()
    {
        string local = Plain.Replace("return total / samples;", "return total / samples;\n[Coroutine] void Inner(Yield<int> yield) => yield(1);");
        foreach (string text in new[] { Plain, local, Plain.Replace("Yield<double, double> yield", "int first") })
            Assert.False(MendedTree.IsNeeded(Project.Parse(text)));

        var build = Project.Compile(All[0].With("public static int"), Callers);
        var run = GeneratorRun.Of(Drivers.Of(build, BuildProperties.WithoutAnalyzers, new CoroutineGenerator()), build);
        Assert.Empty(run.Diagnostics);
        Assert.Equal(2, run.Files.Count(file => file.SourceText.ToString().Contains("could not be made into a coroutine")));
        Assert.Contains(run.Errors, error => error.Location.SourceTree == build.SyntaxTrees[0]);
    }

    private static string Page(Figures[] rows) => $"""
        # What is seen while somebody types

        Half of a member is taken by the parser for the beginning of what stands below it: `public static int` and `[Coroutine]` are an array type, an open
        brace makes local functions of all methods below. The coroutine there would be none any more, and whoever calls it would have errors, until the
        semicolon is typed. So the generator reads a file that has errors of syntax as it is meant (`Declarations/Mending`): what stands above a coroutine ends
        before it, by the brackets that are open there and as far to the right as it is; parameters that are not complete are left out; and so is what stands
        between the usings. Where that gives other coroutines, and no fewer, they are the ones that there are. Of such a file only signatures are
        generated: it does not build anyway, and not all members that bodies call are in the compilation.

        Typed character by character, and no bracket closed by the editor: at how many keystrokes callers in another file have errors, and generated
        files do. Written by `KeystrokeTests`.

        | what is typed | keystrokes | errors at callers | of these, an argument is missing indeed | errors in generated files |
        | --- | ---: | ---: | ---: | ---: |
        {string.Join("\n", rows.Select(r => $"| {r.Name} | {r.Keystrokes} | {r.AtCallers + r.MissingArguments} | {r.MissingArguments} | {r.InGenerated} |"))}

        What is left in generated files are halves of type names in signatures, which are repeated there: another generator may make a type of that name. One of them, `do`, begins a statement.
        What begins a comment of many lines, a raw string or a region that is not compiled takes all below with it, as nobody could tell that it is not meant.

        """;

    private sealed record Figures(string Name, int Keystrokes, int AtCallers, int MissingArguments, int InGenerated, List<string> Details);

    private static Figures Row(Typed typed)
    {
        var compilation = Project.Compile(typed.With(""), Callers);
        var driver = Project.Driver(compilation).RunGenerators(compilation);
        var file = compilation.SyntaxTrees[0];
        string callers = compilation.SyntaxTrees[1].FilePath;
        var row = new Figures(typed.Name, 0, 0, 0, 0, []);
        foreach (string so in typed.Keystrokes)
        {
            var next = file.WithChangedText(SourceText.From(typed.With(so), Encoding.UTF8));
            compilation = compilation.ReplaceSyntaxTree(file, next);
            file = next;
            driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var result, out _);
            var errors = result.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error && d.Location.SourceTree != next).ToList();
            var atCallers = errors.Where(e => e.Location.SourceTree!.FilePath == callers).ToList();
            bool isMissing = atCallers.Count > 0 && atCallers.All(e => e.Id is "CS7036" or "CS1501");
            row = row with
            {
                Keystrokes = row.Keystrokes + 1,
                AtCallers = row.AtCallers + (atCallers.Count > 0 && !isMissing ? 1 : 0),
                MissingArguments = row.MissingArguments + (isMissing ? 1 : 0),
                InGenerated = row.InGenerated + (errors.Count > atCallers.Count ? 1 : 0),
            };
            row.Details.AddRange(errors.Where(e => !isMissing || !atCallers.Contains(e)).Select(e => $"{typed.Name}, {so.Trim()}: {e}"));
        }
        return row;
    }
}
