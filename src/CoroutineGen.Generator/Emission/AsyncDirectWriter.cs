using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Emission;

/// <summary>
/// Writes the overrides of an asynchronous body that awaits nothing but its yields, and never delegates: no operation ever waits, so that
/// each is one call of the step. A pure body needs no guard: nothing in it can throw, or see a context.
/// </summary>
// public override ValueTask<bool> MoveNextAsync() => base.DirectMoveNextAsync();
//
// a pure body:
// public override ValueTask<bool> MoveNextAsync()
//     => Point < 0 ? base.NotResumed(Point) : base.StoreAndTell(Range(ref Frame, ref CurrentValue, Point));
internal static class AsyncDirectWriter
{
    public static void Write(SourceWriter writer, ClassShape shape, LoweredBody body)
    {
        bool isPure = body.Step.Guard == StepGuard.None;
        Write(writer, shape, "MoveNextAsync()", isPure, "Point < 0", "base.DirectMoveNextAsync()", "default!");
        if (shape.Sent is not { } sent)
            return;
        string value = ClassNames.Argument(sent, "value");
        Write(writer, shape, $"TrySendAsync({sent} value)", isPure, "Point <= 0", $"base.DirectTrySendAsync({value})", value);
    }

    private static void Write(
        SourceWriter writer, ClassShape shape, string member, bool isPure, string notResumed, string direct, string sent)
    {
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        if (!isPure)
        {
            writer.Line($"public override {FrameworkNames.ValueTask}<bool> {member} => {direct};");
            return;
        }
        writer.Open($"public override {FrameworkNames.ValueTask}<bool> {member}");
        StepCall.DeclareFrame(writer, shape);
        writer.Line($"if ({notResumed})");
        writer.Line("return base.NotResumed(Point);", 1);
        writer.Line($"return base.StoreAndTell({StepCall.Of(shape, "Point", "default", sent)});");
        writer.Close();
    }
}
