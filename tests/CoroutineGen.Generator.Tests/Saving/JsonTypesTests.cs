using CoroutineGen.Generator.Analyzers.Saving;
using CoroutineGen.Generator.Lowering.Saving;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CoroutineGen.Generator.Tests.Saving;

/// <summary>
/// CORO4017, at the context that is given: for each type that a coroutine, or one that it names, is saved with, and the context does not
/// know. The context is written as its generator would.
/// </summary>
public sealed class JsonTypesTests
{
    private const string Around = """
        using System.Text.Json.Serialization;
        using System.Text.Json.Serialization.Metadata;
        using CoroutineGen.Json;
        namespace CoroutineGen.Json
        {
            static class CoroutineJson
            {
                public static byte[] Save(ISaveable coroutine, JsonSerializerContext context, bool preserveReferences = false) => null!;
                public static T Restore<T>(ReadOnlyMemory<byte> saved, JsonSerializerContext context, Func<CoroutineReader, RestoreOptions?, T> restore, RestoreOptions? options = null) where T : class => null!;
            }
        }
        class Line { public string Name { get; set; } = ""; }
        partial class Known() : JsonSerializerContext(null)
        {
            public static Known Default { get; } = new();
            protected override System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => null;
            public override JsonTypeInfo? GetTypeInfo(Type type) => null;
        }
        static partial class Shop
        {
            [Coroutine(Saveable = true)]
            public static int Basket(int most, Yield<int, string> yield)
            {
                var lines = new List<Line>();
                DateTime? at = null;
                while (lines.Count < most) { string name = yield(lines.Count); lines.Add(new Line { Name = name }); if (at is null) at = DateTime.Now; }
                return most;
            }
            [Coroutine(Saveable = true)] public static int Plain(int n, Guid? id, Yield<int, string> yield) { yield(n); return id is null ? 1 : 2; }
            [Coroutine(Saveable = true)] public static int Outer(Yield<int, string> yield) { var kept = Plain(1, null); int n = yield.From(Basket(3)); int m = yield.From(kept); return n + m; }
            [Coroutine(Saveable = true)] public static async System.Threading.Tasks.Task<int[]> Later(AsyncYield<int, string> yield) { (Line, int) pair = (new Line(), 1); await System.Threading.Tasks.Task.Yield(); await yield(1); return [pair.Item2 + pair.Item1.Name.Length]; }
        }
        """;

    [Theory]
    [InlineData("", "CoroutineJson.Save(Shop.Plain(1, null), Known.Default);")]
    [InlineData("", "CoroutineJson.Save(Shop.Basket(1), [|Known.Default|]);", "System.Collections.Generic.List<Line>")]
    [InlineData("List<Line>", "CoroutineJson.Save(Shop.Basket(1), Known.Default);")]
    [InlineData("Line", "Coroutine<int> any = Shop.Basket(1); CoroutineJson.Save((ISaveable)any, Known.Default);")]
    [InlineData("Line", "var basket = Shop.Basket(1); CoroutineJson.Save(basket, context: [|new Known()|]);", "System.Collections.Generic.List<Line>")]
    [InlineData("Line", "CoroutineJson.Restore(default, [|Known.Default|], Shop.BasketCoroutine.Restore);", "System.Collections.Generic.List<Line>")]
    // One that is delegated to, one that a variable holds, one that is asynchronous: a tuple is written as its elements.
    [InlineData("", "CoroutineJson.Restore(default, [|Known.Default|], Shop.OuterCoroutine.Restore);", "System.Collections.Generic.List<Line>")]
    [InlineData("", "CoroutineJson.Save(Shop.Later(), [|Known.Default|]);", "int[]", "Line")]
    [InlineData("Line,int[]", "CoroutineJson.Save(Shop.Later(), Known.Default);")]
    // What is not known to the analyzer is not judged.
    [InlineData("Line", "JsonSerializerContext any = Known.Default; CoroutineJson.Save(Shop.Later(), any);")]
    [InlineData("Line", "ISaveable any = Shop.Basket(1); CoroutineJson.Save(any, Known.Default);")]
    public async Task What_a_context_does_not_know_is_said(string known, string statement, params string[] missing)
    {
        var marked = MarkedSource.Parse(Project.Usings + Around + $$"""
            partial class Known { {{string.Concat(known.Split(',', StringSplitOptions.RemoveEmptyEntries).Select((t, i) => $"public JsonTypeInfo<{t}> P{i} => null!; "))}} }
            class User { void Use() { {{statement}} } }
            """);
        var run = Project.Run(Project.Compile(marked.Text)).Compiles();
        var found = await Analyze(run.Output);
        Assert.Equal(missing.Order(StringComparer.Ordinal), found.Select(TypeOf).Order(StringComparer.Ordinal));
        Assert.All(found, d => Assert.Equal(Assert.Single(marked.Spans), d.Location.SourceSpan));
        Assert.All(found, d => Assert.Equal($"JsonSerializable(typeof({TypeOf(d)}))", d.Properties[JsonTypesAnalyzer.AttributeProperty]));
    }

    /// <summary>Where the generator of contexts has not run, nothing is known of them.</summary>
    [Fact]
    public async Task A_context_that_was_not_generated_is_not_judged()
    {
        var run = Project.Run(Project.Compile(Project.Usings + Around + """
            [JsonSerializable(typeof(int[]))] partial class Known { }
            class User { void Use() { CoroutineJson.Save(Shop.Basket(1), Known.Default); } }
            """)).Compiles();
        Assert.Empty(await Analyze(run.Output));
    }

    [Fact]
    public async Task It_says_which_variable_of_which_coroutine()
    {
        var run = Project.Run(Project.Compile(Project.Usings + Around + "class User { void Use() { CoroutineJson.Save(Shop.Outer(), Known.Default); } }")).Compiles();
        Assert.Equal(
            "The type 'System.Collections.Generic.List<Line>', of 'lines' in 'Basket', is not known to 'Known', so that the coroutine cannot be saved where that lives: "
                + "add [JsonSerializable(typeof(System.Collections.Generic.List<Line>))] to it",
            Assert.Single(await Analyze(run.Output)).GetMessage(null));
    }

    private static string TypeOf(Diagnostic diagnostic) => diagnostic.GetMessage(null).Split('\'')[1];

    private static async Task<IReadOnlyList<Diagnostic>> Analyze(Compilation compilation)
        => await compilation.WithAnalyzers([new JsonTypesAnalyzer()]).GetAnalyzerDiagnosticsAsync();

    /// <summary>The analyzer does not run beside CoroutineGen.Json, so both have the list: of all types of System, they have the same.</summary>
    [Fact]
    public void What_needs_no_context_is_what_the_library_writes_by_itself()
    {
        var find = typeof(Json.CoroutineJson).Assembly.GetType("CoroutineGen.Json.Primitives")!.GetMethod("Find")!;
        var project = Project.Compile("");
        var own = typeof(int).Assembly.GetExportedTypes()
            .Where(t => t is { Namespace: "System", IsGenericType: false, IsByRefLike: false } && t != typeof(void) && find.Invoke(null, [t]) is not null)
            .Select(t => SavedTypeNames.Of(project.GetTypeByMetadataName(t.FullName!)!));
        Assert.Equal(NeededTypes.Primitives.Order(StringComparer.Ordinal), own.Order(StringComparer.Ordinal));
    }
}
