namespace CoroutineGen.Fuzz.Grammar;

internal sealed partial class BodyWriter
{
    /// <summary>An assignment of any form, with an int or something that converts to it as its value.</summary>
    private string Assignment(int depth)
    {
        switch (dice.Weighted(30, 40, 10, 6))
        {
            case 0:
                return $"{Target(depth)} = {Int(depth)}";
            case 1:
                return $"{Target(depth)} {dice.Of("+=", "-=", "*=", "^=", "|=")} {Int(depth)}";
            case 2:
                return dice.Chance(50) ? $"{Target(depth)}{dice.Of("++", "--")}" : $"{dice.Of("++", "--")}{Target(depth)}";
            default:
                return $"{Target(depth)} = {Target(depth)} = {Int(depth)}";
        }
    }

    /// <summary>Something that an int can be assigned to.</summary>
    private string Target(int depth, bool byReference = false)
    {
        if (Any(VariableKind.Int, assignable: true) is { } variable && dice.Chance(40))
            return variable.Name;
        if (Any(VariableKind.Pair, assignable: true) is { } pair && dice.Chance(15))
            return pair.Name + ".X";
        if (!byReference && Any(VariableKind.Cell) is { } cell && dice.Chance(30))
            return dice.Chance(50) ? $"{cell.Name}.Count" : $"{cell.Name}[{Small(depth)}]";
        int kind = dice.Weighted(12, 12, 8, 5, 5, 4, 6, 3, 4, 4, byReference ? 0 : 40);
        switch (kind)
        {
            case 0:
                return Host + "F";
            case 1:
                return $"{Host}A[{Index(depth)}]";
            case 2:
                return $"{Host}O.Field";
            case 3:
                return $"{Host}O.Inner.{dice.Of("X", "Y")}";
            case 4:
                return $"{Host}V.{dice.Of("X", "Y")}";
            case 5:
                return $"{Host}Pairs[{Small(depth)}].X";
            case 6:
                return $"{Host}B({Place()}).Field";
            case 7:
                return $"{Host}{dice.Of("Null", "O")}!.Field";
            case 8:
                return $"{Host}Grid[{Small(depth)}, {Small(depth)}]";
            case 9:
                return $"{Host}O.Next!.Inner.X";
        }
        return dice.Next(9) switch
        {
            7 when Has(Features.FromEnd) => $"{Host}List[^({Small(depth)} | 1)]",
            0 => Host + "P",
            1 => $"{Self}[{Small(depth)}]",
            2 => $"{Host}O.Value",
            3 => $"{Host}O[{Int(depth)}]",
            4 => $"{Host}List[{Small(depth)}]",
            5 => $"{Host}Map[{Small(depth)}]",
            6 => $"{Host}B({Place()}).Value",
            _ => $"{Host}Pairs[{Small(depth)}].Value",
        };
    }

    /// <summary>Assignments to targets of other types, and those that take several at once.</summary>
    private string OtherAssignment(int depth)
    {
        switch (dice.Next(18))
        {
            case 0:
                return $"{Host}Small {dice.Of("+=", "-=", "^=")} (byte){Int(depth)}";
            case 1:
                return $"{Host}Large {dice.Of("+=", "-=", "=")} {Int(depth)}";
            case 2:
                return $"{Host}Text += {Int(depth)}";
            case 3:
                return $"{Host}Maybe ??= {Int(depth)}";
            case 4:
                return $"{Host}Maybe = {Maybe(depth)}";
            case 5 when Has(Features.Deconstruction):
                return $"({Target(depth)}, {Target(depth)}) = ({Int(depth)}, {Int(depth)})";
            case 6 when Has(Features.Deconstruction):
                return $"({Target(depth)}, {Target(depth)}) = new Pair({Int(depth)}, {Leaf()})";
            case 7:
                return $"{Host}V = new Pair({Int(depth)}, {Int(depth)})";
            case 8:
                return $"{Host}V += {Int(depth)}";
            case 9 when Any(VariableKind.Text, assignable: true) is { } text:
                return $"{text.Name} += {String(depth)}";
            case 10:
                _verbatim++;
                string handler = $"{Host}Happened += x{_names} => {Host}L({Place()}, x{_names++})";
                _verbatim--;
                return handler;
            case 11:
                return dice.Next(4) switch
                {
                    0 => $"{Host}Maybes[{Small(depth)}] ??= {Int(depth)}",
                    1 => $"{Host}B({Place()}).Spare ??= {Int(depth)}",
                    2 => $"{Host}O.Spare {dice.Of("??=", "+=")} {Int(depth)}",
                    _ => $"{Host}Texts[{Small(depth)}] ??= {String(depth)}",
                };
            case 12 when Has(Features.Deconstruction):
                return $"({Target(depth)}, ({Target(depth)}, _)) = ({Int(depth)}, ({Int(depth)}, {Int(depth)}))";
            case 13 when Has(Features.Deconstruction):
                return Swap(depth);
            case 14 when Has(Features.References):
                return $"{Host}At({Small(depth)}) {dice.Of("+=", "=")} {Plain()}";
            case 15 when Any(VariableKind.Maybe, assignable: true) is { } maybe:
                return $"{maybe.Name} {dice.Of("??=", "+=", "=")} {Int(depth)}";
            case 16 when Any(VariableKind.Array, assignable: true) is { } array:
                return $"{array.Name}[{Index(depth)}] {dice.Of("+=", "=", "-=")} {Int(depth)}";
            default:
                return $"{Host}Text = {String(depth)}";
        }
    }

    private string Swap(int depth)
    {
        string left = Target(depth), right = Target(depth);
        return $"({left}, {right}) = ({Int(depth)}, {(dice.Chance(50) ? left : Int(depth))})";
    }
}
