using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Emission.Folding;

/// <summary>
/// Writes what a flat body calls in place of its own factory: an overload that takes the frames before the arguments, so that the call
/// stays as the user wrote it.
/// </summary>
// No coroutine is made for the call, not even one that the JIT could leave out: it never does so within a loop.
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
        writer.Line(FrameForm.Alias(frame, $"{frames}.Push({point})"));
        foreach (var field in body.Frame.Parameters)
            writer.Line($"{frame}.{field.Name} = {field.Parameter};");
        writer.Line($"return ref {frame};");
        writer.Close();
    }
}
