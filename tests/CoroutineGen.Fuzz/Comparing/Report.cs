using System.Text;
using CoroutineGen.Fuzz.Grammar;
using CoroutineGen.Fuzz.Running;

namespace CoroutineGen.Fuzz.Comparing;

/// <summary>A program that shows a bug.</summary>
internal sealed record Finding(FuzzProgram Program, ProgramOutcome Outcome, string Generated);

/// <summary>A finding as text: the program, both traces from a little before they part, and how to see it again.</summary>
internal static class Report
{
    private const int LinesBefore = 8, LinesAfter = 4;

    public static string Of(Finding finding, string repeat)
    {
        var text = new StringBuilder();
        text.AppendLine($"=== {finding.Outcome.Kind}: {repeat}");
        if (finding.Outcome.Message.Length > 0)
            text.AppendLine(finding.Outcome.Message);
        text.AppendLine(finding.Program.Text);
        if (finding.Outcome is { Expected: { } expected, Actual: { } actual })
            Traces(text, expected, actual);
        return text.ToString();
    }

    private static void Traces(StringBuilder text, string[] expected, string[] actual)
    {
        int parts = expected.AsSpan().CommonPrefixLength(actual);
        for (int i = Math.Max(0, parts - LinesBefore); i < parts; i++)
            text.AppendLine($"           {expected[i]}");
        foreach (string line in expected.Skip(parts).Take(LinesAfter))
            text.AppendLine($"expected:  {line}");
        foreach (string line in actual.Skip(parts).Take(LinesAfter))
            text.AppendLine($"actual:    {line}");
    }
}
