namespace CoroutineGen.Generator.Emission;

/// <summary>
/// Writes what a method that delegates to itself has instead of inner coroutines: frames, as a recursive method has them on the stack, and
/// the way back to coroutines for whoever asks for them.
/// </summary>
internal static class FoldWriter
{
    /// <summary>The frame that runs now, as the class names it.</summary>
    public const string Innermost = "Frames.Innermost(ref Frame)";

    public static void WriteFields(SourceWriter writer, ClassShape shape)
    {
        writer.Line($"private {FrameworkNames.Frames}<{shape.LocalsType}> Frames;");
        if (shape.Model.ReturnType is { } result)
            writer.Line($"private {result} Passed;");
    }

    public static void Write(SourceWriter writer, ClassShape shape)
    {
        string self = ClassNames.Class(shape.Model);
        writer.Line();
        writer.Line($"private {shape.Model.ClassName}({shape.LocalsType} frame) => Frame = frame;");
        writer.Line();
        if (shape.Body!.OwnName is null)
        {
            writer.Line("// yield.From of the method itself: its frame becomes the innermost one of this coroutine.");
            writer.Open($"internal int Call(int point, {self} inner)");
            writer.Line("Frames.Push(point) = inner.Frame;");
            writer.Line("return Calling;");
            writer.Close();
            writer.Line();
            WriteReturn(writer, shape);
            writer.Line();
        }
        else if (shape.Model.ReturnType is { } result)
        {
            writer.Line($"internal void Pass({result} result) => Passed = result;");
            writer.Line();
            writer.Open("internal new int Return()");
            writer.Line("var result = Passed;");
            writer.Line("Passed = default!;");
            writer.Line($"return base.Return({ClassNames.Argument(result, "result")});");
            writer.Close();
            writer.Line();
            WriteDelegated(writer, result);
            writer.Line();
        }
        WriteUnfold(writer, shape, self);
    }

    public static void WriteClear(SourceWriter writer, ClassShape shape)
    {
        writer.Open("protected override void Clear()");
        writer.Line("Frame = default;");
        writer.Line("Frames = default;");
        if (shape.Model.ReturnType is not null)
            writer.Line("Passed = default!;");
        writer.Close();
    }

    private static void WriteReturn(SourceWriter writer, ClassShape shape)
    {
        if (shape.Model.ReturnType is not { } result)
        {
            writer.Line("internal new int Return() => Frames.Any ? Calling + Frames.Pop() : base.Return();");
            return;
        }
        writer.Open($"internal new int Return({result} result)");
        writer.Line("if (!Frames.Any)");
        writer.Line($"return base.Return({ClassNames.Argument(result, "result")});", 1);
        writer.Line("Passed = result;");
        writer.Line("return Calling + Frames.Pop();");
        writer.Close();
        writer.Line();
        WriteDelegated(writer, result);
    }

    private static void WriteDelegated(SourceWriter writer, string result)
    {
        writer.Open($"internal new {result} Delegated<TResult>()");
        writer.Line("if (HasInner)");
        writer.Line($"return base.Delegated<{result}>();", 1);
        writer.Line("var result = Passed;");
        writer.Line("Passed = default!;");
        writer.Line("return result;");
        writer.Close();
    }

    private static void WriteUnfold(SourceWriter writer, ClassShape shape, string self)
    {
        writer.Open("protected override bool Unfold()");
        writer.Line("if (!Frames.Any)");
        writer.Line("return false;", 1);
        if (shape.Model.ReturnType is not null)
            writer.Line("Passed = default!;");
        writer.Line($"var inner = new {self}({Innermost});");
        writer.Line("inner.Point = inner.Yield(Point, DirectCurrent);");
        writer.Line("for (;;)");
        writer.Line("{");
        writer.Indent++;
        writer.Line("int point = Frames.Pop();");
        writer.Line("if (!Frames.Any)");
        writer.Line("{");
        writer.Line("HaveWaitedFor(point, inner);", 1);
        writer.Line("return true;", 1);
        writer.Line("}");
        writer.Line($"var outer = new {self}({Innermost});");
        writer.Line("outer.WaitFor(point, inner);");
        writer.Line("inner = outer;");
        writer.Close();
        writer.Close();
    }
}
