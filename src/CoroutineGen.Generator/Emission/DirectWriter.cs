using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Emission;

/// <summary>
/// Writes the overrides of a body that never delegates: calls of the step that inline into a foreach, where the JIT then keeps the whole
/// coroutine off the heap if the body is small (escape analysis). A pure body can neither throw nor be resumed while it runs: it needs no
/// guard.
/// </summary>
// public override bool MoveNext() { if (base.DirectMoveNext()) return true; return false; }
// public override void Dispose() => base.DirectDispose();
//
// a pure body:
// public override bool MoveNext()
// {
//     if (base.StoreAndTell(Range(ref Frame, ref CurrentValue, Point))) return true; return false;
// }
// public override void Dispose() => base.PureDispose();
internal static class DirectWriter
{
    public static void Write(SourceWriter writer, ClassShape shape, LoweredBody body)
    {
        bool isPure = body.Step.Guard == StepGuard.None;
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public new {shape.Yielded} Current => base.DirectCurrent;");
        Head(writer);
        writer.Open("public override bool MoveNext()");
        if (isPure)
            StepCall.DeclareFrame(writer, shape);
        Answer(writer, "if", isPure ? Pure(shape) : "base.DirectMoveNext()");
        if (shape.Sent is { } sent)
        {
            string value = ClassNames.Argument(sent, "value");
            Head(writer);
            writer.Open($"public override bool TrySend({sent} value)");
            if (isPure)
            {
                StepCall.DeclareFrame(writer, shape);
                writer.Line("if (Point <= 0)");
                writer.Line("ThrowUnlessClosed(Point);", 1);
                Answer(writer, "else if", $"base.StoreAndTell({Step(shape, value)})");
            }
            else
            {
                Answer(writer, "if", $"base.DirectTrySend({value})");
            }
        }
        // A pure body is never found running; a test of that in the finally block of a foreach would force Point into memory.
        if (isPure)
            Override(writer, "void Dispose()", "base.PureDispose()");
        else if (body.Step.Signature.How is null && body.Held.Count == 0)
            Override(writer, "void Dispose()", "base.DirectDispose()");
    }

    /// <summary>
    /// Ends a member with two constant returns, not with the value. Inlined by guarded devirtualization, the value would be copied before
    /// it is tested, and what the JIT knows on each of the two paths would be lost where they join.
    /// </summary>
    // if (base.DirectMoveNext()) return true; return false;
    private static void Answer(SourceWriter writer, string keyword, string value)
    {
        writer.Line($"{keyword} ({value})");
        writer.Line("return true;", 1);
        writer.Line("return false;");
        writer.Close();
    }

    private static void Override(SourceWriter writer, string member, string value)
    {
        Head(writer);
        writer.Line($"public override {member} => {value};");
    }

    private static void Head(SourceWriter writer)
    {
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line(FrameworkNames.Inline);
    }

    /// <summary>
    /// The call of a pure step. With a receiver it is not made once the coroutine is closed: the frame is cleared, This is null.
    /// </summary>
    private static string Pure(ClassShape shape)
        => (shape.HostKeepsReceiver ? "Point >= 0 && " : "") + $"base.StoreAndTell({Step(shape, "default!")})";

    private static string Step(ClassShape shape, string sent) => StepCall.Of(shape, "Point", "default", sent);
}
