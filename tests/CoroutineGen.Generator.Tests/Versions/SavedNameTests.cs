using CoroutineGen.Generator.Tests.Hosting;
using Xunit;

namespace CoroutineGen.Generator.Tests.Versions;

/// <summary>A coroutine that says under which name it is saved: what is done to its method then is no edit of it (rules 234 and 253).</summary>
public sealed class SavedNameTests
{
    private const string Order = """
        static partial class Saga
        {
            [Coroutine(Saveable = true, SavedName = "order")]
            static int Order(int sum, Yield<int, int> yield)
            {
            Item: int got = yield(sum);
                return sum + got;
            }
        }
        """;

    /// <summary>Stands for a name of 201 characters.</summary>
    private const string Long = "long";

    [Fact]
    public async Task It_is_the_name_in_the_points_file()
    {
        Assert.Equal(
            "order | (start) | yields int; sent int; returns int | sum: int\norder | Item | yields int; sent int; returns int | sum: int\n",
            PointsProject.Lines(Order));
        Assert.Empty(await PointsProject.Analyze(Order, PointsProject.Lines(Order)));
        Assert.Contains("\"order\",", Project.Run(Order).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("int Order(", "int Buy(")]
    [InlineData("class Saga", "class Shop")]
    [InlineData("static partial class Saga", "namespace Other; static partial class Saga")]
    [InlineData("[Coroutine(Saveable = true, SavedName = \"order\")]", "const string Name = \"order\"; [Coroutine(Saveable = true, SavedName = Name)]")]
    public async Task To_rename_or_to_move_the_method_changes_nothing(string before, string after)
        => Assert.Empty(await PointsProject.Analyze(Order.Replace(before, after, StringComparison.Ordinal), PointsProject.Lines(Order)));

    [Fact]
    public async Task Another_name_is_another_coroutine_unless_it_is_said()
    {
        string renamed = Order.Replace("\"order\"", "\"sale\"", StringComparison.Ordinal);
        var found = await PointsProject.Analyze(renamed, PointsProject.Lines(Order), PointsProject.Lines(renamed));
        Assert.Equal("CORO4103", Assert.Single(found).Id);
        Assert.Empty(await PointsProject.Analyze(
            renamed.Replace("[Coroutine", "[SavedAs(\"order\")] [Coroutine", StringComparison.Ordinal), PointsProject.Lines(Order), PointsProject.Lines(renamed)));
    }

    /// <summary>What was shipped under the name of its method: the name that it gets may be that one, or is said to have been it.</summary>
    [Fact]
    public async Task A_coroutine_that_was_shipped_can_get_one()
    {
        string shipped = PointsProject.Lines(Order.Replace(", SavedName = \"order\"", "", StringComparison.Ordinal));
        Assert.StartsWith("Saga.Order(int) | ", shipped, StringComparison.Ordinal);
        string kept = Order.Replace("\"order\"", "\"Saga.Order(int)\"", StringComparison.Ordinal).Replace("int Order(", "int Buy(", StringComparison.Ordinal);
        Assert.Empty(await PointsProject.Analyze(kept, shipped));
        var found = await PointsProject.Analyze(Order, shipped, PointsProject.Lines(Order));
        Assert.Equal("SavedAs(\"Saga.Order(int)\")", Assert.Single(found, d => d.Id == "CORO4103").Properties["attribute"]);
    }

    [Theory]
    [InlineData("\"a | b\"")]
    [InlineData("\"a\\\\b\"")]
    [InlineData("\"a\\nb\"")]
    [InlineData("\"\\u2028\"")]
    [InlineData("\"\"")]
    [InlineData("\" a\"")]
    [InlineData("\"a \"")]
    [InlineData("\"#a\"")]
    [InlineData(Long)]
    public async Task A_name_that_no_line_can_say_is_refused_at_its_place(string name)
    {
        if (name == Long)
            name = $"\"{new string('a', 201)}\"";
        string source = Order.Replace("\"order\"", name, StringComparison.Ordinal);
        var run = Project.Run(source);
        var found = Assert.Single(await Project.Analyze(run.Output));
        Assert.Equal("CORO4020", found.Id);
        Assert.Equal(name, found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan));
        Assert.Contains("NotSupportedException", run.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"o\"")]
    [InlineData("\"Shop.Order<int>(string, int[])\"")]
    [InlineData("\"order: the first, of 2026\"")]
    [InlineData("null")]
    public async Task Any_other_is_accepted(string name)
    {
        string source = Order.Replace("\"order\"", name, StringComparison.Ordinal);
        Assert.Empty(await Project.Analyze(Project.Run(source).Compiles().Output));
        Assert.Empty(await PointsProject.Analyze(source, PointsProject.Lines(source)));
    }

