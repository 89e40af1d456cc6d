using System.Collections;

namespace CoroutineGen.Fuzz.Worlds;

// What fuzz programs are made of besides ints: a class and a struct with fields, logging properties and methods; resources and
// sequences that log what is done with them.

public sealed class Box(World world)
{
    private int _value;

    public int Field;
    public Pair Inner = new(1, 2);
    public Box? Next;

    public int Value
    {
        get => world.L(50, _value);
        set => _value = world.L(51, value);
    }

    public int? Spare
    {
        get;
        set => field = world.L(57, value ?? -1);
    }

    public int this[int index]
    {
        get => world.L(52, _value + index);
        set => _value = world.L(53 + (index & 1), value);
    }

    public int Plus(int value) => world.L(55, Field + value);

    public override string ToString()
    {
        world.L(56, Field);
        return "box" + Field;
    }
}

public struct Pair(int x, int y)
{
    public int X = x;
    public int Y = y;

    /// <summary>Changes the struct: lost where it is called on a copy.</summary>
    public int Add(int value)
    {
        X += value;
        return X + Y;
    }

    public int Sum() => X + Y;

    public int Value
    {
        readonly get => X;
        set => X = value;
    }

    public readonly void Deconstruct(out int a, out int b) => (a, b) = (X, Y);

    public static Pair operator +(Pair left, Pair right) => new(left.X + right.X, left.Y + right.Y);

    public static implicit operator Pair(int value) => new(value, 0);
}

/// <summary>Logs its disposal, and may fail at it.</summary>
public sealed class Resource(World world, int id, bool fails = false) : IDisposable
{
    public void Dispose()
    {
        world.L(60, id);
        if (fails)
            throw new Blue(id);
    }
}

/// <summary>The same as a struct, which is disposed of in place: its count shows copies.</summary>
public struct ResourceStruct(World world, int id) : IDisposable
{
    private int _count = id;

    public int Count() => ++_count;

    public void Dispose() => world.L(61, ++_count);
}

/// <summary>A sequence whose enumerator logs each step and its disposal.</summary>
public sealed class Sequence(World world, int count) : IEnumerable<int>
{
    public IEnumerator<int> GetEnumerator()
    {
        world.L(62, count);
        return new Enumerator(world, count);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class Enumerator(World world, int count) : IEnumerator<int>
    {
        private int _at;

        public int Current => _at * 10;

        object IEnumerator.Current => Current;

        public bool MoveNext() => world.L(63, ++_at) <= count;

        public void Dispose() => world.L(64, _at);

        public void Reset() => throw new NotSupportedException();
    }
}

/// <summary>Enumerated by pattern, with a struct that counts in place.</summary>
public sealed class Countdown(World world, int from)
{
    public Enumerator GetEnumerator() => new(world, from);

    public struct Enumerator(World world, int from)
    {
        private int _at = from;

        public readonly int Current => _at;

        public bool MoveNext() => --_at >= 0;

        public readonly void Dispose() => world.L(65, _at);
    }
}
