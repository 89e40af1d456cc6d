using Microsoft.CodeAnalysis;
using Xunit;

namespace CoroutineGen.CodeFixes.Tests;

/// <summary>Fixes of CORO4102 to CORO4104: the attribute that says what was called otherwise; what comes out has nothing to be told.</summary>
public sealed class SavedAttributeFixTests : FixTest
{
    private const string Lines = """
        Saga.Order(int) | (start) | yields int; sent int; returns int | sum: int
        Saga.Order(int) | Item | yields int; sent int; returns int | sum: int; total: int

        """;

    [Fact]
    public Task CORO4102_a_label_was_called_otherwise() => Renamed("Item:", "Piece:", "SavedPoint(\"Piece\", Was = \"Item\")");

    [Fact]
    public Task CORO4103_a_method_was_called_otherwise() => Renamed("Order", "Buy", "SavedAs(\"Saga.Order(int)\")");

    [Fact]
    public Task CORO4104_a_variable_was_called_otherwise() => Renamed("total", "amount", "SavedVariable(\"amount\", Was = \"total\")");

    [Fact]
    public async Task Nothing_is_offered_where_it_could_be_several()
    {
        var document = await Project(Source("Piece: total += yield(total + sum); Other", ""));
        var fix = new SavedAttributeFix();
        var found = Assert.Single(await Diagnostics(document, fix));
        Assert.Equal("CORO4102", found.Id);
        Assert.Empty(await Actions(fix, document, found));
    }

    private static async Task Renamed(string from, string to, string attribute)
    {
        var document = await Project(Source("Item", "").Replace(from, to));
        var fix = new SavedAttributeFix();
        var found = Assert.Single(await Diagnostics(document, fix));
        await Compare(document, Assert.Single(await Actions(fix, document, found)), Source("Item", $"    [{attribute}]\n").Replace(from, to)
            .Replace($"[{attribute.Replace(from, to)}]", $"[{attribute}]"));
    }

    private static async Task<Document> Project(string source)
    {
        var document = await Open(Usings + source);
        return document.Project.AddAdditionalDocument("CoroutinePoints.Shipped.txt", Lines, filePath: "/src/CoroutinePoints.Shipped.txt")
            .Project.GetDocument(document.Id)!;
    }

    private static string Source(string label, string attribute) => $$"""
        static partial class Saga
        {
            [Coroutine(Saveable = true)]
        {{attribute}}    static int Order(int sum, Yield<int, int> yield)
            {
                int total = sum * 2;
            {{label}}: int got = yield(total);
                return total + got;
            }
        }

        """;
}
