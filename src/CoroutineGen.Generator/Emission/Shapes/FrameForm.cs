namespace CoroutineGen.Generator.Emission.Shapes;

/// <summary>
/// How a frame is stored and passed: a struct within the coroutine, by reference, so that the JIT sees its fields. Decided here only. A
/// step that cannot take references, as an asynchronous one, would need a class.
/// </summary>
internal static class FrameForm
{
    public const string Keyword = "struct";

    // ref WalkLocals f
    public static string Parameter(string type, string name) => $"ref {type} {name}";

    // ref Frame
    public static string Argument(string frame) => $"ref {frame}";

    /// <summary>Another name for a frame.</summary>
    // ref var f = ref Frame;
    public static string Alias(string name, string frame) => $"ref var {name} = ref {frame};";

    /// <summary>An empty frame.</summary>
    // default(PrintLocals)
    public static string New(string type) => $"default({type})";

    /// <summary>Clears a frame, so that it keeps nothing alive.</summary>
    // Frame = default;
    public static string Clear(string frame) => $"{frame} = default;";
}
