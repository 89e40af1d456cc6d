using CoroutineGen.Generator.Lowering;

namespace CoroutineGen.Generator.Emission;

/// <summary>
/// Writes the overrides of a body that never delegates: ways to the step that inline into a foreach, where the JIT then keeps the whole
/// coroutine off the heap if the body is small. A pure one cannot fail or be entered again while it runs, and needs no guard either.
/// </summary>
internal static class DirectWriter
{
    public static void Write(SourceWriter writer, ClassShape shape, LoweredBody body)
    {
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"public new {shape.Yielded} Current => base.DirectCurrent;");
        Override(writer, "bool MoveNext()", body.IsPure ? Pure(shape) : "base.DirectMoveNext()");
        if (shape.Sent is { } sent)
            Override(
                writer, $"bool TrySend({sent} value)",
                body.IsPure ? PureSend(shape) : $"base.DirectTrySend({ClassNames.Argument(sent, "value")})");
        // A pure body is never found running. Not to ask keeps the point in a register: what a foreach's finally reads is in memory.
        if (body.IsPure)
            Override(writer, "void Dispose()", "base.Stand(base.Return())");
        else if (body.Points.All(p => p.Protection.Count == 0))
            Override(writer, "void Dispose()", "base.DirectDispose()");
    }

    private static void Override(SourceWriter writer, string member, string value)
    {
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line(FrameworkNames.Inline);
        writer.Line($"public override {member} => {value};");
    }

    /// <summary>The receiver is gone once a coroutine has ended.</summary>
    private static string Pure(ClassShape shape)
        => (shape.HostKeepsReceiver ? "Point >= 0 && " : "") + shape.CallStep("Point", $"{FrameworkNames.Resumption}.Next", "default!");

    private static string PureSend(ClassShape shape)
        => $"Point > 0 ? {shape.CallStep("Point", $"{FrameworkNames.Resumption}.Next", ClassNames.Argument(shape.Sent!, "value"))}"
            + " : Refuse(Point)";
}
