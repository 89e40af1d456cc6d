using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace CoroutineGen.Generator.Tests.Versions;

/// <summary>Rules 252 to 262, each by its number, at what the corpus of edits leaves open.</summary>
public sealed class VersionRules
{
    /// <summary>Of one version, with what attributes say and what else is in the class.</summary>
    private static string Order(string attributes, string body, string members = "", string flags = "") => $$"""
        public static partial class Saga
        {
            {{members}}
            [Coroutine(Saveable = true{{flags}})]
            {{attributes}}
            public static int Order(int sum, Yield<int, int> yield)
            {
                {{body}}
            }
        }
        """;

    private const string First = "int total = sum * 2; Item: total += yield(total); return total;";

    [Fact]
    public void Rule252_renames_of_renames_and_of_what_took_a_place_are_followed()
    {
        using var before = new Version(Order("", First));
        using var after = new Version(Order(
            "[SavedPoint(\"Piece\", Was = \"Item\"), SavedPoint(\"Piece\", ResumeAt = \"Part\"), SavedPoint(\"Unit\", Was = \"Part\")] "
                + "[SavedVariable(\"amount\", Was = \"total\"), SavedVariable(\"all\", Was = \"amount\")]",
            "int all = sum * 2; Unit: all += yield(all); return all;"));
        Assert.Equal("returns 61", string.Join("; ", Version.Rest(after.Restore(Stopped(before, "Item")))));
    }

    [Fact]
    public void Rule253_a_coroutine_inside_another_one_is_known_by_its_old_name_too()
    {
        using var before = new Version(Order("", "return yield.From(Part(sum));", "[Coroutine(Saveable = true)] static int Part(int n, Yield<int, int> yield) { A: return n + yield(n); }"));
        using var after = new Version(Order("[SavedPoint(\"yield.From(Piece(sum))\", Was = \"yield.From(Part(sum))\")]", "return yield.From(Piece(sum));",
            "[Coroutine(Saveable = true), SavedAs(\"Saga.Part(int)\")] static int Piece(int n, Yield<int, int> yield) { A: return n + yield(n); }"));
        Assert.Equal("returns 31", string.Join("; ", Version.Rest(after.Restore(Stopped(before, "yield.From(Part(sum))")))));
    }

    [Fact]
    public void Rule254_what_speaks_of_a_point_goes_before_what_speaks_of_all_and_a_tuple_is_renamed_whole()
    {
        using var before = new Version(Order("", "var pair = (sum, 7); A: sum = yield(sum); B: sum += yield(sum); return sum + pair.Item1 * pair.Item2;"));
        using var after = new Version(Order(
            "[SavedVariable(\"both\", Was = \"pair\"), SavedVariable(\"more\", Default = 100), SavedVariable(\"more\", Default = 200, At = \"B\"), SavedVariable(\"text\", Default = null)]",
            "var both = (sum, 7); int more = 0; string? text = \"\"; A: sum = yield(sum); B: sum += yield(sum); return sum + both.Item1 * both.Item2 + more + (text?.Length ?? 1000);"));
        Assert.Equal("B: 21; returns 1234", string.Join("; ", Version.Rest(after.Restore(Stopped(before, "A")))));
        Assert.Equal("returns 1334", string.Join("; ", Version.Rest(after.Restore(Stopped(before, "B")))));
    }

    [Fact]
    public async Task Rule254_a_point_that_was_moved_into_a_finally_block_goes_on_as_if_the_try_block_had_ended()
    {
        string before = Order("", "int total = sum; Item: total += yield(total); return total;");
        string after = Order(
            "[SavedVariable(\"(exit)\", Default = \"next\", At = \"Item\"), SavedVariable(\"(return)\", Default = 0)]",
            "int total = sum; try { if (sum < 0) return 5; } finally { Item: total += yield(total); } return total + 1;");
        Assert.DoesNotContain(await PointsProject.AnalyzeAll(after, PointsProject.Lines(before)), d => d.Id != "CORO4101");
        Assert.Contains(
            await PointsProject.AnalyzeAll(after.Replace("\"next\"", "\"nowhere\"", StringComparison.Ordinal), PointsProject.Lines(before)), d => d.Id == "CORO4110");
        using var first = new Version(before);
        using var second = new Version(after);
        Assert.Equal("returns 32", string.Join("; ", Version.Rest(second.Restore(Stopped(first, "Item")))));
    }

    [Fact]
    public async Task Rule255_a_type_is_the_same_whatever_is_imported_and_said_of_null()
    {
        string before = Order("", "List<string> all = new(); System.DateTime day = default; Item: all.Add(yield(all.Count) + \"\"); return all.Count + day.Day;");
        string after = Order("", "System.Collections.Generic.List<string?>? all = new(); DateTime day = default; Item: all.Add(yield(all.Count) + \"\"); return all.Count + day.Day;");
        Assert.Empty(await PointsProject.AnalyzeAll(after, PointsProject.Lines(before)));
        var found = await PointsProject.Analyze(after.Replace("List<string?>?", "HashSet<string>"), PointsProject.Lines(before));
        Assert.Equal(
            "CORO4105 at 'yield(all.Count)': 'all' was saved at 'Item' as 'System.Collections.Generic.List<string>', and is "
                + "'System.Collections.Generic.HashSet<string>' now: name a method in Migrate that converts it, or give it another name",
            PointsProject.Text(Assert.Single(found, d => d.Id == "CORO4105")));
    }

