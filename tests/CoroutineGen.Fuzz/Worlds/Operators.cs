namespace CoroutineGen.Fuzz.Worlds;

/// <summary>A type whose additions give strings; they are no concatenations.</summary>
public sealed class Label(int value)
{
    public int Value => value;

    public static string operator +(Label left, string right) => $"{left.Value}~{right}";

    public static string operator +(string left, Label right) => $"{left}~{right.Value}";
}

/// <summary>A struct with operators of its instances, and a static one that does something else.</summary>
public struct Tally(int count)
{
    public int Count = count;

    public static Tally operator +(Tally left, int right) => new(left.Count + (100 * right));

    public void operator +=(int right) => Count += right;

    public void operator ++() => Count += 3;
}

/// <summary>An int by its conversions.</summary>
public struct Metres(int value)
{
    public int Value = value;

    public static implicit operator Metres(int value) => new(value + 1);

    public static implicit operator int(Metres value) => value.Value * 2;
}
