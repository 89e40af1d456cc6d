using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Xunit;

namespace CoroutineGen.CodeFixes.Tests;

/// <summary>The fix of CORO4101: the file of what is not shipped is made, or brought up to date, and stays sorted.</summary>
public sealed class PointsFileFixTests : FixTest
{
    private const string Source = """
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

    private const string Start = "Saga.Order(int) | (start) | yields int; sent int; returns int | sum: int\n";
    private const string Charge = "Saga.Order(int) | Charge | yields int; sent int; returns int | sum: int\n";
    private const string Item = "Saga.Order(int) | Item | yields int; sent int; returns int | sum: int\n";

    [Fact]
    public Task The_file_is_made() => Check(null, Start + Charge + Item);

    [Fact]
    public Task A_line_is_added_in_its_place() => Check(Start + Item, Start + Charge + Item);

    [Fact]
    public Task Comments_and_other_lines_stay_where_they_are()
        => Check("# all points\r\n\r\nSaga.A() | x | yields int | -\r\n# of Order\r\n" + Item.Replace("\n", "\r\n"),
            "# all points\r\n\r\nSaga.A() | x | yields int | -\r\n" + (Start + Charge).Replace("\n", "\r\n") + "# of Order\r\n" + Item.Replace("\n", "\r\n"), all: true);

    [Fact]
    public Task What_is_not_true_any_more_is_replaced() => Check(Start + Charge.Replace("sum: int", "got: int; sum: int") + Item, Start + Charge + Item);

    [Fact]
    public Task What_is_gone_is_removed() => Check(Start + Charge + "Saga.Order(int) | Gone | yields int; sent int; returns int | sum: int\n" + Item, Start + Charge + Item);

    [Fact]
    public Task All_at_once() => Check("", Start + Charge + Item, all: true);

    private static async Task Check(string? before, string after, bool all = false)
    {
        const string Name = "CoroutinePoints.Unshipped.txt";
        var document = await Open(Usings + Source);
        if (before is not null)
            document = document.Project.AddAdditionalDocument(Name, before, filePath: "/src/" + Name).Project.GetDocument(document.Id)!;
        var fix = new PointsFileFix();
        var diagnostics = (await Diagnostics(document, fix)).Where(d => d.GetMessage().Contains("Saga.Order(int)")).ToArray();
        var action = Assert.Single(await Actions(fix, document, diagnostics[0]));
        if (all)
            action = (await fix.GetFixAllProvider().GetFixAsync(All(document, fix, action, diagnostics)))!;
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var project = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(document.Project.Id)!;
        Assert.Equal(after, (await Assert.Single(project.AdditionalDocuments).GetTextAsync()).ToString());
        Assert.DoesNotContain(await Diagnostics(project.GetDocument(document.Id)!, fix), d => d.GetMessage().Contains("Saga.Order(int)"));
    }
}
