using System.Text;

namespace CoroutineGen.Generator.Tests.Snapshots;

/// <summary>Shows how one text differs from another, line by line, with two lines around each difference.</summary>
internal static class Diff
{
    private const int Context = 2;

    public static string Of(string expected, string actual)
    {
        string[] left = expected.Split('\n'), right = actual.Split('\n');
        var common = CommonLengths(left, right);
        var lines = new List<(char Mark, string Text)>();
        int i = 0, j = 0;
        while (i < left.Length || j < right.Length)
        {
            if (i < left.Length && j < right.Length && left[i] == right[j])
            {
                lines.Add((' ', left[i++]));
                j++;
            }
            else if (j == right.Length || (i < left.Length && common[i + 1, j] >= common[i, j + 1]))
                lines.Add(('-', left[i++]));
            else
                lines.Add(('+', right[j++]));
        }
        return Shorten(lines);
    }

    private static int[,] CommonLengths(string[] left, string[] right)
    {
        var lengths = new int[left.Length + 1, right.Length + 1];
        for (int i = left.Length - 1; i >= 0; i--)
            for (int j = right.Length - 1; j >= 0; j--)
                lengths[i, j] = left[i] == right[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        return lengths;
    }

    private static string Shorten(List<(char Mark, string Text)> lines)
    {
        var text = new StringBuilder();
        bool skipping = false;
        for (int i = 0; i < lines.Count; i++)
        {
            bool near = Enumerable.Range(Math.Max(0, i - Context), Math.Min(lines.Count, i + Context + 1) - Math.Max(0, i - Context)).Any(n => lines[n].Mark != ' ');
            if (near)
                text.Append(lines[i].Mark).Append(' ').Append(lines[i].Text).Append('\n');
            else if (!skipping)
                text.Append("  ...\n");
            skipping = !near;
        }
        return text.ToString();
    }
}
