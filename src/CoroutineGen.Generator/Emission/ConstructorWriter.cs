using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Lowering.Lowered;

namespace CoroutineGen.Generator.Emission;

/// <summary>Writes the constructor, which only stores the arguments in the frame.</summary>
// internal RangeCoroutine(int start, int end) { Frame.start = start; Frame.end = end; }
// internal WalkCoroutine(Tree<T> self) { Frame.This = self; }                                of an instance method
internal static class ConstructorWriter
{
    public static void Write(SourceWriter writer, ClassShape shape, LoweredBody body)
    {
        var model = shape.Model;
        var parameters = model.Parameters.Select(p => $"{p.Type} {p.Name}");
        if (shape.HostKeepsReceiver)
            parameters = parameters.Prepend($"{shape.Host} {shape.ReceiverParameter}");
        writer.Open($"internal {model.ClassName}({string.Join(", ", parameters)})");
        if (shape.HostKeepsReceiver)
            writer.Line($"{shape.Frame}.{shape.ReceiverField} = {shape.ReceiverParameter};");
        foreach (var field in body.Frame.Parameters)
            writer.Line($"{shape.Frame}.{field.Name} = {field.Parameter};");
        writer.Close();
    }
}
