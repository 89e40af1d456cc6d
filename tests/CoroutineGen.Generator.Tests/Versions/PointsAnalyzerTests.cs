using CoroutineGen.Generator.Analyzers;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CoroutineGen.Generator.Tests.Versions;

/// <summary>What the points analyzer says beside the corpus of edits: of the files, of names, of attributes.</summary>
public sealed class PointsAnalyzerTests
{
    private const string Order = """
        static partial class Saga
        {
            [Coroutine(Saveable = true)]
            static int Order(int sum, Yield<int, int> yield)
            {
            Item: int got = yield(sum);
            Charge: int paid = yield(sum + got);
                return paid;
            }
        }
        """;

    [Fact]
    public async Task Rule251_without_files_a_saveable_coroutine_is_told_once()
    {
        var found = Assert.Single(await PointsProject.Analyze(Order, null));
        Assert.Equal(("CORO4101", DiagnosticSeverity.Warning), (found.Id, found.Severity));
        Assert.Equal("Order", Place(found));
        Assert.Equal(PointsProject.Lines(Order), found.Properties[PointsAnalyzer.AddProperty] + "\n");
        Assert.Empty(await PointsProject.Analyze(Order.Replace("(Saveable = true)", "", StringComparison.Ordinal), null));
    }

    /// <summary>It is no coroutine any more to who reads the file as it stands: the word above makes an array type of its attribute.</summary>
    [Fact]
    public async Task Rule253_a_coroutine_is_not_gone_while_something_is_typed_above_it()
    {
        string lines = PointsProject.Lines(Order);
        Assert.Equal("CORO4103", Assert.Single(await PointsProject.Analyze("static partial class Saga;", lines)).Id);
        Assert.Empty(await PointsProject.AnalyzeAll(Order.Replace("    [Coroutine", "    static int\n    [Coroutine", StringComparison.Ordinal), lines));
    }

    [Fact]
    public async Task Rule251_each_point_without_a_line_is_told_at_its_yield()
    {
        var found = await PointsProject.Analyze(Order, "", PointsProject.Lines(Order).Split('\n')[1]);
        Assert.Equal(["Order", "yield(sum)"], found.Select(Place));
        Assert.All(found, d => Assert.Equal("CORO4101", d.Id));
        Assert.Equal("Saga.Order(int) | Item | yields int; sent int; returns int | sum: int", found[1].Properties[PointsAnalyzer.AddProperty]);
        Assert.Empty(await PointsProject.Analyze(Order, PointsProject.Lines(Order)));
        Assert.Empty(await PointsProject.Analyze(Order, null, PointsProject.Lines(Order)));
    }

    [Fact]
    public async Task Rule251_a_line_that_is_not_shipped_and_not_true_any_more_is_to_be_replaced_or_removed()
    {
        string lines = PointsProject.Lines(Order);
        string edited = Order.Replace("return paid", "return paid + got", StringComparison.Ordinal).Replace("Item:", "Piece:", StringComparison.Ordinal);
        var found = await PointsProject.Analyze(edited, null, lines);
        Assert.Equal(
            """
            CORO4101 at 'Order': CoroutinePoints.Unshipped.txt has a line of 'Item' of 'Saga.Order(int)', which is not saved so: remove it
            CORO4101 at 'yield(sum)': 'Piece' of 'Saga.Order(int)' is in no points file as it is saved now: add its line to CoroutinePoints.Unshipped.txt
            CORO4101 at 'yield(sum + got)': 'Charge' of 'Saga.Order(int)' is in no points file as it is saved now: add its line to CoroutinePoints.Unshipped.txt
            """.ReplaceLineEndings("\n"),
            string.Join("\n", found.Select(PointsProject.Text)));
        Assert.Equal("Saga.Order(int) | Charge | yields int; sent int; returns int | sum: int", found[2].Properties[PointsAnalyzer.RemoveProperty]);
    }

    [Fact]
    public async Task Rule254_every_shape_that_was_shipped_is_judged()
    {
        // Two versions ago 'got' was not saved at Charge; in the last one it was.
        string edited = Order.Replace("return paid", "return paid + got", StringComparison.Ordinal);
        var found = await PointsProject.Analyze(edited, PointsProject.Lines(Order) + PointsProject.Lines(edited).Split('\n')[1]);
        Assert.Equal(["CORO4104"], found.Select(d => d.Id));
    }

