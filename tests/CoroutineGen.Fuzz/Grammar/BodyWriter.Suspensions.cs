namespace CoroutineGen.Fuzz.Grammar;

internal sealed partial class BodyWriter
{
    /// <summary>A yield or a delegation that has a value, where one can stand.</summary>
    private string Suspension(int depth)
    {
        if (_verbatim > 0 || _yields <= 0)
            return Leaf();
        _yields--;
        if (folds)
            return IsOneWay ? Leaf() : Yield(depth);
        int slot = dice.Next(3);
        // A one-way coroutine delegates to two-way ones for their results; a consumer, only to consumers.
        var inner = own.Kind == CoroutineKind.Consumer ? CoroutineKind.Consumer : CoroutineKind.TwoWay;
        string generic = inner == CoroutineKind.Consumer ? "Consumer" : "";
        int later = Later(inner);
        return dice.Weighted(IsOneWay ? 0 : 70, 14, 8) switch
        {
            0 => Yield(depth),
            1 when later > 0 => $"yield.From({Host}{(generic.Length > 0 ? "MakeConsumer" : dice.Of("Make", "Make", "Foreign"))}({later}, {Int(depth)}, {Leaf()}))",
            2 when all[slot % all.Length].Kind == inner => $"yield.From({Host}Shared{generic}({slot}))",
            _ => IsOneWay ? Leaf() : Yield(0),
        };
    }

    private string Yield(int depth)
    {
        string call = dice.Chance(5) ? "yield.Invoke" : "yield";
        return own.Kind == CoroutineKind.Consumer ? $"{call}()" : $"{call}({Int(depth)})";
    }

    /// <summary>One whose value, if it has any, nobody wants.</summary>
    private string SuspendedStatement()
    {
        int later = Later(CoroutineKind.OneWay);
        if (own.Kind != CoroutineKind.Consumer && !folds)
        {
            switch (dice.Weighted(55, 10, 10, 10))
            {
                case 1 when later > 0:
                    return $"yield.From({Host}Iterate({later}, {Int(1)}, {Leaf()}))";
                case 2:
                    return $"yield.From(new Sequence({Self}, {Small(1)}))";
                case 3:
                    return $"yield.From({dice.Of(Host + "A", Host + "List", $"new[] {{ {Int(2)}, {Leaf()} }}")})";
            }
        }
        string text = Suspension(2);
        return text.StartsWith("yield", StringComparison.Ordinal) ? text
            : own.Kind == CoroutineKind.Consumer ? "yield()" : $"yield({text})";
    }

    /// <summary>A delegation to a fresh coroutine of the same method; where the world lets it, so that there is an end.</summary>
    private void SelfDelegation()
    {
        string delegation = $"yield.From({own.Again(Int(2), Leaf())})";
        switch (dice.Next(IsOneWay ? 2 : 4))
        {
            case 2 or 3 when saves:
                string result = Name();
                Line($"int {result} = {Leaf()};");
                Line($"if ({Host}Deeper())");
                Line($"    {result} = {delegation};");
                _scope.Declare(result, VariableKind.Int);
                break;
            case 0:
                Line($"if ({Host}Deeper())");
                Line($"    {delegation};");
                break;
            case 1:
                string count = Name();
                Line($"for (int {count} = 0; {count} < 2 && {Host}Deeper(); {count}++)");
                Line($"    {delegation};");
                break;
            case 2:
                Declare("int", VariableKind.Int, $"{Host}Deeper() ? {delegation} : {Leaf()}");
                break;
            default:
                Line($"{Host}F += {Host}Deeper() ? {delegation} + {Host}L({Place()}, {Leaf()}) : 1;");
                break;
        }
    }

    /// <summary>A coroutine of that kind that comes after this one; 0, which comes after none, where there is none.</summary>
    private int Later(CoroutineKind kind)
    {
        var fitting = all.Where(c => c.Index > own.Index && c.Kind == kind).ToArray();
        return fitting.Length == 0 ? 0 : fitting[dice.Next(fitting.Length)].Index;
    }
}
