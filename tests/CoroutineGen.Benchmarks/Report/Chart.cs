using System.Globalization;
using System.Security;
using System.Text;
using CoroutineGen.Benchmarks.Harness;

namespace CoroutineGen.Benchmarks.Report;

/// <summary>A group's ratios as horizontal bars in an SVG file, with a line where a bar has to end.</summary>
static class Chart
{
    const int Width = 860, Label = 250, End = 740, RowHeight = 24, HeadHeight = 34, Margin = 16;

    // It brings its own background: a page may be dark while the reader's system is light.
    const string Style = """
        text { font: 13px system-ui, sans-serif; fill: #1f2328 }
        .head { font-weight: 600 }
        .note { fill: #59636e; font-size: 12px }
        .back { fill: #ffffff; stroke: #d1d9e0 }
        .ours { fill: #1a7f64 }
        .peer { fill: #8c959f }
        .thin { opacity: 0.55 }
        .bar { stroke: #cf222e; stroke-width: 2 }
        .grid { stroke: #d1d9e0 }
        @media (prefers-color-scheme: dark) {
          text { fill: #f0f6fc }
          .note { fill: #9198a1 }
          .back { fill: #0d1117; stroke: #3d444d }
          .ours { fill: #3fb990 }
          .peer { fill: #656c76 }
          .bar { stroke: #ff7b72 }
          .grid { stroke: #3d444d }
        }
        """;

    public static string Write(string title, IReadOnlyList<RaceResult> races)
    {
        var scale = Scale.For(races, Label, End);
        int rows = races.Sum(race => race.Contenders.Count);
        int height = 62 + (races.Count * HeadHeight) + (rows * RowHeight) + Margin;
        var svg = new StringBuilder();
        string size = $"width=\"{Width}\" height=\"{height}\" viewBox=\"0 0 {Width} {height}\"";
        Line(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" {size} role=\"img\">");
        Line(svg, $"<title>{Escape(title)}</title>");
        Line(svg, $"<style>\n{Style}\n</style>");
        Line(svg, $"<rect class=\"back\" x=\"0.5\" y=\"0.5\" width=\"{Width - 1}\" height=\"{height - 1}\" rx=\"6\"/>");
        Text(svg, Margin, 26, "head", title);
        string thin = races.Any(race => race.HasWithoutPgo) ? "; thin bars: without tiered PGO" : "";
        Text(svg, Margin, 46, "note", $"time as a multiple of the first of each race, less is better{scale.Note}{thin}; red line: the bar");
        double y = 62;
        foreach (var race in races)
        {
            Text(svg, Margin, y + 20, "head", $"{race.Title}, per {race.Unit}");
            y += HeadHeight;
            foreach (double tick in scale.Ticks)
                Tick(svg, tick, scale.At(tick), y, race.Contenders.Count * RowHeight);
            for (int i = 0; i < race.Contenders.Count; i++, y += RowHeight)
                Row(svg, race, i, y, scale);
        }
        Line(svg, "</svg>");
        return svg.ToString();
    }

    static void Tick(StringBuilder svg, double tick, double x, double y, int height)
    {
        string label = tick.ToString("0.####", CultureInfo.InvariantCulture);
        Stroke(svg, "grid", x, y - 4, y + height - 4);
        Line(svg, $"<text class=\"note\" x=\"{N(x)}\" y=\"{N(y - 8)}\" text-anchor=\"middle\">{label}</text>");
    }

    static void Row(StringBuilder svg, RaceResult race, int i, double y, Scale scale)
    {
        var contender = race.Contenders[i];
        string kind = contender.Ours ? "ours" : "peer";
        double ratio = race.Ratio(i).Mean, end = scale.At(ratio);
        Text(svg, Margin, y + 13, contender.Ours ? "head" : "", contender.Name);
        Block(svg, kind, y, end, race.HasWithoutPgo ? 11 : 16);
        if (race.HasWithoutPgo)
        {
            double without = scale.At(race.Ratio(i, pgo: false).Mean);
            Block(svg, $"{kind} thin", y + 12, without, 4);
            end = Math.Max(end, without);
        }
        foreach (var bar in contender.Bars.Where(bar => bar.Limits is Limits.Time or Limits.TimeWithoutPgo))
        {
            bool pgo = bar.Limits == Limits.Time;
            double x = scale.At(bar.AtMost * race.Ratio(race.IndexOf(bar.Peer), pgo: pgo).Mean);
            Stroke(svg, "bar", x, pgo ? y - 3 : y + 11, pgo && race.HasWithoutPgo ? y + 11 : y + 19);
            end = Math.Max(end, x);
        }
        Text(svg, end + 6, y + 13, "note", $"{Cells.Ratio(ratio)}x, {Cells.Time(race.Time(i))}");
    }

    static void Block(StringBuilder svg, string kind, double y, double end, int height)
        => Line(svg, $"<rect class=\"{kind}\" x=\"{Label}\" y=\"{N(y)}\" width=\"{N(end - Label)}\" height=\"{height}\"/>");

    static void Stroke(StringBuilder svg, string kind, double x, double from, double to)
        => Line(svg, $"<line class=\"{kind}\" x1=\"{N(x)}\" y1=\"{N(from)}\" x2=\"{N(x)}\" y2=\"{N(to)}\"/>");

    static void Text(StringBuilder svg, double x, double y, string kind, string text)
        => Line(svg, $"<text{(kind.Length > 0 ? $" class=\"{kind}\"" : "")} x=\"{N(x)}\" y=\"{N(y)}\">{Escape(text)}</text>");

    static void Line(StringBuilder svg, string line) => svg.Append(line).Append('\n');

    static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    static string Escape(string text) => SecurityElement.Escape(text);
}
