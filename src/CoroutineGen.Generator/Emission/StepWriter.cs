using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Lowering;

namespace CoroutineGen.Generator.Emission;

/// <summary>
/// Writes the step method: an overload of the user's own method, so that every name in his statements means what it meant.
/// </summary>
internal static class StepWriter
{
    /// <summary>A pure body up to this many lines is inlined into its MoveNext; beyond, the call costs less than the code.</summary>
    private const int InlineLines = 80;

    /// <summary>
    /// The same for other bodies, whose lines hold calls; what is inlined is missing in the stack traces of optimized code.
    /// </summary>
    private const int GuardedInlineLines = 24;

    public static void Write(SourceWriter writer, ClassShape shape, LineMap? map)
    {
        var model = shape.Model;
        var body = shape.Body!;
        var lines = new LineDirectives(writer, map);
        lines.Hide();
        if (model.IsObsolete)
            writer.Line(FrameworkNames.Obsolete);
        if (IsInlined(body))
            writer.Line(FrameworkNames.Inline);
        string header = FactoryWriter.Modifiers(model with { Accessibility = "private" })
            + $"int {model.Name}{model.TypeParameters}({StepCall.Parameters(shape)})";
        writer.Line(header);
        foreach (string clause in model.Constraints)
            writer.Line(clause, 1);
        writer.Line("{");
        writer.Indent++;
        if (body.Signature.Closed is { } closed)
            writer.Line($"const int {closed} = -2;");
        foreach (var line in body.Lines)
        {
            string text = line.Text.Replace(LoweredBody.FrameMark, shape.LocalsType);
            lines.Before(line.Token);
            writer.Line(text, line.Indent);
            lines.After(text);
        }
        lines.Hide();
        writer.Close();
        lines.End();
    }

    private static bool IsInlined(LoweredBody body) => body.IsPure
        ? body.Lines.Count <= InlineLines
        : !body.Delegates && !body.HasHandlers && body.Lines.Count <= GuardedInlineLines;
}