    [Fact]
    public async Task A_name_that_another_one_has_is_refused_where_it_is_said()
    {
        const string Other = """
             static partial class Other { [Coroutine(Saveable = true)] static void M(int n, Yield<int> yield) { yield(n); } }
            """;
        string source = Order.Replace("\"order\"", "\"Other.M(int)\"", StringComparison.Ordinal) + Other;
        var found = (await PointsProject.Analyze(source, null)).Where(d => d.Id == "CORO4020").ToList();
        Assert.Equal(
            "CORO4020 at '\"Other.M(int)\"': A coroutine cannot be saved as 'Other.M(int)': it is to be another than that of 'Other.M(int)', which is saved so too",
            PointsProject.Text(Assert.Single(found)));
        string twice = Order + Order.Replace("Saga", "Shop", StringComparison.Ordinal);
        Assert.Equal(
            ["Shop.Order(int)", "Saga.Order(int)"],
            (await PointsProject.Analyze(twice, null)).Where(d => d.Id == "CORO4020").Select(d => d.GetMessage(null).Split('\'')[3]));
        // One that cannot be saved has no saved name.
        Assert.DoesNotContain(await PointsProject.Analyze(Order + Order.Replace("Saga", "Shop", StringComparison.Ordinal).Replace("Saveable = true, ", "", StringComparison.Ordinal), null), d => d.Id == "CORO4020");
    }

    /// <summary>An asynchronous coroutine has lines as any other, and its verdicts stand at its yields.</summary>
    [Fact]
    public async Task Asynchronous_coroutines_are_judged_like_others()
    {
        const string Later = """
            static partial class Saga
            {
                [Coroutine(Saveable = true)]
                static async System.Threading.Tasks.Task<int> Order(int sum, System.Threading.CancellationToken token, AsyncYield<int, int> yield)
                {
                    await System.Threading.Tasks.Task.Delay(1, token);
                Item: int got = await yield(sum);
                    int paid = await yield(sum + got).ConfigureAwait(false);
                    return paid + got;
                }
            }
            """;
        string lines = PointsProject.Lines(Later);
        Assert.Equal(
            """
            Saga.Order(int, System.Threading.CancellationToken) | (start) | yields int; sent int; returns int | sum: int
            Saga.Order(int, System.Threading.CancellationToken) | Item | yields int; sent int; returns int | sum: int
            Saga.Order(int, System.Threading.CancellationToken) | yield(sum + got) | yields int; sent int; returns int | got: int; sum: int

            """.ReplaceLineEndings("\n"),
            lines);
        Assert.Empty(await PointsProject.Analyze(Later, lines));
        Assert.Empty(await PointsProject.Analyze(Later.Replace(".ConfigureAwait(false)", "", StringComparison.Ordinal), lines));
        var renamed = await PointsProject.Analyze(Later.Replace("got", "had", StringComparison.Ordinal), lines);
        Assert.Contains(renamed, d => d.Id == "CORO4102");
        string label = Later.Replace("int paid", "Pay: int paid", StringComparison.Ordinal).Replace("[Coroutine", "[SavedPoint(\"Pay\", Was = \"yield(sum + got)\")] [Coroutine", StringComparison.Ordinal);
        Assert.DoesNotContain(await PointsProject.Analyze(label, lines), d => d.Id != "CORO4101");
        string more = Later.Replace("int paid =", "int extra = got * 2; int paid =", StringComparison.Ordinal).Replace("return paid + got", "return paid + got + extra", StringComparison.Ordinal);
        var missing = Assert.Single(await PointsProject.Analyze(more, lines), d => d.Id == "CORO4104");
        Assert.Equal("yield(sum + got)", missing.Location.SourceTree!.GetText().ToString(missing.Location.SourceSpan));
    }
}
