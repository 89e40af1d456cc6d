using Microsoft.CodeAnalysis.Text;

namespace CoroutineGen.Generator.Tests.Hosting;

/// <summary>Source text in which [|...|] marks where diagnostics are expected.</summary>
internal sealed record MarkedSource(string Text, TextSpan[] Spans)
{
    public static MarkedSource Parse(string marked)
    {
        var spans = new List<TextSpan>();
        string text = marked;
        for (int start; (start = text.IndexOf("[|", StringComparison.Ordinal)) >= 0;)
        {
            int end = text.IndexOf("|]", StringComparison.Ordinal) - 2;
            text = text.Remove(start, 2).Remove(end, 2);
            spans.Add(TextSpan.FromBounds(start, end));
        }
        return new(text, [.. spans]);
    }
}
