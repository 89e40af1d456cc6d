using System.Globalization;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Emission.Folding;
using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Emission;

/// <summary>
/// Writes the override that the runtime calls to resume the coroutine: it calls the step method. Where that is inlined, stack traces show
/// the call: it gets the line of the user's method.
/// </summary>
// protected override int Step(int point, Resumption how, int sent) => Work(ref Frame, ref CurrentValue, point, Entered(how), sent);
internal static class StepOverrideWriter
{
    public static void Write(SourceWriter writer, ClassShape shape, LoweredBody body, LineMap? map)
    {
        var lines = new LineDirectives(writer, shape.IsInlined ? map : null);
        string head = Head(shape);
        bool isFoldedByCalls = body.Step.Self == SelfDelegation.Folded;
        if (!isFoldedByCalls && !Releases(body) && shape.HasFrame)
        {
            lines.BeforeMethod();
            writer.Line($"{head} => {Call(shape, Passed(shape, body))};");
            lines.End();
            return;
        }
        writer.Open(head);
        if (isFoldedByCalls)
            WriteCalls(writer, shape, body, lines);
        else
            WriteCall(writer, shape, body, lines);
        writer.Close();
    }

    // var frame = default(PrintLocals); return Print(ref frame, point, sent);                   no hoisted variables
    // point = Lines(ref Frame, ..); if (point < 0) Release(); return point;                     held resources, and a return within
    // .. if (how != Resumption.Next && point < 0) Release(); ..                                 held resources that only unwinding leaves
    private static void WriteCall(SourceWriter writer, ClassShape shape, LoweredBody body, LineDirectives lines)
    {
        StepCall.DeclareFrame(writer, shape);
        string step = Call(shape, Passed(shape, body));
        bool releases = Releases(body);
        lines.BeforeMethod();
        writer.Line(releases ? $"point = {step};" : $"return {step};");
        lines.End();
        if (!releases)
            return;
        WriteRelease(writer, body);
        writer.Line("return point;");
    }

    /// <summary>
    /// A folded body that is not flat, in a loop: where the step has made an inner coroutine, its frame is pushed and stepped from point 0;
    /// where the step ends and frames are left, one is popped, and the caller is resumed.
    /// </summary>
    // for (;;)
    // {
    //     WalkCoroutine inner = null;
    //     ref var frame = ref Frames.Innermost(ref Frame);
    //     point = frame.This.Walk(ref frame, ref CurrentValue, ref inner, point);
    //     if (inner is not null) { Frames.Push(point) = inner.Frame; point = 0; }
    //     else if (point < 0 && Frames.Any) { point = Frames.Pop(); }
    //     else break;
    // }
    // return point;
    private static void WriteCalls(SourceWriter writer, ClassShape shape, LoweredBody body, LineDirectives lines)
    {
        string frame = ClassNames.Fresh("frame", name => name == ClassNames.Plain(shape.Model.Name));
        if (body.Step.Signature.Passed is not null)
            writer.Line($"var passed = {Passed(shape, body)};");
        writer.Open("for (;;)");
        writer.Line($"{ClassNames.Class(shape.Model)} inner = null;");
        writer.Line(shape.Form.Alias(frame, FoldWriter.Innermost));
        lines.BeforeMethod();
        writer.Line($"point = {Call(shape, ClassNames.Argument(shape.Model.ReturnType ?? "", "passed"), frame)};");
        lines.End();
        writer.Open("if (inner is not null)");
        writer.Line("Frames.Push(point) = inner.Frame;");
        writer.Line("point = 0;");
        writer.Close();
        writer.Open("else if (point < 0 && Frames.Any)");
        writer.Line("point = Frames.Pop();");
        if (body.Step.Signature.Passed is not null)
            writer.Line("passed = Returned.Take();");
        writer.Close();
        writer.Line("else");
        writer.Line("break;", 1);
        if (body.Step.Signature.How is not null)
            writer.Line($"how = {FrameworkNames.Resumption}.Next;");
        if (body.Step.Signature.Sent is not null)
            writer.Line("sent = default!;");
        writer.Close();
        WriteRelease(writer, body);
        writer.Line("return point;");
    }

    // Work(ref Frame, ref CurrentValue, point, Entered(how), sent)
    private static string Call(ClassShape shape, string passed, string? frame = null)
        => StepCall.Of(shape, "point", "Entered(how)", ClassNames.Argument(shape.Sent ?? "", "sent"), passed, frame);

    /// <summary>
    /// The result of the call behind which a folded body is resumed. Step is called at such a point only once frames have been unfolded to
    /// coroutines: then it is the result of a delegation.
    /// </summary>
    // point is 2 ? Delegated<int>() : default
    private static string Passed(ClassShape shape, LoweredBody body)
    {
        if (body.Step.Signature.Passed is null || shape.Model.ReturnType is not { } result)
            return "";
        string points = string.Join(
            " or ", body.Points.Where(p => p.IsDelegation).Select(p => p.Number.ToString(CultureInfo.InvariantCulture)));
        return $"point is {points} ? {ClassNames.Argument(result, $"Delegated<{result}>()")} : default";
    }

    /// <summary>
    /// A body that returns, or is closed, may still hold resources; its own finally blocks have run by now. Where only a close can leave it
    /// so, the JIT drops the test from a foreach, where how is a constant.
    /// </summary>
    // if (point < 0) Release();
    // if (how != Resumption.Next && point < 0) Release();
    private static void WriteRelease(SourceWriter writer, LoweredBody body)
    {
        if (!Releases(body))
            return;
        writer.Line(body.ReturnsWhileHolding || body.Step.IsFolded
            ? "if (point < 0)"
            : $"if (how != {FrameworkNames.Resumption}.Next && point < 0)");
        writer.Line("Release();", 1);
    }

    /// <summary>Whether the body may end in its step while it holds something.</summary>
    private static bool Releases(LoweredBody body)
        => body.Held.Count > 0 && (body.ReturnsWhileHolding || body.Step.Signature.How is not null);

    // protected override int Step(int point, Resumption how, int sent)
    // protected override AsyncStep<int> StepAsync(int point, Resumption how, int sent)
    public static string Head(ClassShape shape)
        => (shape.Waits ? $"protected override {FrameworkNames.AsyncStep} StepAsync(" : "protected override int Step(")
            + Parameters(shape) + ")";

    // int point, Resumption how, int sent
    private static string Parameters(ClassShape shape)
        => $"int point, {FrameworkNames.Resumption} how" + (shape.Sent is { } sent ? $", {sent} sent" : "");
}
