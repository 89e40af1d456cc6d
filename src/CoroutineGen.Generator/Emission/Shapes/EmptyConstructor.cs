namespace CoroutineGen.Generator.Emission.Shapes;

/// <summary>Writes the constructor of a coroutine whose frame is filled by others, where there is no such already.</summary>
// private RangeCoroutine() { }
internal static class EmptyConstructor
{
    public static void Write(SourceWriter writer, ClassShape shape)
    {
        if (shape.Model.Parameters.Count == 0 && !shape.HostKeepsReceiver)
            return;
        writer.Line();
        writer.Open($"private {shape.Model.ClassName}()");
        writer.Close();
    }
}