    [Theory]
    [InlineData("int Order(int sum, Yield<int, int>", "int Order(int sum, Yield<long, int>", "'Saga.Order(int)' yielded 'int', and now 'long'")]
    [InlineData("int Order(int sum, Yield<int, int>", "int Order(int sum, Yield<int, long>", "'Saga.Order(int)' was sent 'int', and now 'long'")]
    [InlineData("int Order(int sum, Yield<int, int>", "long Order(int sum, Yield<int, int>", "'Saga.Order(int)' returned 'int', and now 'long'")]
    [InlineData("int Order(int sum, Yield<int, int>", "void Order(int sum, Yield<int, int>", "'Saga.Order(int)' returned 'int', and now 'nothing'")]
    [InlineData("int Order(int sum, Yield<int, int>", "int Order(int sum, Receive<int>", "'Saga.Order(int)' yielded 'int', and now 'nothing'")]
    public async Task Rule256_the_types_of_a_coroutine_are_part_of_each_line(string from, string to, string message)
    {
        string before = Order("", "Item: yield(1); return 1;");
        string after = before.Replace(from, to, StringComparison.Ordinal);
        if (to.StartsWith("void", StringComparison.Ordinal))
            after = after.Replace("return 1;", "", StringComparison.Ordinal);
        if (to.Contains("Receive", StringComparison.Ordinal))
            after = after.Replace("yield(1)", "yield()", StringComparison.Ordinal);
        var found = Assert.Single(await PointsProject.Analyze(after, PointsProject.Lines(before)), d => d.Id == "CORO4106");
        Assert.Contains(message, found.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("Order", found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan));
    }

    [Theory]
    [InlineData("yield.From(Part(sum))", "yield(sum)", "delegate to a 'Saga.PartCoroutine', and now the point delegates to nothing")]
    [InlineData("yield(sum)", "yield.From(Part(sum))", "delegate to nothing, and now the point to a 'Saga.PartCoroutine'")]
    public async Task Rule257_what_a_point_may_stand_in_is_part_of_its_line_and_refused_where_it_is_not(string then, string now, string message)
    {
        const string Part = "[Coroutine(Saveable = true)] static int Part(int n, Yield<int, int> yield) { A: return n + yield(n); }";
        string before = Order("", $"Item: int got = {then}; return got;", Part);
        string after = Order("", $"Item: int got = {now}; return got;", Part);
        var found = Assert.Single(await PointsProject.Analyze(after, PointsProject.Lines(before)), d => d.Id == "CORO4107");
        Assert.Contains(message, found.GetMessage(), StringComparison.Ordinal);
        using var first = new Version(before);
        using var second = new Version(after);
        Assert.Throws<CoroutineRestoreException>(() => second.Restore(Stopped(first, "Item")));
    }

    [Fact]
    public async Task Rule257_ways_out_of_a_finally_block_that_are_gone_are_told_and_refused()
    {
        const string Body = "while (true) { try { if (sum > 5) WAY; return 3; } finally { Item: sum += yield(sum); } } return sum;";
        string before = Order("", Body.Replace("WAY", "break", StringComparison.Ordinal));
        string after = Order("", Body.Replace("WAY", "return 4", StringComparison.Ordinal).Replace("return sum;", "", StringComparison.Ordinal));
        Assert.Contains(await PointsProject.Analyze(after, PointsProject.Lines(before)), d => d.Id == "CORO4105" && d.GetMessage().StartsWith("'(exit)'", StringComparison.Ordinal));
        using var first = new Version(before);
        using var second = new Version(after);
        Assert.Throws<CoroutineRestoreException>(() => second.Restore(Stopped(first, "Item")));
    }

    [Fact]
    public async Task Rule259_a_retired_point_compiles_and_is_refused_by_all_its_names()
    {
        string before = Order("", First);
        string after = Order("[SavedPoint(\"Piece\", Was = \"Item\"), SavedPoint(\"Piece\", Retired = true)]", "Other: return yield(sum);");
        Assert.DoesNotContain(await PointsProject.Analyze(after, PointsProject.Lines(before)), d => d.Severity == DiagnosticSeverity.Error);
        using var first = new Version(before);
        using var second = new Version(after);
        var error = Assert.Throws<CoroutineRestoreException>(() => second.Restore(Stopped(first, "Item")));
        Assert.Equal((CoroutineRestoreReason.Retired, "Item"), (error.Reason, error.Point));
    }

