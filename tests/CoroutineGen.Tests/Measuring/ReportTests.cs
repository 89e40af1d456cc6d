using System.Xml.Linq;
using CoroutineGen.Benchmarks.Harness;
using CoroutineGen.Benchmarks.Report;
using Xunit;

namespace CoroutineGen.Tests.Measuring;

/// <summary>What the benchmarks write about figures that are known.</summary>
public class ReportTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void The_table_has_times_ratios_bytes_and_verdicts()
    {
        var with = Run([10, 10, 10], [4, 5, 6], Bar.Time(0.5), Bar.WithoutPgo(0.3), Bar.Bytes(0));
        var without = Run([20, 20, 20], [8, 8, 8]);
        Assert.Equal("""
            | work |  | time | ratio | time, no PGO | ratio, no PGO | bytes | bar |  |
            | --- | --- | ---: | ---: | ---: | ---: | ---: | --- | --- |
            | **race** | List<int> | 10.0 ns | 1 | 20.0 ns | 1 | 56 |  |  |
            | per value; bytes per call | **ours** | 5.00 ns | 0.50 | 8.00 ns | 0.40 | 0 | ≤ 0.5x; ≤ 0.3x without PGO; ≤ 0 bytes | **missed**: time without PGO |

            """.ReplaceLineEndings("\n"), Table.Write([new([with], [without])]));
    }

    [Theory]
    [InlineData(0.5, "met", "1 of 1 bars met.")]
    [InlineData(0.49, "**missed**", "0 of 1 bars met.")]
    public void Verdicts(double atMost, string ofContender, string ofGroup)
    {
        var race = new RaceResult([Run([10], [5], Bar.Time(atMost))], []);
        Assert.Equal(ofContender, Verdict.Of(race, 1));
        Assert.Equal(ofGroup, Verdict.Of([race]));
    }

    /// <summary>The best of the processes counts; what was not measured is above its bar.</summary>
    [Theory]
    [InlineData(7.4, 9, 0)]
    [InlineData(7.6, 9, 1)]
    [InlineData(9, 7.4, 0)]
    [InlineData(double.NaN, double.NaN, 1)]
    public void A_check_allows_half_as_much_again(double first, double second, int above)
    {
        RaceResult race = new([Run([10], [first], Bar.Time(0.5), Bar.Bytes(0)), Run([10], [second], Bar.Time(0.5), Bar.Bytes(0))], []);
        var (lines, failed) = BarCheck.Of([race]);
        Assert.Equal(above, failed);
        Assert.StartsWith(above == 0 ? "ok    race, ours: 0.74x, bar ≤ 0.5x\n" : "ABOVE race, ours: ", lines, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_sees_what_was_not_run_without_PGO()
        => Assert.Equal(1, BarCheck.Of([new([Run([10], [1], Bar.WithoutPgo(0.3))], [])]).Above);

    [Fact]
    public void The_chart_draws_a_bar_for_each_contender_and_a_line_where_it_has_to_end()
    {
        var race = new RaceResult([Run([10], [5], Bar.Time(0.25))], []);
        var svg = XDocument.Parse(Chart.Write("A < B", [race])).Root!;
        Assert.Equal("A < B", svg.Element(Svg + "title")!.Value);
        Assert.Contains(svg.Elements(Svg + "text"), text => text.Value == "List<int>");

        double peer = Width(svg, "peer"), ours = Width(svg, "ours");
        Assert.Equal(0.5, ours / peer, 0.001);
        double left = Number(Of(svg, "rect", "ours"), "x"), line = Number(Of(svg, "line", "bar"), "x1");
        Assert.Equal(0.25, (line - left) / peer, 0.001);
    }

    [Fact]
    public void The_chart_is_readable_where_ratios_differ_by_orders_of_magnitude()
    {
        var race = new RaceResult([Run([1], [50_000])], []);
        var svg = XDocument.Parse(Chart.Write("far apart", [race])).Root!;
        Assert.Contains(svg.Elements(Svg + "text"), text => text.Value.Contains("logarithmic"));
        Assert.DoesNotContain(svg.Elements(Svg + "rect"), e => (string?)e.Attribute("class") != "back");
        double peer = Number(Of(svg, "circle", "peer"), "cx"), ours = Number(Of(svg, "circle", "ours"), "cx");
        Assert.Equal(Math.Log10(50_000) / 5, (ours - peer) / (Tick(svg, "100000") - Tick(svg, "1")), 0.01);
    }

    /// <summary>What is written stands nowhere on what is drawn, nor on what else is written: names before the axis, figures behind it.</summary>
    [Fact]
    public void The_chart_leaves_room_for_the_longest_name_and_its_titles_stand_beside_no_axis()
    {
        const string Name = "a declaration that no body mentions";
        var race = new RaceResult([Run([1], [7], Bar.Time(9)) with { Contenders = [new("C#", false, [1], 0, null, []), new(Name, true, [7], 0, null, [Bar.Time(9)])] }], []);
        var svg = XDocument.Parse(Chart.Write("names", [race, race])).Root!;
        double right = Number(svg, "width") - 16;
        Assert.All(svg.Elements(Svg + "rect").Skip(1), bar => Assert.InRange(Number(bar, "x"), 16 + (7.5 * Name.Length), right));
        Assert.All(svg.Elements(Svg + "line"), line => Assert.True(Number(line, "x1") < right - 100));
        Assert.Single(svg.Elements(Svg + "text"), text => text.Value == "0");
        double firstTitle = svg.Elements(Svg + "text").Where(text => text.Value.StartsWith("race", StringComparison.Ordinal)).Min(text => Number(text, "y"));
        Assert.True(Number(svg.Elements(Svg + "text").Single(text => text.Value == "0"), "y") < firstTitle - 16);
    }

    [Theory]
    [InlineData(0.256, "0.26 ns")]
    [InlineData(1_420, "1.42 µs")]
    [InlineData(14_200_000, "14.2 ms")]
    [InlineData(6.3e9, "6.30 s")]
    public void Times(double nanoseconds, string text) => Assert.Equal(text, Cells.Time(nanoseconds));

    private static double Width(XElement svg, string kind) => Number(Of(svg, "rect", kind), "width");

    private static double Tick(XElement svg, string label) => Number(svg.Elements(Svg + "text").Single(text => text.Value == label), "x");

    private static XElement Of(XElement svg, string element, string kind)
        => svg.Elements(Svg + element).Single(e => (string?)e.Attribute("class") == kind);

    private static double Number(XElement element, string attribute) => (double)element.Attribute(attribute)!;

    private static RaceRun Run(double[] theirs, double[] ours, params Bar[] bars) => new("race", "value", "call", null,
    [
        new("List<int>", false, theirs, 56, null, []),
        new("ours", true, ours, 0, null, bars),
    ]);
}
