using CoroutineGen.Generator.Emission.Folding;
using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Lowering.Lowered;

namespace CoroutineGen.Generator.Emission;

/// <summary>
/// Writes how held resources are released when a step has failed or the body has ended inside of them, so that the step needs no handlers
/// for that: inner before outer, and each even where the one before throws.
/// </summary>
// protected override void Release()
// {
//     ref var f = ref Frame;
//     switch (f.held1)
//     {
//         case 1: f.held1 = 0; f.enumerator1?.Dispose(); break;
//         case 2: f.held1 = 1; try { f.reader?.Dispose(); } finally { Release(); } break;
//     }
// }
internal static class ReleaseWriter
{
    public static void Write(SourceWriter writer, ClassShape shape, LoweredBody body)
    {
        if (body.Frame.Held is not { } held)
            return;
        string frame = body.Step.Signature.Frame;
        string field = $"{frame}.{held.Name}";
        writer.Line();
        writer.Line(body.Held.Any(h => h.Release is null)
            ? "// Runs finally blocks and disposes of what the body still holds where it fails or returns, inner before outer."
            : "// Disposes of what the body still holds where it fails or returns, inner before outer.");
        writer.Open("protected override void Release()");
        writer.Line(shape.Form.Alias(frame, body.Step.IsFolded ? FoldWriter.Innermost : "Frame"));
        writer.Open($"switch ({field})");
        foreach (var resource in body.Held)
        {
            string release = resource.Release ?? FinallyWriter.Call(shape, resource.Number);
            writer.Line($"case {resource.Number}:");
            writer.Line($"{field} = {resource.Outer};", 1);
            if (resource.Outer == 0)
            {
                writer.Line(release, 1);
            }
            else
            {
                writer.Line($"try {{ {release} }}", 1);
                writer.Line("finally { Release(); }", 1);
            }
            writer.Line("break;", 1);
        }
        writer.Close();
        writer.Close();
        writer.Line();
        writer.Line("protected override void Abandon(object failure) => base.AbandonHeld(failure);");
    }
}
