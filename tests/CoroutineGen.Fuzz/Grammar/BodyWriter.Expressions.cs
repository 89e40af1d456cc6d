namespace CoroutineGen.Fuzz.Grammar;

internal sealed partial class BodyWriter
{
    /// <summary>An expression of type int, of which the parts are at most so deep.</summary>
    private string Int(int depth)
    {
        if (depth <= 0)
            return Leaf();
        depth--;
        return dice.Weighted(14, 22, 7, 12, 9, 8, 6, 6, 6, 5, 5, 4, 10, 5, 4, 4, 4, 5, 6) switch
        {
            0 => Leaf(),
            1 => Suspension(depth),
            2 => $"{Host}L({Place()}, {Int(depth)})",
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
            13 when Has(Features.Collections) => Collection(depth),
            14 when Has(Features.Queries) => Query(depth),
            15 when Has(Features.Callers) => Caller(depth),
            16 when Has(Features.Dynamic) => Bound(depth),
            17 when Has(Features.Patterns) => PatternSwitch(depth),
            18 when Any(VariableKind.Cell) is { } cell => Cell(cell, depth),
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
            1 => Host + "F",
            2 => Host + "P",
            3 => $"{Host}A[{dice.Next(3)}]",
            4 => $"{Host}V.X",
            5 => $"{Host}O.Value",
            _ => $"{Host}Pairs[{dice.Next(2)}].Y",
        };
    }

    private string Call(int depth) => dice.Next(12) switch
    {
        0 => $"{Host}Sum({Int(depth)}, {Int(depth)}, {Int(depth)})",
        1 => $"{Host}Sum(c: {Int(depth)}, a: {Int(depth)})",
        2 => $"{Host}Sum({Int(depth)})",
        3 => $"{Host}Pick({Int(depth)}, {dice.Next(9)})",
        4 => $"{Host}Pick({dice.Next(9)}, (long){Int(depth)})",
        5 => $"{Host}All({Int(depth)}, {Int(depth)}, {Int(depth)})",
        6 when Has(Features.References) => $"{Host}Bump(ref {Target(depth, byReference: true)}, {Int(depth)})",
        7 when Has(Features.References) => Split(depth),
        8 when Has(Features.References) => dice.Chance(50) ? $"{Host}Peek({Leaf()}, {Int(depth)})" : $"{Host}Peek(in {Host}A[{Small(depth)}], {Int(depth)})",
        9 when Any(VariableKind.Function) is { } function => $"{function.Name}({Int(depth)})",
        10 when Any(VariableKind.LocalFunction) is { } function => $"{function.Name}({Int(depth)})",
        11 => $"{Host}Id({Int(depth)})",
        _ => $"Math.Max({Int(depth)}, {Int(depth)})",
    };

    /// <summary>An out variable; its scope is the statement's, so that it must have a name of its own.</summary>
    private string Split(int depth)
    {
        string argument = Int(depth);
        if (Any(VariableKind.Int, assignable: true) is { } variable && dice.Chance(50))
            return $"{Host}Split({argument}, out {variable.Name})";
        string rest = "o" + _names++;
        return $"({Host}Split({argument}, out var {rest}) + {rest})";
    }

    private string Maybe(int depth) => dice.Next(4) switch
    {
        0 => $"{Host}Half({Int(depth)})",
        1 => $"{Host}Maybe",
        2 when Has(Features.ConditionalAccess) => Chain(depth),
        _ => Any(VariableKind.Maybe)?.Name ?? $"(int?){Int(depth)}",
    };

    private string SwitchExpression(int depth)
    {
        string value = Int(depth);
        string bound = "p" + _names++;
        return dice.Next(3) switch
        {
            0 => $"({value} switch {{ 0 => {Int(depth)}, 1 or 2 => {Int(depth)}, > 6 => {Int(depth)}, _ => {Leaf()} }})",
            1 => $"({value} switch {{ var {bound} when {bound} > {Int(depth)} => {bound} + {Int(depth)}, _ => {Int(depth)} }})",
            _ => $"(({value}, {Leaf()}) switch {{ (0, _) => {Leaf()}, (_, > 3) => {Int(depth)}, _ => {Leaf()} }})",
        };
    }

    private string Structure(int depth) => dice.Next(11) switch
    {
        0 => $"new Pair({Int(depth)}, {Int(depth)}).Sum()",
        1 => $"{Host}V.Add({Int(depth)})",
        2 => $"{Host}Pairs[{Small(depth)}].Add({Int(depth)})",
        3 => $"{Host}ReadOnly.Add({Int(depth)})",
        4 when Any(VariableKind.Pair) is { } pair => $"{pair.Name}.Add({Int(depth)})",
        5 => $"new[] {{ {Int(depth)}, {Int(depth)} }}[{Small(depth)}]",
        6 when Has(Features.Tuples) => $"({Int(depth)}, {Int(depth)}).Item{1 + dice.Next(2)}",
        7 when Has(Features.Initializers) => $"new Box({Self}) {{ Field = {Int(depth)}, Value = {Int(depth)} }}.Plus({Leaf()})",
        8 => $"{PairPlace(depth)}.Push({Int(depth)})",
        9 => $"{PairPlace(depth)}.Weigh({Int(depth)})",
        _ => $"(new Pair({Leaf()}, {Int(depth)}) + {Int(depth)}).Sum()",
    };

