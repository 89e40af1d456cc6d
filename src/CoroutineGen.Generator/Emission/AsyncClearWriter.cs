using CoroutineGen.Generator.Emission.Shapes;

namespace CoroutineGen.Generator.Emission;

/// <summary>Writes how an asynchronous coroutine that has ended drops its frame, and the source that its token listens through.</summary>
// protected override void Clear()
// {
//     Frame = default;
//     base.Clear();
// }
internal static class AsyncClearWriter
{
    public static void Write(SourceWriter writer, ClassShape shape)
    {
        if (!shape.HasFrame)
            return;
        writer.Line();
        writer.Open("protected override void Clear()");
        if (TokenLinkWriter.Field(shape) is not null)
            writer.Line("Linked?.Dispose();");
        writer.Line(FrameForm.Clear("Frame"));
        writer.Line("base.Clear();");
        writer.Close();
    }
}
