namespace CoroutineGen.Generator.Emission;

/// <summary>
/// Writes the overrides of a pure body: it cannot throw or be entered again while it runs, so it needs no guard, and what is left is
/// small enough to inline into a foreach, where the JIT then keeps the whole coroutine off the heap.
/// </summary>
internal static class PureWriter
{
    public static void Write(SourceWriter writer, ClassShape shape)
    {
        string step = shape.CallStep("Point", $"{FrameworkNames.Resumption}.Next", "default!");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line(FrameworkNames.Inline);
        if (!shape.HoldsReferences)
        {
            writer.Line($"public override bool MoveNext() => (Point = {step}) > 0;");
        }
        else
        {
            writer.Open("public override bool MoveNext()");
            if (shape.HostKeepsReceiver)
            {
                writer.Line("if (Point < 0)");
                writer.Line("return false;", 1);
            }
            writer.Line($"if ((Point = {step}) > 0)");
            writer.Line("return true;", 1);
            writer.Line("Frame = default;");
            writer.Line("return false;");
            writer.Close();
        }
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line(FrameworkNames.Inline);
        if (!shape.HoldsReferences)
        {
            writer.Line("public override void Dispose() => Point = base.Return();");
        }
        else
        {
            writer.Open("public override void Dispose()");
            writer.Line("Point = base.Return();");
            writer.Line("Frame = default;");
            writer.Close();
        }
    }
}
