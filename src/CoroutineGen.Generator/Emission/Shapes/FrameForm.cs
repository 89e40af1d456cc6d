namespace CoroutineGen.Generator.Emission.Shapes;

/// <summary>
/// How a frame is kept and passed: as a struct within the coroutine, by reference, so that the JIT sees its fields. Decided here only. What
/// cannot take references, as an asynchronous step, would need a class.
/// </summary>
internal static class FrameForm
{
    public const string Keyword = "struct";

    public static string Parameter(string type, string name) => $"ref {type} {name}";

    public static string Argument(string frame) => $"ref {frame}";

    /// <summary>Another name for a frame.</summary>
    public static string Alias(string name, string frame) => $"ref var {name} = ref {frame};";

    /// <summary>A frame in which nothing has been stored.</summary>
    public static string New(string type) => $"default({type})";

    /// <summary>Lets go of what a frame keeps alive.</summary>
    public static string Clear(string frame) => $"{frame} = default;";
}
