namespace CoroutineGen.Tests.Scenarios;

/// <summary>Something to dispose, which tells when.</summary>
public sealed class Resource : IDisposable
{
    private readonly Log log;
    private readonly string name;

    public Resource(Log log, string name)
    {
        this.log = log;
        this.name = name;
        log.Note($"open {name}");
    }

    public int Uses { get; private set; }

    public int Use() => ++Uses;

    public void Dispose() => log.Note($"dispose {name} after {Uses} uses");
}

/// <summary>A class with every kind of target in it, each of which tells when it is touched.</summary>
public sealed class Box(Log log, string name)
{
    private readonly Dictionary<int, int> items = [];
    private int p;

    public int F;
    public Pair S;
    public Box? Inner;
    public string? Text;

    public int P
    {
        get => log.Arg($"get {name}.P", p);
        set => p = log.Arg($"set {name}.P", value);
    }

    public Box B
    {
        get
        {
            log.Note($"get {name}.B");
            return Inner ??= new Box(log, name + ".B");
        }
    }

    public int this[int key]
    {
        get => log.Arg($"get {name}[{key}]", items.GetValueOrDefault(key));
        set => items[key] = log.Arg($"set {name}[{key}]", value);
    }

    public int Sum(int a, int b) => log.Arg($"{name}.Sum", a + b);

    public override string ToString()
        => $"{name}(F={F}, P={p}, S={S}, [{string.Join(" ", items.Select(item => $"{item.Key}:{item.Value}"))}])";
}

/// <summary>A struct that its own methods change: a copy in the wrong place loses the change.</summary>
public struct Pair(int x, int y)
{
    public int X = x, Y = y;

    public int Both
    {
        readonly get => X + Y;
        set => X = Y = value;
    }

    public int Add(int n) => X += n;

    public override readonly string ToString() => $"<{X} {Y}>";
}
