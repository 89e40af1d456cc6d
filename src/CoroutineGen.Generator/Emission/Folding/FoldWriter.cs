using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Naming;

namespace CoroutineGen.Generator.Emission.Folding;

/// <summary>
/// Writes what a method that delegates to itself has instead of inner coroutines: a stack of frames, as a recursive method has; and Unfold,
/// which makes inner coroutines of the frames when somebody has to see them.
/// </summary>
internal static class FoldWriter
{
    /// <summary>The frame of the innermost call, as the class names it.</summary>
    public const string Innermost = "Frames.Innermost(ref Frame)";

    // private Frames<WalkLocals> Frames;
    public static void WriteFields(SourceWriter writer, ClassShape shape)
    {
        writer.Line($"private {FrameworkNames.Frames}<{shape.LocalsType}> Frames;");
    }

    public static void Write(SourceWriter writer, ClassShape shape)
    {
        string self = ClassNames.Class(shape.Model);
        writer.Line();
        writer.Line($"private {shape.Model.ClassName}({shape.LocalsType} frame) => Frame = frame;");
        writer.Line();
        WriteUnfold(writer, shape, self);
        writer.Line();
        writer.Line("protected override int OwnPoint => Frames.OutermostPoint(base.OwnPoint);");
    }

    // protected override void Clear() { Frame = default; Frames = default; }
    public static void WriteClear(SourceWriter writer)
    {
        writer.Open("protected override void Clear()");
        writer.Line(FrameForm.Clear("Frame"));
        writer.Line("Frames = default;");
        writer.Close();
    }

    /// <summary>Writes how frames become coroutines: from the innermost to the outermost, each delegating to the one before.</summary>
    // protected override bool Unfold()
    // {
    //     if (!Frames.Any) return false;
    //     var inner = new WalkCoroutine(Frames.Innermost(ref Frame)); ..
    //     for (;;) { int point = Frames.Pop(); .. outer.AttachInner(point, inner); inner = outer; }
    // }
    private static void WriteUnfold(SourceWriter writer, ClassShape shape, string self)
    {
        writer.Open("protected override bool Unfold()");
        writer.Line("if (!Frames.Any)");
        writer.Line("return false;", 1);
        writer.Line($"var inner = new {self}({Innermost});");
        writer.Line("inner.CurrentValue = DirectCurrent;");
        writer.Line("inner.Point = Point;");
        writer.Line("for (;;)");
        writer.Line("{");
        writer.Indent++;
        writer.Line("int point = Frames.Pop();");
        writer.Line("if (!Frames.Any)");
        writer.Line("{");
        writer.Line("AttachInnerAsRoot(point, inner);", 1);
        writer.Line("return true;", 1);
        writer.Line("}");
        writer.Line($"var outer = new {self}({Innermost});");
        writer.Line("outer.AttachInner(point, inner);");
        writer.Line("inner = outer;");
        writer.Close();
        writer.Close();
    }
}
