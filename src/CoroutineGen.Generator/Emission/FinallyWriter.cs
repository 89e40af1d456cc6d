using System.Globalization;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Emission;

/// <summary>
/// Writes the finally blocks that are held: an overload of the user's own method, as the step is, which the step calls at the end of a try
/// block, and <see cref="ReleaseWriter"/> where the body is cut short. Its frame comes last: a step that never suspends is called with
/// nothing but a frame and a number.
/// </summary>
// private static void Lines(int block, ref LinesLocals f)
// {
//     switch (block) { case 1: { F(f.n); break; } .. }        or only F(f.n); where there is one
// }
internal static class FinallyWriter
{
    public static void Write(SourceWriter writer, ClassShape shape, LoweredBody body, LineMap? map)
    {
        var blocks = body.Held.Where(h => h.Release is null).ToList();
        if (blocks.Count == 0)
            return;
        var model = shape.Model;
        writer.Gap();
        var lines = new LineDirectives(writer, map);
        lines.Hide();
        writer.Line(blocks.Count == 1
            ? "// The finally block: at the end of its try block, and where an exception, a return or a close leaves that."
            : "// The finally blocks: at the end of their try blocks, and where an exception, a return or a close leaves these.");
        if (model.IsObsolete)
            writer.Line(FrameworkNames.Obsolete);
        if (shape.IsInlined)
            writer.Line(FrameworkNames.Inline);
        writer.Line(Modifiers.Of(model with { Accessibility = "private" })
            + $"void {model.Name}{model.TypeParameters}(int {body.BlockName}, "
            + $"{shape.Form.Parameter(shape.LocalsType, body.Step.Signature.Frame)})");
        foreach (string clause in model.Constraints)
            writer.Line(clause, 1);
        writer.Line("{");
        writer.Indent++;
        if (blocks.Count == 1)
            StepMethodWriter.WriteLines(writer, shape, lines, blocks[0].Block);
        else
            WriteSwitch(writer, shape, body, lines, blocks);
        lines.Hide();
        writer.Close();
        lines.End();
    }

    private static void WriteSwitch(
        SourceWriter writer, ClassShape shape, LoweredBody body, LineDirectives lines, List<HeldResource> blocks)
    {
        writer.Open($"switch ({body.BlockName})");
        foreach (var block in blocks)
        {
            writer.Line($"case {block.Number.ToString(CultureInfo.InvariantCulture)}:");
            writer.Line("{");
            writer.Indent++;
            StepMethodWriter.WriteLines(writer, shape, lines, block.Block);
            lines.Hide();
            writer.Line("break;");
            writer.Close();
        }
        writer.Close();
    }

    /// <summary>How the class runs a finally block.</summary>
    // Lines(1, ref f);
    // f.This.Lines(1, ref f);      of an instance method
    public static string Call(ClassShape shape, int number)
    {
        string frame = shape.Body!.Step.Signature.Frame;
        string method = shape.HostKeepsReceiver
            ? $"{frame}.{shape.ReceiverField}.{shape.Model.Name}{shape.Model.TypeArguments}"
            : ClassNames.StepMethod(shape.Model);
        return $"{method}({number.ToString(CultureInfo.InvariantCulture)}, {shape.Form.Argument(frame)});";
    }
}
