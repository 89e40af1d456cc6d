using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Emission.Folding;

/// <summary>
/// Writes what a flat body calls in place of its factory: an overload that takes the stack of frames before the arguments, so that the rest
/// of the call is copied. It allocates no coroutine; the JIT would not keep one off the heap in a loop.
/// </summary>
// private static ref DeepLocals Deep(ref Frames<DeepLocals> frames, int point, int depth)
// {
//     ref var frame = ref frames.Push(point);
//     frame.depth = depth;
//     return ref frame;
// }
internal static class CallWriter
{
    public static void Write(SourceWriter writer, ClassShape shape, LoweredBody body)
    {
        if (body.Step.Self != SelfDelegation.Flat)
            return;
        var model = shape.Model;
        var taken = new HashSet<string>(model.Parameters.Select(p => ClassNames.Plain(p.Name)), StringComparer.Ordinal);
        string frames = ClassNames.Fresh("frames", taken.Contains);
        string point = ClassNames.Fresh("point", taken.Contains);
        string frame = ClassNames.Fresh("frame", taken.Contains);
        writer.Gap();
        string name = ClassNames.Plain(model.Name);
        writer.Line($"/// <summary>A call of <c>{name}</c> by itself: a frame more in the same coroutine.</summary>");
        writer.Line(FrameworkNames.Inline);
        var parameters = model.Parameters.Select(p => p.Attributes + p.PlainModifiers + p.Type + " " + p.Name + p.Default)
            .Prepend($"int {point}")
            .Prepend($"ref {FrameworkNames.Frames}<{shape.LocalsType}> {frames}");
        writer.Line(Modifiers.Of(model with { Accessibility = "private" })
            + $"ref {shape.LocalsType} {model.Name}{model.TypeParameters}({string.Join(", ", parameters)})");
        foreach (string clause in model.Constraints)
            writer.Line(clause, 1);
        writer.Line("{");
        writer.Indent++;
        writer.Line(shape.Form.Alias(frame, $"{frames}.Push({point})"));
        foreach (var field in body.Frame.Parameters)
            writer.Line($"{frame}.{field.Name} = {field.Parameter};");
        writer.Line($"return ref {frame};");
        writer.Close();
    }
}
