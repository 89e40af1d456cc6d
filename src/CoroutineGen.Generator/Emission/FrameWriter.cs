using CoroutineGen.Generator.Lowering;

namespace CoroutineGen.Generator.Emission;

/// <summary>Writes the frame: the struct of hoisted variables and the classes of captured ones.</summary>
internal static class FrameWriter
{
    public static void Write(SourceWriter writer, ClassShape shape, LoweredBody body)
    {
        if (shape.HasFrame)
        {
            writer.Line("/// <summary>The variables that live across a suspension.</summary>");
            writer.Open($"internal struct {shape.LocalsName}");
            if (shape.HostKeepsReceiver)
                writer.Line($"public {shape.Host} {shape.ReceiverField};");
            foreach (var field in body.Fields)
                writer.Line($"public {field.Type} {field.Name};");
            writer.Close();
            writer.Line();
            writer.Line($"internal {shape.LocalsName} Frame;");
            writer.Line();
        }
        foreach (var scope in body.Scopes)
        {
            writer.Line("/// <summary>Variables that lambdas capture: one object each time that their scope is entered.</summary>");
            writer.Open($"internal sealed class {scope.Name}");
            foreach (var field in scope.Fields)
                writer.Line($"public {field.Type} {field.Name};");
            writer.Close();
            writer.Line();
        }
    }
}
