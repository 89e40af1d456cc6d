namespace CoroutineGen.Fuzz.Grammar;

internal sealed partial class BodyWriter
{
    /// <summary>An expression of type int, of which the parts are at most so deep.</summary>
    private string Int(int depth)
    {
        if (depth <= 0)
            return Leaf();
        depth--;
        return dice.Weighted(14, 22, 7, 12, 9, 8, 6, 6, 6, 5, 5, 4, 10) switch
        {
            0 => Leaf(),
            1 => Suspension(depth),
            2 => $"{host}L({Place()}, {Int(depth)})",
            3 => $"({Int(depth)} {dice.Of("+", "-", "*", "^", "|", "&")} {Int(depth)})",
            4 => Call(depth),
            5 => $"({Bool(depth)} ? {Int(depth)} : {Int(depth)})",
            6 => $"({Maybe(depth)} ?? {Int(depth)})",
            7 => $"({Assignment(depth)})",
            8 when Has(Features.SwitchExpressions) => SwitchExpression(depth),
            9 when Has(Features.Structs) => Structure(depth),
            10 => Conversion(depth),
            // Never by a constant, which C# would look at.
            11 => $"({Int(depth)} {dice.Of("/", "%")} ({Int(depth)} - a))",
            _ => Member(depth),
        };
    }

    private string Leaf()
    {
        if (Any(VariableKind.Int) is { } variable && dice.Chance(65))
            return variable.Name;
        return dice.Weighted(40, 15, 10, 10, 6, 6, 5) switch
        {
            0 => dice.Next(10).ToString(),
            1 => host + "F",
            2 => host + "P",
            3 => $"{host}A[{dice.Next(3)}]",
            4 => $"{host}V.X",
            5 => $"{host}O.Value",
            _ => $"{host}Pairs[{dice.Next(2)}].Y",
        };
    }

    private string Call(int depth) => dice.Next(12) switch
    {
        0 => $"{host}Sum({Int(depth)}, {Int(depth)}, {Int(depth)})",
        1 => $"{host}Sum(c: {Int(depth)}, a: {Int(depth)})",
        2 => $"{host}Sum({Int(depth)})",
        3 => $"{host}Pick({Int(depth)}, {dice.Next(9)})",
        4 => $"{host}Pick({dice.Next(9)}, (long){Int(depth)})",
        5 => $"{host}All({Int(depth)}, {Int(depth)}, {Int(depth)})",
        6 when Has(Features.References) => $"{host}Bump(ref {Target(depth, byReference: true)}, {Int(depth)})",
        7 when Has(Features.References) => Split(depth),
        8 when Has(Features.References) => $"{host}Peek({Leaf()}, {Int(depth)})",
        9 when Any(VariableKind.Function) is { } function => $"{function.Name}({Int(depth)})",
        10 when Any(VariableKind.LocalFunction) is { } function => $"{function.Name}({Int(depth)})",
        11 => $"{host}Id({Int(depth)})",
        _ => $"Math.Max({Int(depth)}, {Int(depth)})",
    };

    /// <summary>An out variable; its scope is the statement's, so that it must have a name of its own.</summary>
    private string Split(int depth)
    {
        string argument = Int(depth);
        if (Any(VariableKind.Int, assignable: true) is { } variable && dice.Chance(50))
            return $"{host}Split({argument}, out {variable.Name})";
        string rest = "o" + _names++;
        return $"({host}Split({argument}, out var {rest}) + {rest})";
    }

    private string Maybe(int depth) => dice.Next(4) switch
    {
        0 => $"{host}Half({Int(depth)})",
        1 => $"{host}Maybe",
        2 when Has(Features.ConditionalAccess) => $"{host}{dice.Of("O", "Null")}?.Plus({Int(depth)})",
        _ => Any(VariableKind.Maybe)?.Name ?? $"(int?){Int(depth)}",
    };

    private string SwitchExpression(int depth)
    {
        string value = Int(depth);
        string bound = "p" + _names++;
        return dice.Next(3) switch
        {
            0 => $"({value} switch {{ 0 => {Int(depth)}, 1 or 2 => {Int(depth)}, > 6 => {Int(depth)}, _ => {Leaf()} }})",
            1 => $"({value} switch {{ var {bound} when {bound} > {dice.Next(5)} => {bound} + {Int(depth)}, _ => {Int(depth)} }})",
            _ => $"(({value}, {Leaf()}) switch {{ (0, _) => {Leaf()}, (_, > 3) => {Int(depth)}, _ => {Leaf()} }})",
        };
    }