    [Fact]
    public void Rule260_attributes_come_first_then_Migrate_and_then_reading()
    {
        using var before = new Version(Order("", First));
        using var after = new Version(Order(
            "[SavedPoint(\"Piece\", Was = \"Item\"), SavedVariable(\"amount\", Was = \"total\"), SavedVariable(\"rate\", Default = 2)]",
            "long amount = sum; int rate = 1; Piece: int got = yield((int)amount); amount += got * rate; Last: int last = yield(0); return (int)amount + last;",
            """
            static void Fix(SavedCoroutine saved)
            {
                if (saved.Point != "Piece")
                    return;
                if (saved.Name != "Saga.Order(int)" || !saved.Has("amount") || !saved.Has("total") || saved.Has("never") || saved.TryGet<int>("never", out _))
                    throw new InvalidOperationException();
                saved.Set("amount", (long)saved.Get<int>("amount") * saved.Get<int>("rate"));
                saved.Set("rate", 3);
                saved.Remove("rate");
            }
            """,
            ", Migrate = nameof(Fix)"));
        // 20 * 2 was saved, and the answer to 20 is 41; the default is back.
        Assert.Equal("Last: 0; returns 123", string.Join("; ", Version.Rest(after.Restore(Stopped(before, "Item")))));
    }

    [Fact]
    public void Rule260_Migrate_may_move_a_coroutine_to_another_point()
    {
        using var before = new Version(Order("", First));
        using var after = new Version(Order(
            "", "int total = 0; Low: total += yield(1); High: total += yield(2); return total;",
            "static void Fix(SavedCoroutine saved) { if (saved.Point == \"Item\") saved.Point = saved.Get<int>(\"total\") > 10 ? \"High\" : \"Low\"; }",
            ", Migrate = nameof(Fix)"));
        Assert.Equal("returns 61", string.Join("; ", Version.Rest(after.Restore(Stopped(before, "Item")))));
    }

    [Theory]
    [InlineData("throw new NotSupportedException(\"no\")", CoroutineRestoreReason.MigrationFailed)]
    [InlineData("saved.Get<int>(\"never\")", CoroutineRestoreReason.MissingVariable)]
    [InlineData("saved.Get<string>(\"total\")", CoroutineRestoreReason.MigrationFailed)]
    [InlineData("saved.Set(\"total\", \"text\")", CoroutineRestoreReason.WrongType)]
    [InlineData("saved.Set<object?>(\"total\", null)", CoroutineRestoreReason.WrongType)]
    [InlineData("saved.Remove(\"total\")", CoroutineRestoreReason.MissingVariable)]
    [InlineData("saved.Point = \"Never\"", CoroutineRestoreReason.UnknownPoint)]
    [InlineData("saved.Point = null!", CoroutineRestoreReason.MigrationFailed)]
    public void Rule260_what_goes_wrong_with_Migrate_is_a_refusal(string statement, CoroutineRestoreReason reason)
    {
        using var before = new Version(Order("", First));
        using var after = new Version(Order("", First, $"static void Fix(SavedCoroutine saved) {{ if (saved.Point == \"Item\") {statement}; }}", ", Migrate = nameof(Fix)"));
        Assert.Equal(reason, Assert.Throws<CoroutineRestoreException>(() => after.Restore(Stopped(before, "Item"))).Reason);
    }

    [Fact]
    public async Task Rule261_the_shape_of_a_user_s_type_is_not_judged()
    {
        string before = "public sealed record Basket(int Sum);\n" + Order("", "var basket = new Basket(sum); Item: yield(1); return basket.Sum;");
        string after = before.Replace("(int Sum)", "(int Sum, int More = 0)", StringComparison.Ordinal);
        Assert.Empty(await PointsProject.AnalyzeAll(after, PointsProject.Lines(before)));
    }

    /// <summary>A branch that adds a point and one that adds another are merged as lines of text are.</summary>
    [Fact]
    public async Task Rule262_what_two_branches_add_is_merged_by_lines()
    {
        string one = PointsProject.Lines(Order("", "First: yield(1); return 1;"));
        string two = PointsProject.Lines(Order("", "Second: yield(1); return 1;"));
        string merged = string.Concat(one.Split('\n').Union(two.Split('\n')).Where(l => l.Length > 0).Select(l => l + "\n"));
        Assert.Empty(await PointsProject.Analyze(Order("", "First: yield(1); Second: yield(1); return 1;"), null, merged));
    }

    [Fact]
    public void Rule262_no_edit_of_the_files_costs_a_generation()
    {
        var compilation = Project.Compile(Project.Usings + Order("", First));
        AdditionalText before = new Text("one");
        var driver = Project.Driver(compilation).AddAdditionalTexts([before]).RunGenerators(compilation).ReplaceAdditionalText(before, new Text("two"));
        var steps = driver.RunGenerators(compilation).GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).ToList();
        Assert.NotEmpty(steps);
        Assert.All(steps, s => Assert.Equal(IncrementalStepRunReason.Cached, s.Reason));
    }

    /// <summary>What is saved of a version where it stops at a point.</summary>
    private static List<SavedRecord> Stopped(Version version, string point)
    {
        var coroutine = version.Start();
        while (Version.PointOf(coroutine) != point)
            Assert.True(Version.Step(coroutine), "The version does not reach the point.");
        return Version.Save(coroutine);
    }

    private sealed class Text(string text) : AdditionalText
    {
        public override string Path => PointsProject.Unshipped;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
