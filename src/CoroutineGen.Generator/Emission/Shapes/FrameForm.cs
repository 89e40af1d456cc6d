namespace CoroutineGen.Generator.Emission.Shapes;

/// <summary>
/// How a frame is stored and passed, which is decided here only: a struct within the coroutine, by reference, so that the JIT sees its
/// fields; or, for a step that awaits and so cannot take references, an object.
/// </summary>
internal sealed class FrameForm
{
    private readonly bool _isObject;

    private FrameForm(bool isObject) => _isObject = isObject;

    public static FrameForm Struct { get; } = new(isObject: false);

    public static FrameForm Object { get; } = new(isObject: true);

    public string Keyword => _isObject ? "sealed class" : "struct";

    /// <summary>The field of the coroutine.</summary>
    // private WalkLocals Frame;
    // private WalkLocals Frame = new WalkLocals();
    public string Field(string type) => _isObject ? $"private {type} Frame = new {type}();" : $"private {type} Frame;";

    // ref WalkLocals f
    // WalkLocals f
    public string Parameter(string type, string name) => _isObject ? $"{type} {name}" : $"ref {type} {name}";

    // ref Frame
    // Frame
    public string Argument(string frame) => _isObject ? frame : $"ref {frame}";

    /// <summary>Another name for a frame.</summary>
    // ref var f = ref Frame;
    // var f = Frame;
    public string Alias(string name, string frame) => _isObject ? $"var {name} = {frame};" : $"ref var {name} = ref {frame};";

    /// <summary>An empty frame: of a body that keeps nothing, for which no object is made.</summary>
    // default(PrintLocals)
    public static string New(string type) => $"default({type})";

    /// <summary>Clears a frame, so that it keeps nothing alive.</summary>
    // Frame = default;
    public static string Clear(string frame) => $"{frame} = default;";
}
