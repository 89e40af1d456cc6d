using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Versions;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace CoroutineGen.Generator.Tests.Versions;

/// <summary>The form of points files: a line says what it means, whatever the names in it are, and what says nothing is found.</summary>
public sealed class PointLineTests
{
    [Fact]
    public void A_line_says_all_of_a_point()
        => Assert.Equal(
            """
            Shop.Saga.Order(string, int) | (start) | yields string; sent int; returns bool | id: string; sum: int
            Shop.Saga.Order(string, int) | Charge | yields string; sent int; returns bool | id: string; sum: int
            Shop.Saga.Order(string, int) | yield.From(Ship(id)) | yields string; sent int; returns bool | id: string; sum: int | in Shop.Saga.ShipCoroutine
            Shop.Saga.Ship(string) | (start) | yields string; sent int | id: string
            Shop.Saga.Ship(string) | yield(id + " \| " + "\\n") | yields string; sent int | id: string

            """.ReplaceLineEndings("\n"),
            PointsProject.Lines("""
                namespace Shop
                {
                    public static partial class Saga
                    {
                        [Coroutine(Saveable = true)]
                        static bool Order(string id, int sum, Yield<string, int> yield)
                        {
                        Charge: int paid = yield("charge");
                            if (paid < sum)
                                return false;
                            yield.From(Ship(id));
                            return true;
                        }

                        [Coroutine(Saveable = true)]
                        static void Ship(string id, Yield<string, int> yield) => yield(id + " | " + "\n");
                    }
                }
                """));

    [Fact]
    public void Ways_out_are_part_of_a_line()
        => Assert.Contains(
            "| Wait | yields int; returns int | (exit): {break, return}; (return): int; n: int",
            PointsProject.Lines("""
                static partial class C
                {
                    [Coroutine(Saveable = true)]
                    static int M(int n, Yield<int> yield)
                    {
                        while (true)
                        {
                            try { if (n > 1) break; if (n > 0) return 5; }
                            finally { Wait: yield(n); }
                        }
                        return n;
                    }
                }
                """),
            StringComparison.Ordinal);

    public static TheoryData<string> Points => ["a", "a | b", "\\", "\\|", "| ", "\r\n\\n", "yield($\"{a | b}\\\")", "-", "ends with \\"];

    [Theory]
    [MemberData(nameof(Points))]
    public void What_is_written_is_read_again(string point)
    {
        var line = new PointLine(
            "A.B.C(int[], (int, string))", point, "(int, string)", null, "int?",
            new PointVariable[] { new("(a, b).items", "System.Collections.Generic.Dictionary<string, int>"), new("(exit)", "{break, goto x}") }.ToEquatableArray(),
            "A.B.DCoroutine");
        Assert.DoesNotContain('\n', line.ToString());
        Assert.Equal(line, PointLineText.Read(line.ToString()).Line);
        var least = line with { Yielded = null, Sent = "int", Returned = null, Variables = EquatableArray<PointVariable>.Empty, Inner = null };
        Assert.Equal(least, PointLineText.Read(least.ToString()).Line);
    }

    public static TheoryData<string> Unreadable =>
    [
        "<<<<<<< HEAD",
        "=======",
        "C.M(int) | Charge | yields int",
        "C.M(int) | Charge | yields int | n: int | in C.ICoroutine | more",
        "C\\M() | Charge | yields int | n: int",
        "C.M(int) |  | yields int | n: int",
        "C.M(int) | a\\b | yields int | n: int",
        "C.M(int) | a\\ | yields int | n: int",
        "C.M(int) | Charge | int | n: int",
        "C.M(int) | Charge | returns int | n: int",
        "C.M(int) | Charge | sent int; yields int | n: int",
        "C.M(int) | Charge | yields int; yields int | n: int",
        "C.M(int) | Charge | yields int | n",
        "C.M(int) | Charge | yields int | n: int; n: long",
        "C.M(int) | Charge | yields int | n: ",
        "C.M(int) | Charge | yields int |",
        "C.M(int) | Charge | yields int | n: int | C.ICoroutine",
        "C.M(int) | Charge | yields int | n: int | in ",
    ];

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_cannot_be_read_is_said_with_the_reason(string text)
    {
        var (line, problem) = PointLineText.Read(text);
        Assert.Null(line);
        Assert.NotEmpty(problem);
    }

    [Fact]
    public void Empty_lines_and_comments_say_nothing_and_the_order_does_not_matter()
    {
        var file = PointsFile.Read(SourceText.From("# all\r\n\r\nC.B() | x | yields int | b: int; a: int\r\n  C.A() | (start) | sent int | -\r\n"));
        Assert.Empty(file.Faults);
        Assert.Equal(["C.B() | x | yields int | a: int; b: int", "C.A() | (start) | sent int | -"], file.Lines.Select(l => l.Line.ToString()));
    }
}
