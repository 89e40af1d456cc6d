using System.Globalization;
using System.Text;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Lowering.Lowered;

namespace CoroutineGen.Generator.Emission;

/// <summary>
/// Draws a coroutine as a Mermaid state diagram: a state for each suspension point, named by the user's line and expression, and an arrow
/// to each point that can be next. An arrow that only unwinding takes says so.
/// </summary>
// stateDiagram-v2
//     state "12: yield(1)" as s1
//     [*] --> s1
//     s1 --> s3 : exception or close
internal static class Diagram
{
    /// <summary>The lines before and after the diagram in a generated class's documentation; the build searches for them.</summary>
    public const string Opening = "<code><![CDATA[", Closing = "]]></code>";

    public static IEnumerable<string> Of(LoweredBody body, LineMap? lines)
    {
        yield return "stateDiagram-v2";
        foreach (var point in body.Points)
        {
            int line = lines?.LineOf(point.Token) ?? 0;
            string name = line > 0 ? line.ToString(CultureInfo.InvariantCulture) + ": " : "";
            yield return $"    state \"{name}{Escape(point.Text)}\" as {State(point.Number)}";
        }
        foreach (var edge in body.Flow)
            yield return $"    {State(edge.From)} --> {State(edge.To)}" + (edge.IsUnwinding ? Unwinding(edge) : "");
    }

    /// <summary>From the start there is no close, and no exception from outside: the body has not begun.</summary>
    private static string Unwinding(FlowEdge edge) => edge.From == 0 ? " : exception" : " : exception or close";

    private static string State(int point)
        => point is 0 or FlowEdge.End ? "[*]" : "s" + point.ToString(CultureInfo.InvariantCulture);

    /// <summary>Escapes the characters that mean something to Mermaid, or in HTML.</summary>
    // a < b    ---->  a #60; b
    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (char c in text)
        {
            if (c is '"' or '#' or ';' or '<' or '&' or '%' or '\\' or '`')
                escaped.Append('#').Append(((int)c).ToString(CultureInfo.InvariantCulture)).Append(';');
            else
                escaped.Append(c);
        }
        return escaped.ToString();
    }
}
