namespace CoroutineGen.Fuzz.Grammar;

/// <summary>What a coroutine yields, is sent and returns.</summary>
internal enum CoroutineKind
{
    /// <summary>It yields and is sent ints, and has a result.</summary>
    TwoWay,
    /// <summary>It yields ints, and has no result.</summary>
    OneWay,
    /// <summary>It yields nothing, is sent ints, and has a result (rule 13).</summary>
    Consumer,
}

/// <summary>The type that a coroutine is a method of.</summary>
internal enum HostShape
{
    Instance,
    Static,
    GenericMethod,
    GenericClass,
    PrimaryConstructor,
    Struct,
    Record,
    Interface,
}

/// <summary>Where a coroutine is declared, and what follows from it for how it is made and for what its body says.</summary>
internal sealed record Placement(HostShape Shape, int Index, CoroutineKind Kind, string CellType)
{
    public static Placement Choose(Dice dice, int index) => new(
        (HostShape)dice.Weighted(40, 18, 8, 8, 6, 8, 6, 6),
        index,
        (CoroutineKind)dice.Weighted(70, 18, 12),
        dice.Of("StructCell", "ClassCell"));

    /// <summary>The same with a type parameter, where it can have one.</summary>
    public Placement Generic() => Shape == HostShape.Instance ? this with { Shape = HostShape.GenericMethod } : this;

    public bool IsGeneric => Shape is HostShape.GenericMethod or HostShape.GenericClass;

    /// <summary>What stands before a member of the world.</summary>
    public string Prefix => Shape is HostShape.Instance or HostShape.GenericMethod ? "" : "h.";

    /// <summary>The world itself.</summary>
    public string World => Prefix.Length == 0 ? "this" : "h";

    /// <summary>A lambda of a struct cannot use its fields: there it uses a copy.</summary>
    public bool NeedsCopyForLambdas => Shape == HostShape.Struct;

    /// <summary>Whether it awaits.</summary>
    public bool IsAsync { get; init; }

    /// <summary>What it returns a task of: <c>ValueTask</c> instead of <c>Task</c>.</summary>
    public bool ReturnsValueTask { get; init; }

    /// <summary>The name of the type around it, where that is unusual.</summary>
    public string? HostName { get; init; }

    private string Type => HostName ?? $"Part{Index}";

    private string Arguments => (Shape == HostShape.Static ? "this, " : "") + "a, b" + (IsGeneric ? $", new {CellType}(a)" : "");

    private string Target => Shape switch
    {
        HostShape.Instance or HostShape.Static => $"C{Index}",
        HostShape.GenericMethod => $"C{Index}<{CellType}, string>",
        HostShape.GenericClass => $"new {Type}<{CellType}, string>(this).C{Index}",
        HostShape.Interface => $"((I{Type})new {Type}(this)).C{Index}",
        _ => $"new {Type}(this).C{Index}",
    };

    /// <summary>The coroutine, as an expression.</summary>
    public string Made => $"{Target}({Arguments})";

    /// <summary>The method that it was made of, behind the reference's rules.</summary>
    public string Reference => IsAsync ? AsyncReference : Kind switch
    {
        CoroutineKind.TwoWay => $"new Reference<int, int, int>(yield => {Target}({Arguments}, new(yield)))",
        CoroutineKind.OneWay => $"new Reference<int, Unit, int>(yield => {{ {Target}({Arguments}, new(v => yield(v))); return 0; }})",
        _ => $"new Reference<Unit, int, int>(yield => {Target}({Arguments}, new(() => yield(default))))",
    };

    private string AsyncReference => Kind switch
    {
        CoroutineKind.TwoWay => $"new AsyncReference<int, int, int>(async yield => await {Target}({Arguments}, new(yield)))",
        CoroutineKind.OneWay => $"new AsyncReference<int, Unit, int>(async yield => {{ await {Target}({Arguments}, new(async v => await yield(v))); return 0; }})",
        _ => $"new AsyncReference<Unit, int, int>(async yield => await {Target}({Arguments}, new(() => yield(default))))",
    };

    /// <summary>A coroutine of the same method, as its own body makes it.</summary>
    public string Again(string a, string b) => Shape switch
    {
        HostShape.Static => $"C{Index}(h, {a}, {b})",
        HostShape.GenericMethod => $"C{Index}<T, U>({a}, {b}, cell)",
        HostShape.GenericClass => $"C{Index}({a}, {b}, cell)",
        _ => $"C{Index}({a}, {b})",
    };

    /// <summary>The declaration of the method, up to its body.</summary>
    public string Head
    {
        get
        {
            string result = Kind == CoroutineKind.OneWay ? "void" : "int";
            string yield = Kind switch { CoroutineKind.TwoWay => "Yield<int, int>", CoroutineKind.OneWay => "Yield<int>", _ => "Receive<int>" };
            if (IsAsync)
            {
                string task = "System.Threading.Tasks." + (ReturnsValueTask ? "ValueTask" : "Task");
                (result, yield) = ("async " + (Kind == CoroutineKind.OneWay ? task : $"{task}<int>"), "Async" + yield);
            }
            string parameters = (Shape == HostShape.Static ? "Host h, " : "") + "int a, int b, " + (IsGeneric ? "T cell, " : "");
            string modifiers = Shape switch { HostShape.Static => "public static", HostShape.Struct => "public readonly", _ => "public" };
            return Shape == HostShape.GenericMethod
                ? $"{modifiers} {result} C{Index}<T, U>({parameters}{yield} yield) where T : ICell<T> where U : class"
                : $"{modifiers} {result} C{Index}({parameters}{yield} yield)";
        }
    }

    /// <summary>The type around it, where that is not the world itself.</summary>
    public string? TypeHead => Shape switch
    {
        HostShape.GenericClass => $"public sealed partial class {Type}<T, U>(Host world) where T : ICell<T> where U : class",
        HostShape.PrimaryConstructor => $"public sealed partial class {Type}(Host h)",
        HostShape.Struct => $"public partial struct {Type}(Host world)",
        HostShape.Record => $"public sealed partial record {Type}(Host h)",
        HostShape.Interface => $"public partial interface I{Type}",
        _ => null,
    };

    /// <summary>How the type around it has the world.</summary>
    public string Field => Shape switch
    {
        HostShape.GenericClass or HostShape.Struct => "    private readonly Host h = world;",
        HostShape.Interface => "    Host h { get; }",
        _ => "",
    };

    /// <summary>What else it takes.</summary>
    public string Companion => Shape == HostShape.Interface
        ? $"public sealed class {Type}(Host world) : I{Type} {{ public Host h => world; }}"
        : "";
}
