using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Emission;

/// <summary>
/// Writes the overrides of a body that never delegates: ways to the step that inline into a foreach, where the JIT then keeps the whole
/// coroutine off the heap if the body is small. A pure one cannot fail or be entered again while it runs, and needs no guard either.
/// </summary>
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
        // A pure body is never found running. Not to ask keeps the point in a register: what a foreach's finally reads is in memory.
        if (isPure)
            Override(writer, "void Dispose()", "base.PureDispose()");
        else if (body.Step.Signature.How is null)
            Override(writer, "void Dispose()", "base.DirectDispose()");
    }

    /// <summary>
    /// Ends a member in two constants instead of in the value itself: inlined where the type was guessed, that value would be copied once
    /// more before it is tested, and what the JIT knows of the two ways would be lost where they join.
    /// </summary>
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

    /// <summary>The receiver is gone once a coroutine has ended.</summary>
    private static string Pure(ClassShape shape)
        => (shape.HostKeepsReceiver ? "Point >= 0 && " : "") + $"base.StoreAndTell({Step(shape, "default!")})";

    private static string Step(ClassShape shape, string sent) => StepCall.Of(shape, "Point", "default", sent);
}
