using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Lowering.Lowered;

namespace CoroutineGen.Generator.Emission.Saving;

/// <summary>Statements that depend on the point: those of points with the same ones are written once.</summary>
// switch (point)
// {
//     case 1:
//     case 3:
//         to.Writer.Write(OrderLocals.Names.sum, f.sum);
//         break;
// }
internal static class PointGroups
{
    /// <summary>The statements of each point, and the points that share them; without those that have none.</summary>
    public static List<(List<int> Points, List<string> Lines)> Of(SaveShape save, Func<SavedPoint, IEnumerable<string>> linesOf)
        => [.. save.Points.Select(p => (p.Number, Lines: linesOf(p).ToList()))
            .Where(p => p.Lines.Count > 0)
            .GroupBy(p => string.Join("\n", p.Lines))
            .Select(g => (g.Select(p => p.Number).ToList(), g.First().Lines))];

    public static void Write(SourceWriter writer, List<(List<int> Points, List<string> Lines)> groups)
    {
        writer.Open("switch (point)");
        foreach (var (points, lines) in groups)
        {
            foreach (int point in points)
                writer.Line($"case {point}:");
            foreach (string line in lines)
                writer.Line(line, 1);
            writer.Line("break;", 1);
        }
        writer.Close();
    }
}