    private string PairPlace(int depth) => dice.Next(3) switch
    {
        0 => $"{Host}V",
        1 when Any(VariableKind.Pair) is { } pair => pair.Name,
        _ => $"{Host}Pairs[{Small(depth)}]",
    };

    private string Conversion(int depth) => dice.Next(8) switch
    {
        0 => $"(0 + (byte){Int(depth)})",
        1 => $"(int)(long){Int(depth)}",
        2 when Has(Features.Checked) => $"checked({Int(depth)} * {Int(depth)})",
        3 => $"(int)(object){Int(depth)}",
        4 => $"-{Int(depth)}",
        5 => $"{String(depth)}.Length",
        6 => $"(int){Host}Large",
        _ => $"~{Int(depth)}",
    };

    private string Member(int depth) => dice.Next(13) switch
    {
        0 => $"{Host}A[{Index(depth)}]",
        1 => $"{Self}[{Small(depth)}]",
        2 => $"{Host}B({Place()}).Plus({Int(depth)})",
        3 => $"{Host}O[{Int(depth)}]",
        4 => $"{Host}Null!.Plus({Int(depth)})",
        5 => $"{Host}List[{Small(depth)}]",
        6 => $"{Host}Raise({Int(depth)})",
        7 when Any(VariableKind.Array) is { } array => $"{array.Name}[{Index(depth)}]",
        8 when _verbatim == 0 && Any(VariableKind.Functions) is { } functions => $"{functions.Name}.Sum(f => f())",
        9 => $"{Host}Grid[{Small(depth)}, {Small(depth)}]",
        10 => $"{Host}At({Small(depth)})",
        11 when Has(Features.FromEnd) => dice.Of($"{Host}A[({Small(depth)})..].Length", $"{Host}List[^1]", $"{Host}List[^({Small(depth)} | 1)]"),
        12 => $"({Maybe(depth)} ?? throw new {dice.Of("Red", "Blue")}({Leaf()}))",
        _ => $"{Host}O.Field",
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
        return dice.Weighted(30, 12, 12, 8, 10, 8, 6, 6, 4, 10, 4, 4) switch
        {
            0 => $"{Int(depth)} {dice.Of("<", ">", "<=", "==", "!=")} {Int(depth)}",
            1 => $"({Bool(depth)} && {Bool(depth)})",
            2 => $"({Bool(depth)} || {Bool(depth)})",
            3 => $"!({Bool(depth)})",
            4 => $"{Host}Is({Place()}, {Bool(depth)})",
            5 => $"{Int(depth)} is > 2 and < 8",
            6 => $"({Int(depth)} is var {bound} && {bound} > {Leaf()})",
            7 => $"({Bool(depth)} {dice.Of("&", "|", "^")} {Bool(depth)})",
            8 when Has(Features.Tuples) => $"({Int(depth)}, {Leaf()}) == ({Leaf()}, {Int(depth)})",
            9 when Has(Features.Patterns) => PatternTest(depth),
            10 => $"((Flag)({Bool(depth)}) {dice.Of("&&", "||")} (Flag)({Bool(depth)}) ? true : false)",
            11 => $"((bool?)({Bool(depth)}) {dice.Of("&", "|")} {Host}Unsure({Int(depth)})) == true",
            _ => $"{Host}Is({Place()}, {Bool(depth)})",
        };
    }

    private string String(int depth)
    {
        if (depth <= 0)
            return Any(VariableKind.Text)?.Name ?? $"\"{(char)('a' + dice.Next(26))}\"";
        depth--;
        return dice.Next(Has(Features.Formats) ? 10 : 6) switch
        {
            6 => $"$\"{{{Int(depth)},4:x2}}|{{{Host}O,-6}}|{{{Leaf()}}}\"",
            7 => $"((FormattableString)$\"{{{Host}O}}{{{Int(depth)}:d3}}\").ToString()",
            8 => $"string.Concat({String(depth)}, {Int(depth)}, {Host}O)",
            9 => $"string.Format(\"{{0}}-{{1}}\", {Int(depth)}, {Int(depth)})",
            0 => $"$\"{{{Int(depth)}}}:{{({Int(depth)})}}\"",
            1 => $"(\"s\" + {Int(depth)} + {String(depth)})",
            2 => $"({Host}O + \"x\" + {Int(depth)})",
            3 => $"{Host}S({Place()}, {String(depth)})",
            4 => $"({Host}Text ?? {String(depth)})",
            _ => $"$\"{{{Host}O}}{{{Int(depth)}}}\"",
        };
    }
}
