using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Emission;

/// <summary>
/// Writes the call of the step method from within the class, and the parameters that it meets. The first is always a reference to the
/// frame, whose type is private: no call that the user writes can bind to such an overload of his method.
/// </summary>
/// <remarks>
/// <code>
/// private static int Averager(ref AveragerLocals f, ref double current, ref Returned&lt;string&gt; result, int point, double sent)
/// protected override int Step(..) =&gt; Averager(ref Frame, ref CurrentValue, ref Returned, point, sent);
/// </code>
/// By reference and not as the coroutine, so that nothing else of it is in the body's hands; and because the JIT keeps an object off the
/// heap only as long as it sees what becomes of it.
/// </remarks>
internal static class StepCall
{
    /// <summary>
    /// Declares what stands for the frame of a body without variables: a local, since even an empty struct takes room in an object.
    /// </summary>
    public static void DeclareFrame(SourceWriter writer, ClassShape shape)
    {
        if (!shape.HasFrame)
            writer.Line($"var {shape.Frame} = {FrameForm.New(shape.LocalsType)};");
    }

    /// <param name="shape">The class.</param>
    /// <param name="point">The point to go on from.</param>
    /// <param name="how">How it is entered there: an Unwinding.</param>
    /// <param name="sent">The value sent.</param>
    /// <param name="passed">What the call of itself has returned that a folded body goes on after.</param>
    /// <param name="frame">The frame that runs, of a folded body that is not flat.</param>
    public static string Of(ClassShape shape, string point, string how, string sent, string passed = "default!", string? frame = null)
    {
        frame ??= shape.Frame;
        var signature = shape.Body!.Step.Signature;
        string?[] arguments =
        [
            FrameForm.Argument(frame),
            signature.Frames is null ? null : "ref Frames",
            signature.Current is null ? null : $"ref {CurrentOf(shape)}",
            signature.Result is null ? null : "ref Returned",
            signature.Inner is null ? null : "ref inner",
            signature.Delegator is null ? null : "Delegator",
            point,
            signature.How is null ? null : how,
            signature.Passed is null ? null : passed,
            signature.Sent is null ? null : sent,
        ];
        string method = shape.HostKeepsReceiver
            ? $"{frame}.{shape.ReceiverField}.{shape.Model.Name}{shape.Model.TypeArguments}"
            : ClassNames.StepMethod(shape.Model);
        return $"{method}({string.Join(", ", arguments.OfType<string>())})";
    }

    public static string Parameters(ClassShape shape)
    {
        var signature = shape.Body!.Step.Signature;
        var model = shape.Model;
        string?[] parameters =
        [
            FrameForm.Parameter(shape.LocalsType, signature.Own ?? signature.Frame),
            signature.Frames is { } frames ? $"ref {FrameworkNames.Frames}<{shape.LocalsType}> {frames}" : null,
            signature.Current is { } current ? $"ref {shape.Yielded} {current}" : null,
            signature.Result is { } result ? $"ref {FrameworkNames.Returned}<{model.ReturnType}> {result}" : null,
            signature.Inner is { } inner ? $"ref {ClassNames.Class(model)} {inner}" : null,
            signature.Delegator is { } delegator ? $"{FrameworkNames.Delegator}<{shape.Yielded}> {delegator}" : null,
            $"int {signature.Point}",
            signature.How is { } how ? $"{FrameworkNames.Unwinding} {how}" : null,
            signature.Passed is { } passed ? $"{model.ReturnType} {passed}" : null,
            signature.Sent is { } sent ? $"{shape.Sent} {sent}" : null,
        ];
        return string.Join(", ", parameters.OfType<string>());
    }

    /// <summary>
    /// Members that only this call needs. An argument of type dynamic would make it a call at run time, also where it is a reference.
    /// </summary>
    public static void WriteMembers(SourceWriter writer, ClassShape shape)
    {
        if (shape.Body!.Step.Signature.Current is null || !ClassNames.IsDynamic(shape.Yielded))
            return;
        writer.Line();
        writer.Line("private ref object CurrentObject => ref CurrentValue;");
    }

    private static string CurrentOf(ClassShape shape) => ClassNames.IsDynamic(shape.Yielded) ? "CurrentObject" : "CurrentValue";
}
