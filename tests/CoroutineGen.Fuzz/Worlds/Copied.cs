namespace CoroutineGen.Fuzz.Worlds;

// Records whose copies, and setters, can be seen or not.

/// <summary>Says that it is copied, and which member is set.</summary>
public record LoudRecord(World World)
{
    private int _first;

    protected LoudRecord(LoudRecord other)
    {
        World = other.World;
        _first = other.World.L(77, other._first);
        Second = other.Second;
    }

    public int First
    {
        get => _first;
        set => _first = World.L(78, value + Second);
    }

    public int Second { get; set; }
}

public record QuietRecord(int First)
{
    public int Second { get; init; }
}

public sealed record QuietSub(int First, int Third) : QuietRecord(First);

/// <summary>A copy that nothing sees, and a setter that can be seen.</summary>
public record struct LoudStruct(World World)
{
    private int _first;

    public int First
    {
        readonly get => _first;
        init => _first = World.L(79, value + Second);
    }

    public int Second { get; init; }
}