    private string Structure(int depth) => dice.Next(9) switch
    {
        0 => $"new Pair({Int(depth)}, {Int(depth)}).Sum()",
        1 => $"{host}V.Add({Int(depth)})",
        2 => $"{host}Pairs[{Small(depth)}].Add({Int(depth)})",
        3 => $"{host}ReadOnly.Add({Int(depth)})",
        4 when Any(VariableKind.Pair) is { } pair => $"{pair.Name}.Add({Int(depth)})",
        5 => $"new[] {{ {Int(depth)}, {Int(depth)} }}[{Small(depth)}]",
        6 when Has(Features.Tuples) => $"({Int(depth)}, {Int(depth)}).Item{1 + dice.Next(2)}",
        7 when Has(Features.Initializers) => $"new Box({self}) {{ Field = {Int(depth)}, Value = {Int(depth)} }}.Plus({Leaf()})",
        _ => $"(new Pair({Leaf()}, {Int(depth)}) + {Int(depth)}).Sum()",
    };

    private string Conversion(int depth) => dice.Next(8) switch
    {
        0 => $"(byte){Int(depth)}",
        1 => $"(int)(long){Int(depth)}",
        2 when Has(Features.Checked) => $"checked({Int(depth)} * {Int(depth)})",
        3 => $"(int)(object){Int(depth)}",
        4 => $"-{Int(depth)}",
        5 => $"{String(depth)}.Length",
        6 => $"(int){host}Large",
        _ => $"~{Int(depth)}",
    };

    private string Member(int depth) => dice.Next(9) switch
    {
        0 => $"{host}A[{Index(depth)}]",
        1 => $"{self}[{Small(depth)}]",
        2 => $"{host}B({Place()}).Plus({Int(depth)})",
        3 => $"{host}O[{Int(depth)}]",
        4 => $"{host}Null!.Plus({Int(depth)})",
        5 => $"{host}List[{Small(depth)}]",
        6 => $"{host}Raise({Int(depth)})",
        7 when Any(VariableKind.Array) is { } array => $"{array.Name}[{Index(depth)}]",
        8 when Any(VariableKind.Functions) is { } functions => $"{functions.Name}.Sum(f => f())",
        _ => $"{host}O.Field",
    };

    /// <summary>An index that is in range; that it may fail is a matter of <see cref="Index"/>.</summary>
    private string Small(int depth) => dice.Chance(50) ? dice.Next(2).ToString() : $"{Int(depth)} & 1";

    private string Index(int depth) => dice.Weighted(80, 12, 8) switch
    {
        0 => Small(depth),
        1 when Has(Features.FromEnd) => "^1",
        2 => Int(depth),
        _ => Small(depth),
    };

    private string Bool(int depth)
    {
        if (depth <= 0)
            return Any(VariableKind.Bool)?.Name ?? $"{Leaf()} {dice.Of("<", ">", "==", "!=")} {dice.Next(6)}";
        depth--;
        string bound = "p" + _names++;
        return dice.Weighted(30, 12, 12, 8, 10, 8, 6, 6, 4) switch
        {
            0 => $"{Int(depth)} {dice.Of("<", ">", "<=", "==", "!=")} {Int(depth)}",
            1 => $"({Bool(depth)} && {Bool(depth)})",
            2 => $"({Bool(depth)} || {Bool(depth)})",
            3 => $"!({Bool(depth)})",
            4 => $"{host}Is({Place()}, {Bool(depth)})",
            5 => $"{Int(depth)} is > 2 and < 8",
            6 => $"({Int(depth)} is var {bound} && {bound} > {Leaf()})",
            7 => $"({Bool(depth)} {dice.Of("&", "|", "^")} {Bool(depth)})",
            8 when Has(Features.Tuples) => $"({Int(depth)}, {Leaf()}) == ({Leaf()}, {Int(depth)})",
            _ => $"{host}Is({Place()}, {Bool(depth)})",
        };
    }

    private string String(int depth)
    {
        if (depth <= 0)
            return Any(VariableKind.Text)?.Name ?? $"\"{(char)('a' + dice.Next(26))}\"";
        depth--;
        return dice.Next(6) switch
        {
            0 => $"$\"{{{Int(depth)}}}:{{({Int(depth)})}}\"",
            1 => $"(\"s\" + {Int(depth)} + {String(depth)})",
            2 => $"({host}O + \"x\" + {Int(depth)})",
            3 => $"{host}S({Place()}, {String(depth)})",
            4 => $"({host}Text ?? {String(depth)})",
            _ => $"$\"{{{host}O}}{{{Int(depth)}}}\"",
        };
    }
}
