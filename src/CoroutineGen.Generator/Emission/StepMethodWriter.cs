using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Emission;

/// <summary>
/// Writes the step method: an overload of the user's own method, so that every name in his statements means what it meant.
/// </summary>
// private static int Range(ref RangeLocals f, ref int current, int point)
// {
//     const int Closed = -2;
//     ..                                 the lines of StepPrinter, with #line directives
// }
internal static class StepMethodWriter
{
    public static void Write(SourceWriter writer, ClassShape shape, LineMap? map)
    {
        var model = shape.Model;
        var step = shape.Body!.Step;
        var lines = new LineDirectives(writer, map);
        lines.Hide();
        if (model.IsObsolete)
            writer.Line(FrameworkNames.Obsolete);
        if (shape.IsInlined)
            writer.Line(FrameworkNames.Inline);
        string result = step.Waits ? $"async {FrameworkNames.AsyncStep}" : "int";
        string header = Modifiers.Of(model with { Accessibility = "private" })
            + $"{result} {model.Name}{model.TypeParameters}({StepCall.Parameters(shape)})";
        writer.Line(header);
        foreach (string clause in model.Constraints)
            writer.Line(clause, 1);
        writer.Line("{");
        writer.Indent++;
        if (step.Signature.Closed is { } closed)
            writer.Line($"const int {closed} = -2;");
        WriteLines(writer, shape, lines, step.Lines);
        lines.Hide();
        writer.Close();
        lines.End();
    }

    /// <summary>Writes statements of the user's, each in his line.</summary>
    public static void WriteLines(SourceWriter writer, ClassShape shape, LineDirectives lines, EquatableArray<StepLine> statements)
    {
        foreach (var line in statements)
        {
            string text = line.With(shape.LocalsType);
            lines.Before(line.Token);
            writer.Line(text, line.Indent);
            lines.After(text);
        }
    }
}
