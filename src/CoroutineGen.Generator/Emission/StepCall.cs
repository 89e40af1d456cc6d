using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Emission;

/// <summary>
/// Writes the call of the step method from within the class, and the parameters of the step. The first is always a reference to the frame,
/// whose type is private: no call that the user writes can bind to such an overload of his method. A step that waits cannot take a
/// reference: there the first is a Suspender, a struct of which the user's code has none.
/// </summary>
/// <remarks>
/// References and not the coroutine itself, so that nothing else of it is in the body's reach; and because the coroutine would escape: the
/// JIT keeps an object off the heap only as long as it goes to no call that is not inlined.
/// </remarks>
// private static int Averager(ref AveragerLocals f, ref double current, ref Returned<string> result, int point, double sent)
// private static async AsyncStep<int> Averager(Suspender<double> suspend, AveragerLocals f, AsyncReturned<string> result, int point, ..)
// protected override int Step(..) => Averager(ref Frame, ref CurrentValue, ref Returned, point, sent);
internal static class StepCall
{
    /// <summary>
    /// Declares the frame of a body without hoisted variables: a local, since even an empty struct takes room in an object.
    /// </summary>
    // var frame = default(PrintLocals);
    public static void DeclareFrame(SourceWriter writer, ClassShape shape)
    {
        if (!shape.HasFrame)
            writer.Line($"var {shape.Frame} = {FrameForm.New(shape.LocalsType)};");
    }

    /// <summary>The call of the step.</summary>
    /// <param name="shape">The class.</param>
    /// <param name="point">The point to resume at.</param>
    /// <param name="how">How it is resumed: an Unwinding.</param>
    /// <param name="sent">The value sent.</param>
    /// <param name="passed">The value that a call of itself has returned, for a folded body that is resumed behind one.</param>
    /// <param name="frame">The innermost frame, of a folded body that is not flat.</param>
    public static string Of(ClassShape shape, string point, string how, string sent, string passed = "default!", string? frame = null)
    {
        frame ??= shape.Frame;
        var signature = shape.Body!.Step.Signature;
        bool isAsync = shape.Model.IsAsync;
        string?[] arguments =
        [
            shape.Waits ? "Suspender" : null,
            shape.Form.Argument(frame),
            signature.Frames is null ? null : "ref Frames",
            signature.Current is null ? null : $"ref {CurrentOf(shape)}",
            signature.Result is null ? null : isAsync ? "Returned" : "ref Returned",
            signature.Inner is null ? null : "ref inner",
            signature.Delegator is null ? null : "Delegator",
            signature.Suspender is null || shape.Waits ? null : "Suspender",
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

    /// <summary>The parameters of the step method, in the order of the arguments of <see cref="Of"/>.</summary>
    public static string Parameters(ClassShape shape)
    {
        var signature = shape.Body!.Step.Signature;
        var model = shape.Model;
        bool isAsync = model.IsAsync;
        string? suspender = signature.Suspender is { } name ? $"{FrameworkNames.Suspender}<{shape.Yielded}> {name}" : null;
        string?[] parameters =
        [
            shape.Waits ? suspender : null,
            shape.Form.Parameter(shape.LocalsType, signature.Own ?? signature.Frame),
            signature.Frames is { } frames ? $"ref {FrameworkNames.Frames}<{shape.LocalsType}> {frames}" : null,
            signature.Current is { } current ? $"ref {shape.Yielded} {current}" : null,
            signature.Result is not { } result ? null
                : isAsync ? $"{FrameworkNames.AsyncReturned}<{model.ReturnType}> {result}"
                : $"ref {FrameworkNames.Returned}<{model.ReturnType}> {result}",
            signature.Inner is { } inner ? $"ref {ClassNames.Class(model)} {inner}" : null,
            signature.Delegator is { } delegator ? $"{FrameworkNames.Delegator}<{shape.Yielded}> {delegator}" : null,
            shape.Waits ? null : suspender,
            $"int {signature.Point}",
            signature.How is { } how ? $"{FrameworkNames.Unwinding} {how}" : null,
            signature.Passed is { } passed ? $"{model.ReturnType} {passed}" : null,
            signature.Sent is { } sent ? $"{shape.Sent} {sent}" : null,
        ];
        return string.Join(", ", parameters.OfType<string>());
    }

    /// <summary>
    /// Members that only this call needs. An argument of type dynamic, be it a reference, would make it a late-bound call.
    /// </summary>
    // private ref object CurrentObject => ref CurrentValue;      where the coroutine yields dynamic
    public static void WriteMembers(SourceWriter writer, ClassShape shape)
    {
        if (shape.Body!.Step.Signature.Current is null || !ClassNames.IsDynamic(shape.Yielded))
            return;
        writer.Line();
        writer.Line("private ref object CurrentObject => ref CurrentValue;");
    }

    private static string CurrentOf(ClassShape shape) => ClassNames.IsDynamic(shape.Yielded) ? "CurrentObject" : "CurrentValue";
}
