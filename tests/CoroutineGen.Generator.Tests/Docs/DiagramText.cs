using System.Text.RegularExpressions;

namespace CoroutineGen.Generator.Tests.Docs;

/// <summary>The diagram in a generated file.</summary>
internal static partial class DiagramText
{
    public static string In(string generated)
        => Prefix().Replace(Comment().Match(generated.ReplaceLineEndings("\n")).Groups["diagram"].Value, "");

    [GeneratedRegex(@"CDATA\[\n(?<diagram>.*?\n) */// \]\]", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("^ */// ", RegexOptions.Multiline)]
    private static partial Regex Prefix();
}
