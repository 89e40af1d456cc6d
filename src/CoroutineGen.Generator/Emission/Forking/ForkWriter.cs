using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Emission.Forking;

/// <summary>Writes how a coroutine is forked: the two methods that users call, and what the runtime asks of the class.</summary>
// public RangeCoroutine Fork()
// {
//     var twin = (RangeCoroutine)ForkFrame();
//     if ((uint)Point >= Delegating)
//         ForkTo(twin, null);                   running, closed, or within a chain
//     return twin;
// }
// protected override CoroutineCore<int> ForkFrame()
//     => new RangeCoroutine { Frame = Frame, CurrentValue = CurrentValue, Point = Point };
internal static class ForkWriter
{
    public static void Write(SourceWriter writer, ClassShape shape, LoweredBody body, ForkShape fork)
    {
        string self = ClassNames.Class(shape.Model);
        EmptyConstructor.Write(writer, shape);
        WriteFork(writer, self, fork, body.Points.Count, body.Step.IsFolded);
        WriteForkWith(writer, self);
        WriteFrame(writer, shape, body, self);
        if (!fork.IsAlone)
        {
            var together = fork.PointsTogether(body.Points.Count, body.Step.IsFolded);
            string test = together.Count == 0 ? "false" : $"!(point is {ForkedVariablesWriter.Pattern(together, body.Points.Count)})";
            writer.Line();
            writer.Line($"protected override bool ForksAlone(int point) => {test};");
        }
        ForkedVariablesWriter.Write(writer, shape, body, fork);
    }

    /// <summary>The methods of a class whose body has errors, so that their callers bind.</summary>
    public static void WriteStub(SourceWriter writer, ClassShape shape)
    {
        string self = ClassNames.Class(shape.Model);
        writer.Line();
        writer.Line($"public {self} Fork() => throw new {FrameworkNames.NotSupported}();");
        writer.Line();
        writer.Line($"public {self} Fork({FrameworkNames.Forker} forker) => throw new {FrameworkNames.NotSupported}();");
    }

    private static void WriteFork(SourceWriter writer, string self, ForkShape fork, int points, bool isFolded)
    {
        writer.Line();
        writer.Line("/// <summary>Makes another coroutine that stands where this one stands, with variables of its own.</summary>");
        writer.Line("/// <returns>The other coroutine.</returns>");
        writer.Open($"public {self} Fork()");
        writer.Line($"var twin = ({self})ForkFrame();");
        if (fork.IsAlone || fork.PointsTogether(points, isFolded).Count > 0)
        {
            writer.Line($"if ((uint)Point >= Delegating{(fork.IsAlone ? "" : " || !ForksAlone(Point)")})");
            writer.Line("ForkTo(twin, null);", 1);
            if (fork.Variables.Any(v => v.Way is ForkWay.Environment or ForkWay.Box))
            {
                writer.Line("else");
                writer.Line("twin.ForkVariables(Point, null);", 1);
            }
        }
        else
        {
            writer.Line("ForkTo(twin, null);");
        }
        writer.Line("return twin;");
        writer.Close();
    }

    private static void WriteForkWith(SourceWriter writer, string self)
    {
        writer.Line();
        writer.Line("/// <summary>The same, where a forker decides which objects are shared.</summary>");
        writer.Line("/// <param name=\"forker\">Gives what the variables of the other coroutine hold.</param>");
        writer.Line("/// <returns>The other coroutine.</returns>");
        writer.Open($"public {self} Fork({FrameworkNames.Forker} forker)");
        writer.Line($"var twin = ({self})ForkFrame();");
        writer.Line($"ForkTo(twin, forker ?? throw new {FrameworkNames.ArgumentNull}(nameof(forker)));");
        writer.Line("return twin;");
        writer.Close();
    }

    private static void WriteFrame(SourceWriter writer, ClassShape shape, LoweredBody body, string self)
    {
        string?[] fields =
        [
            shape.HasFrame ? "Frame = Frame" : null,
            body.Step.IsFolded ? "Frames = Frames.Fork()" : null,
            "CurrentValue = CurrentValue",
            shape.Model.ReturnType is null ? null : "Returned = Returned",
            "Point = Point",
        ];
        writer.Line();
        writer.Line($"protected override {FrameworkNames.CoroutineCore}<{shape.Yielded}> ForkFrame()");
        writer.Line($"=> new {self} {{ {string.Join(", ", fields.OfType<string>())} }};", 1);
    }
}
