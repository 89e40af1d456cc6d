using System.Runtime.CompilerServices;

namespace CoroutineGen.Fuzz.Worlds;

// What C# knows by its shape, or that is declared in a way of its own.

/// <summary>Enumerated by its shape: there is no interface.</summary>
public sealed class Shaped(World world, int count)
{
    public Steps GetEnumerator()
    {
        world.L(70, count);
        return new(world, count);
    }

    public sealed class Steps(World world, int count)
    {
        private int _at;

        public int Current => world.L(71, _at * 10);

        public bool MoveNext() => world.L(72, ++_at) <= count;
    }
}

/// <summary>Enumerated by an extension.</summary>
public sealed record Countable(World World, int Count);

public static class CountableExtensions
{
    public static Shaped.Steps GetEnumerator(this Countable countable) => new Shaped(countable.World, countable.Count).GetEnumerator();
}

/// <summary>Enumerated and disposed of by its shape, within one step.</summary>
public readonly struct Passing(World world, int count)
{
    public Steps GetEnumerator() => new(world, count);

    public ref struct Steps(World world, int count)
    {
        private int _at;

        public readonly int Current => _at;

        public bool MoveNext() => world.L(74, ++_at) <= count;

        public readonly void Dispose() => world.L(75, count);
    }
}

public struct Settings
{
    public required int First { get; init; }

    public int Second { get; init; }
}

/// <summary>A text that logs its parts.</summary>
[InterpolatedStringHandler]
public struct LoggedText(int literals, int holes, World world)
{
    public int Length { get; private set; } = (literals * 10) + holes;

    public void AppendLiteral(string text) => Length += text.Length;

    public void AppendFormatted(int value) => Length += world.L(76, value);
}
