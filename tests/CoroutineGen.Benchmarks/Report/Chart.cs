using System.Globalization;
using System.Security;
using System.Text;
using CoroutineGen.Benchmarks.Harness;

namespace CoroutineGen.Benchmarks.Report;

/// <summary>
/// A group's ratios in an SVG file, with a line where each has to end: horizontal bars, or dots on a logarithmic axis, where a bar would have
/// no honest start.
/// </summary>
static class Chart
{
    const int Width = 860, Margin = 16, Figures = 130, Top = 84, RowHeight = 24, HeadHeight = 32, Middle = 8;

    // No font can be measured here: this is a little more than the widest usual one takes for a bold letter.
    const double LetterWidth = 7.8;

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
        .row { stroke: #d1d9e0; stroke-dasharray: 1 4 }
        @media (prefers-color-scheme: dark) {
          text { fill: #f0f6fc }
          .note { fill: #9198a1 }
          .back { fill: #0d1117; stroke: #3d444d }
          .ours { fill: #3fb990 }
          .peer { fill: #656c76 }
          .bar { stroke: #ff7b72 }
          .grid, .row { stroke: #3d444d }
        }
        """;

    public static string Write(string title, IReadOnlyList<RaceResult> races)
    {
        double longest = races.SelectMany(race => race.Contenders).Max(contender => contender.Name.Length);
        var scale = Scale.For(races, Margin + (longest * LetterWidth) + 10, Width - Margin - Figures);
        int rows = races.Sum(race => race.Contenders.Count);
        int height = Top + (races.Count * HeadHeight) + (rows * RowHeight) + Margin;
        var svg = new StringBuilder();
        string size = $"width=\"{Width}\" height=\"{height}\" viewBox=\"0 0 {Width} {height}\"";
        Line(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" {size} role=\"img\">");
        Line(svg, $"<title>{Escape(title)}</title>");
        Line(svg, $"<style>\n{Style}\n</style>");
        Line(svg, $"<rect class=\"back\" x=\"0.5\" y=\"0.5\" width=\"{Width - 1}\" height=\"{height - 1}\" rx=\"6\"/>");
        Text(svg, Margin, 26, "head", title);
        Text(svg, Margin, 46, "note", Note(scale, races));
        foreach (double tick in scale.Ticks)
            Text(svg, scale.At(tick), Top - 6, "note", tick.ToString("0.######", CultureInfo.InvariantCulture), "middle");
        double y = Top;
        foreach (var race in races)
        {
            Text(svg, Margin, y + 18, "head", $"{race.Title}, per {race.Unit}");
            y += HeadHeight;
            foreach (double tick in scale.Ticks)
                Stroke(svg, "grid", scale.At(tick), y - 4, y + (race.Contenders.Count * RowHeight) - 4);
            for (int i = 0; i < race.Contenders.Count; i++, y += RowHeight)
                Row(svg, race, i, y, scale);
        }
        Line(svg, "</svg>");
        return svg.ToString();
    }

    static string Note(Scale scale, IReadOnlyList<RaceResult> races)
    {
        var note = new StringBuilder("time as a multiple of the first of each race, less is better");
        if (scale.IsLogarithmic)
            note.Append("; logarithmic");
        if (races.Any(race => race.HasWithoutPgo))
            note.Append(scale.IsLogarithmic ? "; small dots: without tiered PGO" : "; thin bars: without tiered PGO");
        if (races.Any(race => race.Contenders.Any(contender => Scale.BarsOf(contender).Any())))
            note.Append("; red line: the bar");
        return note.ToString();
    }

    static void Row(StringBuilder svg, RaceResult race, int i, double y, Scale scale)
    {
        var contender = race.Contenders[i];
        string kind = contender.Ours ? "ours" : "peer";
        double ratio = race.Ratio(i).Mean;
        Text(svg, Margin, y + 13, contender.Ours ? "head" : "", contender.Name);
        if (scale.IsLogarithmic)
            Line(svg, $"<line class=\"row\" x1=\"{N(scale.Left)}\" y1=\"{N(y + Middle)}\" x2=\"{N(scale.Right)}\" y2=\"{N(y + Middle)}\"/>");
        if (race.HasWithoutPgo)
        {
            double without = race.Ratio(i, pgo: false).Mean;
            if (scale.IsLogarithmic)
                Dot(svg, $"{kind} thin", without, y + Middle, 4, scale);
            else
                Block(svg, $"{kind} thin", without, y + 12, 4, scale);
        }
        if (scale.IsLogarithmic)
            Dot(svg, kind, ratio, y + Middle, 6, scale);
        else
            Block(svg, kind, ratio, y, race.HasWithoutPgo ? 11 : 16, scale);
        foreach (var bar in Scale.BarsOf(contender))
        {
            bool pgo = bar.Limits == Limits.Time;
            bool isSplit = race.HasWithoutPgo && !scale.IsLogarithmic;
            Stroke(
                svg, "bar", scale.At(Scale.RatioOf(race, bar)),
                isSplit && !pgo ? y + 11 : y - 3, isSplit && pgo ? y + 11 : y + 19);
        }
        Text(svg, Width - Margin, y + 13, "note", $"{Cells.Ratio(ratio)}x, {Cells.Time(race.Time(i))}", "end");
    }

    static void Block(StringBuilder svg, string kind, double ratio, double y, int height, Scale scale)
        => Line(
            svg,
            $"<rect class=\"{kind}\" x=\"{N(scale.Left)}\" y=\"{N(y)}\" width=\"{N(scale.At(ratio) - scale.Left)}\" height=\"{height}\"/>");

    static void Dot(StringBuilder svg, string kind, double ratio, double y, int radius, Scale scale)
        => Line(svg, $"<circle class=\"{kind}\" cx=\"{N(scale.At(ratio))}\" cy=\"{N(y)}\" r=\"{radius}\"/>");

    static void Stroke(StringBuilder svg, string kind, double x, double from, double to)
        => Line(svg, $"<line class=\"{kind}\" x1=\"{N(x)}\" y1=\"{N(from)}\" x2=\"{N(x)}\" y2=\"{N(to)}\"/>");

    static void Text(StringBuilder svg, double x, double y, string kind, string text, string anchor = "")
    {
        string attributes = (kind.Length > 0 ? $" class=\"{kind}\"" : "") + (anchor.Length > 0 ? $" text-anchor=\"{anchor}\"" : "");
        Line(svg, $"<text{attributes} x=\"{N(x)}\" y=\"{N(y)}\">{Escape(text)}</text>");
    }

    static void Line(StringBuilder svg, string line) => svg.Append(line).Append('\n');

    static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    static string Escape(string text) => SecurityElement.Escape(text);
}