    [Fact]
    public async Task Files_are_told_off_at_their_lines()
    {
        string lines = PointsProject.Lines(Order);
        var found = await PointsProject.Analyze(Order, "# shipped\n<<<<<<< HEAD\n" + lines + lines, lines.Split('\n')[0] + "\nSaga.Gone() | (start) | yields int | -\n");
        Assert.Equal(
            """
            CORO4108 at CoroutinePoints.Shipped.txt(2): Line 2 cannot be read: it has 1 fields with ' | ' between them, and not 4 or 5
            CORO4108 at CoroutinePoints.Shipped.txt(6): Line 6 says the same as line 3
            CORO4108 at CoroutinePoints.Shipped.txt(7): Line 7 says the same as line 4
            CORO4108 at CoroutinePoints.Shipped.txt(8): Line 8 says the same as line 5
            CORO4108 at CoroutinePoints.Unshipped.txt(1): Line 1 stands in CoroutinePoints.Shipped.txt already
            CORO4101 at CoroutinePoints.Unshipped.txt(2): There is no saveable coroutine 'Saga.Gone()': remove this line
            """.ReplaceLineEndings("\n"),
            string.Join("\n", found.Select(PointsProject.Text).OrderBy(t => t.Split(": ")[0].Split(" at ")[1], StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Rule253_a_coroutine_that_is_gone_for_good_is_told_in_the_file()
    {
        var found = await PointsProject.Analyze("static class Nothing { }", PointsProject.Lines(Order));
        Assert.Equal(
            ["CORO4103 at CoroutinePoints.Shipped.txt(1): What was saved of 'Saga.Order(int)' is of no coroutine any more: "
                + "say [SavedAs(\"Saga.Order(int)\")] on what it is now, or remove its lines, and with them what was saved"],
            found.Select(PointsProject.Text));
    }

    [Theory]
    [InlineData("Saga.Order(int)", "Second")]
    [InlineData("Saga.Old(int)", "First", "Second")]
    public async Task Rule253_two_coroutines_cannot_have_been_one(string oldName, params string[] places)
    {
        string source = $$"""
            static partial class Saga
            {
                [Coroutine(Saveable = true)] {{(places.Length == 2 ? $"[SavedAs(\"{oldName}\")]" : "")}} static void {{(places.Length == 2 ? "First" : "Order")}}(int sum, Yield<int> yield) => yield(sum);
                [Coroutine(Saveable = true), SavedAs("{{oldName}}")] static void Second(int sum, Yield<int> yield) => yield(sum);
            }
            """;
        var found = await PointsProject.Analyze(source, "", PointsProject.Lines(source));
        Assert.Equal(places, found.Where(d => d.Id == "CORO4103").Select(Place));
    }

    [Theory]
    [InlineData("SavedPoint(\"Charge\", Was = \"Item\")", "CORO4102")]
    [InlineData("SavedPoint(\"Item\", Retired = true)", "CORO4102")]
    [InlineData("SavedPoint(\"Item\", ResumeAt = \"Charge\")", "CORO4102")]
    [InlineData("SavedVariable(\"got\", Was = \"sum\")", "CORO4104")]
    public async Task Rule252_and_254_a_name_of_today_was_never_another_s(string attribute, string id)
    {
        string used = Order.Replace("return paid", "return paid + got", StringComparison.Ordinal);
        var found = await PointsProject.Analyze(used.Replace("static int", $"[{attribute}] static int", StringComparison.Ordinal), PointsProject.Lines(used));
        Assert.Equal([id], found.Select(d => d.Id));
    }

    [Theory]
    [InlineData("SavedAs(\"Saga.Never()\")", "no points file has a coroutine 'Saga.Never()'")]
    [InlineData("SavedAs(\"Saga.Order(int)\")", "'Saga.Order(int)' is its name")]
    [InlineData("SavedPoint(\"Item\")", "it says neither Was, ResumeAt nor Retired")]
    [InlineData("SavedPoint(\"Item\", Was = \"Never\")", "no points file has a point 'Never' of this coroutine")]
    [InlineData("SavedPoint(\"Never\", Retired = true)", "no points file has a point 'Never' of this coroutine")]
    [InlineData("SavedVariable(\"sum\")", "it says neither Was, Default nor Migrated")]
    [InlineData("SavedVariable(\"sum\", Was = \"never\")", "no points file has a variable 'never' of this coroutine")]
    [InlineData("SavedVariable(\"never\", Default = 1)", "'never' lives at no point of the coroutine")]
    [InlineData("SavedVariable(\"sum\", Default = 1, At = \"Never\")", "the coroutine has no point 'Never'")]
    [InlineData("SavedVariable(\"sum\", Migrated = true)", "the coroutine names no method in Migrate")]
    public async Task CORO4109_an_attribute_that_speaks_of_nothing_is_told(string attribute, string reason)
    {
        var found = Assert.Single(await PointsProject.Analyze(
            Order.Replace("static int", $"[{attribute}] static int", StringComparison.Ordinal), PointsProject.Lines(Order)));
        Assert.Equal($"CORO4109 at '{attribute}': This attribute has no effect: {reason}", PointsProject.Text(found));
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
    }

    [Theory]
    [InlineData("long", "5", true)]
    [InlineData("byte", "255", true)]
    [InlineData("byte", "256", false)]
    [InlineData("uint", "-1", false)]
    [InlineData("decimal", "-1", true)]
    [InlineData("double", "1.5f", true)]
    [InlineData("float", "1.5", false)]
    [InlineData("int?", "null", true)]
    [InlineData("int?", "3", true)]
    [InlineData("int", "null", false)]
    [InlineData("string", "null", true)]
    [InlineData("string", "\"a\\\"b\"", true)]
    [InlineData("char", "'\\n'", true)]
    [InlineData("bool", "true", true)]
    [InlineData("DayOfWeek", "DayOfWeek.Friday", true)]
    [InlineData("DayOfWeek", "1", false)]
    [InlineData("int[]", "new[] { 1, 2 }", true)]
    [InlineData("long[]", "new[] { 1, 2 }", false)]
    [InlineData("DateTime", "0", false)]
    public async Task CORO4110_a_default_is_of_the_variable_s_type(string type, string value, bool fits)
    {
        string source = $$"""
            static partial class C
            {
                static {{type}} Make() => default!;
                [Coroutine(Saveable = true), SavedVariable("x", Default = {{value}})]
                static void M(Yield<int> yield) { {{type}} x = Make(); yield(1); GC.KeepAlive(x); }
            }
            """;
        var run = Project.Run(source);
        Assert.Equal(fits ? [] : ["CORO4110"], (await Project.Analyze(run.Output)).Select(d => d.Id));
        if (fits)
            run.Compiles();
    }

    [Theory]
    [InlineData("static void Fix(SavedCoroutine saved) { }", true)]
    [InlineData("static int Fix(SavedCoroutine saved) => 1;", false)]
    [InlineData("void Fix(SavedCoroutine saved) { }", false)]
    [InlineData("static void Fix() { }", false)]
    [InlineData("static void Fix(ref SavedCoroutine saved) { }", false)]
    [InlineData("static void Other(SavedCoroutine saved) { }", false)]
    public async Task CORO4110_migrate_names_a_method_that_can_be_called(string method, bool fits)
    {
        var run = Project.Run($$"""partial class C { {{method}} [Coroutine(Saveable = true, Migrate = "Fix")] static void M(Yield<int> yield) => yield(1); }""");
        Assert.Equal(fits ? [] : ["CORO4110"], (await Project.Analyze(run.Output)).Select(d => d.Id));
        if (fits)
            run.Compiles();
    }

    [Fact]
    public async Task What_does_not_compile_is_not_judged()
    {
        var compilation = Project.Run(Order.Replace("return paid", "return missing", StringComparison.Ordinal)).Output;
        Assert.Empty(await PointsProject.Analyze(compilation, [new PointsAnalyzer()], PointsProject.Lines(Order).Replace("Item", "Gone", StringComparison.Ordinal), null));
    }

    private static string Place(Diagnostic diagnostic) => diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);
}
