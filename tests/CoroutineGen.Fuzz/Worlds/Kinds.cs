using System.Collections;
using System.Runtime.CompilerServices;

namespace CoroutineGen.Fuzz.Worlds;

// What looks like something that C# knows and is the program's own: operators, conversions, collections, handlers.

/// <summary>Its sum is a string, and not a concatenation.</summary>
public readonly struct Word(int number)
{
    public int Size => number & 7;

    private int Number => number;

    public static string operator +(Word left, int right) => $"<{left.Number} and {right}>";

    public static string operator +(Word left, string? right) => $"<{left.Number} then {right}>";

    public static int operator *(int left, Word right) => left - right.Number;

    public static implicit operator string(Word word) => $"word{word.Number & 3}";

    public override string ToString() => $"as text {number}";
}

/// <summary>Computed with as a number, to which it is converted; that is seen.</summary>
public readonly struct Meter(World? world, int value)
{
    public int Size => value & 7;

    private World? World => world;

    private int Value => value;

    public static implicit operator int(Meter meter) => meter.World?.L(80, meter.Value) ?? meter.Value;

    public static implicit operator Meter(int value) => new(null, value);

    public override string ToString() => $"{value}m";
}

/// <summary>Changed in place by its operators; there is another <c>+</c> that would give something else.</summary>
public struct Score(int count)
{
    public int Count { get; private set; } = count;

    public void operator +=(int value) => Count += value;

    public void operator ++() => Count += 10;

    public static Score operator +(Score left, int right) => new(left.Count - right - 1000);

    public static Score operator --(Score tally) => new(tally.Count - 7);
}

/// <summary>The same as a class, without another <c>+</c>.</summary>
public sealed class Meeting(World world)
{
    public int Count { get; private set; }

    public Score Score = new(1);

    public Score[] Scores = [new(2), new(3)];

    public int? Spare { get; set; }

    public Meeting? Again => world.L(81, Count) == int.MinValue ? null : this;

    public List<int> Log { get; } = [];

    public int this[int index]
    {
        get => world.L(82, Log.Count + index);
        set => Log.Add(world.L(83, value + index));
    }

    public void operator +=(int value) => Count += world.L(84, value);

    public int Tell([InterpolatedStringHandlerArgument("")] MeetingText text) => world.L(85, text.Length);

    public override string ToString() => $"{Count},{Score.Count},{Scores[0].Count},{Scores[1].Count},{Spare},{string.Join("/", Log)}";
}

/// <summary>A text that is told who it is for.</summary>
[InterpolatedStringHandler]
public struct MeetingText(int literals, int holes, Meeting meeting)
{
    public int Length { get; private set; } = (literals * 10) + holes + meeting.Count;

    public void AppendLiteral(string text) => Length += text.Length;

    public void AppendFormatted<T>(T value) => Length += $"{value}".Length;
}

/// <summary>Refuses what a collection expression adds to it once there are too many, so that it is seen when Add runs.</summary>
public sealed class Bag : IEnumerable<int>
{
    private readonly List<int> _items = [];

    public int Sum => _items.Sum() + _items.Count;

    public void Add(int item)
    {
        if ((item & 7) == 3)
            throw new Blue(item);
        _items.Add(item);
    }

    public IEnumerator<int> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

[InlineArray(3)]
public struct Row
{
    private int _first;
}

[InlineArray(2)]
public struct Couple
{
    private Pair _first;
}

/// <summary>Only what is obsolete itself may use it.</summary>
[Obsolete("gone", true)]
public sealed class Old(int value)
{
    public int Value => value;

    public static Old operator +(Old left, int right) => new(left.Value - right);
}

/// <summary>A program may have another one, in its own file.</summary>
public static class Hidden
{
    public static int Value(int value) => value - 1;
}

public static class WorldExtensions
{
    public static int Retold(this World world, int value, [CallerArgumentExpression(nameof(value))] string text = "")
        => world.Told(value, text);

    public static int Among(this World world, int value, [CallerArgumentExpression(nameof(world))] string text = "")
        => world.Told(value, text);
}
