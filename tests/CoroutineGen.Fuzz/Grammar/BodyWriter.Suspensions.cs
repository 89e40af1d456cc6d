namespace CoroutineGen.Fuzz.Grammar;

internal sealed partial class BodyWriter
{
    /// <summary>A yield or a delegation that has a value, where one can stand.</summary>
    private string Suspension(int depth)
    {
        if (_verbatim > 0 || _yields <= 0)
            return Leaf();
        _yields--;
        int slot = dice.Next(3);
        int later = Later(false);
        return dice.Weighted(IsOneWay ? 0 : 70, 14, 8) switch
        {
            0 => $"yield({Int(depth)})",
            1 when later > 0 => $"yield.From({host}{dice.Of("Make", "Make", "Foreign")}({later}, {Int(depth)}, {Leaf()}))",
            2 when !oneWay[slot % oneWay.Length] => $"yield.From({host}Shared({slot}))",
            _ => IsOneWay ? Leaf() : $"yield({Leaf()})",
        };
    }

    /// <summary>One whose value, if it has any, nobody wants.</summary>
    private string SuspendedStatement()
    {
        int later = Later(true);
        switch (dice.Weighted(55, 10, 10, 10))
        {
            case 1 when later > 0:
                return $"yield.From({host}Iterate({later}, {Int(1)}, {Leaf()}))";
            case 2:
                return $"yield.From(new Sequence({self}, {Small(1)}))";
            case 3:
                return $"yield.From({dice.Of(host + "A", host + "List", $"new[] {{ {Int(2)}, {Leaf()} }}")})";
            default:
                string text = Suspension(2);
                return !text.StartsWith("yield", StringComparison.Ordinal) ? $"yield({text})" : text;
        }
    }

    /// <summary>A coroutine of that kind that comes after this one; 0, which comes after none, where there is none.</summary>
    private int Later(bool isOneWay)
    {
        var fitting = Enumerable.Range(index + 1, oneWay.Length - index - 1).Where(i => oneWay[i] == isOneWay).ToArray();
        return fitting.Length == 0 ? 0 : fitting[dice.Next(fitting.Length)];
    }
}
