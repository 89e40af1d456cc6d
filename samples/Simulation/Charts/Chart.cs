using System.Globalization;
using System.Text;

namespace Simulation.Charts;

/// <summary>A run as a picture: who was there from when to when, and a level over time.</summary>
sealed class Chart
{
    private const int Left = 60;
    private const int Width = 720;
    private const int Lane = 18;
    private const int LevelHeight = 110;

    private readonly List<(string Name, double Came, double Served, double Left)> _spans = [];
    private readonly List<(double Time, double Level)> _levels = [];

    /// <summary>Somebody came, was served and left.</summary>
    public void Span(string name, double came, double served, double left) => _spans.Add((name, came, served, left));

    /// <summary>So much there is, from that time on.</summary>
    public void Level(double time, double level)
    {
        if (_levels.Count == 0 || _levels[^1] != (time, level))
            _levels.Add((time, level));
    }

    /// <summary>The picture, as SVG; the same of the same run.</summary>
    public string ToSvg(string title, double end, double capacity)
    {
        var spans = _spans.OrderBy(span => span.Came).ToList();
        int lanes = 40 + spans.Count * Lane;
        int bottom = lanes + 20 + LevelHeight;
        var svg = new StringBuilder();
        string box = $"0 0 {Left + Width + 20} {bottom + 30}";
        Add(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" font-family="sans-serif" font-size="11">""");
        Add(svg, $"""<rect width="100%" height="100%" fill="#fff"/>""");
        Add(svg, $"""<text x="{Left}" y="20" font-size="14">{title}</text>""");
        for (int n = 0; n < spans.Count; n++)
        {
            var (name, came, served, left) = spans[n];
            int y = 34 + n * Lane;
            Add(svg, $"""<text x="{Left - 8}" y="{y + 11}" text-anchor="end">{name}</text>""");
            Add(svg, $"""<rect x="{X(came)}" y="{y}" width="{X(served) - X(came):0.#}" height="13" fill="#f2c14e"/>""");
            Add(svg, $"""<rect x="{X(served)}" y="{y}" width="{X(left) - X(served):0.#}" height="13" fill="#3d7ea6"/>""");
        }

        var path = new StringBuilder();
        for (int n = 0; n < _levels.Count; n++)
        {
            double before = _levels[Math.Max(0, n - 1)].Level;
            path.Append(Text($"{(n == 0 ? 'M' : 'L')}{X(_levels[n].Time)} {Y(before)}V{Y(_levels[n].Level)}"));
        }
        Add(svg, $"""<text x="{Left - 8}" y="{Y(capacity) + 4}" text-anchor="end">{capacity}</text>""");
        Add(svg, $"""<text x="{Left - 8}" y="{bottom}" text-anchor="end">0</text>""");
        Add(svg, $"""<path d="{path}" fill="none" stroke="#b5433a" stroke-width="1.5"/>""");
        Add(svg, $"""<path d="M{Left} {Y(capacity)}V{bottom}H{Left + Width}" fill="none" stroke="#333"/>""");
        for (int tick = 0; tick <= 10; tick++)
            Add(svg, $"""<text x="{Left + tick * Width / 10}" y="{bottom + 16}" text-anchor="middle">{end * tick / 10:0.##}</text>""");
        svg.Append("</svg>\n");
        return svg.ToString();

        double X(double time) => Math.Round(Left + time / end * Width, 1);
        double Y(double level) => Math.Round(bottom - level / capacity * LevelHeight, 1);
    }

    private static void Add(StringBuilder svg, FormattableString line) => svg.Append(Text(line)).Append('\n');

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
