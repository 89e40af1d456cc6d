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
        int kind = dice.Weighted(12, 12, 8, 5, 5, 4, 6, 3, byReference ? 0 : 40);
        switch (kind)
        {
            case 0:
                return host + "F";
            case 1:
                return $"{host}A[{Index(depth)}]";
            case 2:
                return $"{host}O.Field";
            case 3:
                return $"{host}O.Inner.{dice.Of("X", "Y")}";
            case 4:
                return $"{host}V.{dice.Of("X", "Y")}";
            case 5:
                return $"{host}Pairs[{Small(depth)}].X";
            case 6:
                return $"{host}B({Place()}).Field";
            case 7:
                return $"{host}{dice.Of("Null", "O")}!.Field";
        }
        return dice.Next(8) switch
        {
            0 => host + "P",
            1 => $"{self}[{Small(depth)}]",
            2 => $"{host}O.Value",
            3 => $"{host}O[{Int(depth)}]",
            4 => $"{host}List[{Small(depth)}]",
            5 => $"{host}Map[{Small(depth)}]",
            6 => $"{host}B({Place()}).Value",
            _ => $"{host}Pairs[{Small(depth)}].Value",
        };
    }

    /// <summary>Assignments to targets of other types, and those that take several at once.</summary>
    private string OtherAssignment(int depth)
    {
        switch (dice.Next(11))
        {
            case 0:
                return $"{host}Small {dice.Of("+=", "-=", "^=")} (byte){Int(depth)}";
            case 1:
                return $"{host}Large {dice.Of("+=", "-=", "=")} {Int(depth)}";
            case 2:
                return $"{host}Text += {Int(depth)}";
            case 3:
                return $"{host}Maybe ??= {Int(depth)}";
            case 4:
                return $"{host}Maybe = {Maybe(depth)}";
            case 5 when Has(Features.Deconstruction):
                return $"({Target(depth)}, {Target(depth)}) = ({Int(depth)}, {Int(depth)})";
            case 6 when Has(Features.Deconstruction):
                return $"({Target(depth)}, {Target(depth)}) = new Pair({Int(depth)}, {Leaf()})";
            case 7:
                return $"{host}V = new Pair({Int(depth)}, {Int(depth)})";
            case 8:
                return $"{host}V += {Int(depth)}";
            case 9 when Any(VariableKind.Text, assignable: true) is { } text:
                return $"{text.Name} += {String(depth)}";
            case 10:
                _verbatim++;
                string handler = $"{host}Happened += x{_names} => {host}L({Place()}, x{_names++})";
                _verbatim--;
                return handler;
            default:
                return $"{host}Text = {String(depth)}";
        }
    }
}
