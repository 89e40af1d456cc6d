namespace CoroutineGen.Fuzz.Worlds;

// What generic coroutines have values of: a class and a struct behind one constraint. What is done with a value of a type parameter is done
// to the object of a class, and to the variable of a struct.

public interface ICell<TSelf>
    where TSelf : ICell<TSelf>
{
    int Count { get; set; }

    int this[int index] { get; set; }

    static abstract int Twice(int value);

    int Add(int value);
}

public sealed class ClassCell(int count) : ICell<ClassCell>
{
    public int Count { get; set; } = count;

    public int this[int index]
    {
        get => Count + index;
        set => Count = value - index;
    }

    public static int Twice(int value) => 2 * value;

    public int Add(int value) => Count += value;
}

public struct StructCell(int count) : ICell<StructCell>
{
    public int Count { readonly get; set; } = count;

    public int this[int index]
    {
        readonly get => Count - index;
        set => Count = value + index;
    }

    public static int Twice(int value) => (2 * value) + 1;

    public int Add(int value) => Count += value;
}

/// <summary>Short-circuits by operators of its own.</summary>
public readonly struct Flag(bool value)
{
    private bool Value { get; } = value;

    public static bool operator true(Flag flag) => flag.Value;

    public static bool operator false(Flag flag) => !flag.Value;

    public static Flag operator &(Flag left, Flag right) => new(left.Value && right.Value);

    public static Flag operator |(Flag left, Flag right) => new(left.Value || right.Value);

    public static implicit operator Flag(bool value) => new(value);
}

/// <summary>What <c>with</c> copies.</summary>
public sealed record Point(int X, int Y)
{
    public int Sum() => X + (3 * Y);
}

public static class PairExtensions
{
    public static int Push(this ref Pair pair, int value) => pair.X += value;

    public static int Weigh(this in Pair pair, int value) => pair.X - pair.Y + value;
}
