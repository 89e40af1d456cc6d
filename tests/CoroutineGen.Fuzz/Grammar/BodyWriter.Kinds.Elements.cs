namespace CoroutineGen.Fuzz.Grammar;

// Kinds that have to do with elements and collections.
internal sealed partial class BodyWriter
{
    private void Indexes()
    {
        string index = Own("index");
        Line($"Index {index} = {dice.Of($"^(({Int(1)} & 1) + 1)", $"{Small(1)}", "^1")};");
        string place = dice.Of($"{Host}List[{index}]", $"{Host}A[{index}]");
        switch (dice.Next(5))
        {
            case 0:
                Line($"{place} {dice.Of("+=", "=", "^=")} {Host}Grow({Int(2)});");
                break;
            case 1:
                See($"{place}++ + {Int(2)}");
                break;
            case 2:
                See($"{Host}A[..{index}].Length + {Int(1)}");
                break;
            case 3:
                Line($"{Host}List[^({Host}Grow({Int(1)}) & 1 | 1)] = {Host}Grow({Int(2)});");
                break;
            default:
                See($"{Host}Bump(ref {Host}A[{index}], {Int(2)}) + ({Host}List?[^1] ?? {Leaf()})");
                break;
        }
    }

    private void InlineArrays()
    {
        string item = Own("item");
        switch (dice.Next(6))
        {
            case 0:
                Line($"{Host}Row[{Small(1)}] {dice.Of("=", "+=", "-=")} {Int(2)};");
                break;
            case 1:
                Line($"{Host}Row[^1] {dice.Of("=", "+=")} {Int(2)};");
                break;
            case 2:
                Line($"foreach (int {item} in {Host}Row)");
                Line($"    {Host}L({Place()}, {item} + {Int(1)});");
                break;
            case 3:
                Line($"var {item} = {Host}Row;");
                Line($"{item}[{Small(1)}] = {Int(2)};");
                See($"{item}[{Small(1)}] - {Host}Row[0]");
                break;
            case 4:
                Line($"{Host}Couple[{dice.Next(2)}].X {dice.Of("=", "+=")} {Int(2)};");
                break;
            default:
                See($"{Host}Couple[1].Add({Int(2)})");
                break;
        }
    }

    private void CallerTexts()
    {
        See(dice.Next(5) switch
        {
            0 => $"{Host}Told(({Int(2)}))",
            1 => $"{Self}.Retold({Int(2)} + {Leaf()})",
            2 => $"{Self}.Among({Int(2)})",
            3 => $"{Host}Told(checked({Int(1)} + 1))",
            _ => $"{Host}Told({Int(1)} /* and */ + a)",
        });
    }

    /// <summary>Count is read again where something has run in between.</summary>
    private void ListPatterns()
    {
        string first = Own("p"), second = Own("p");
        if (dice.Chance(50))
        {
            See($"{Host}List switch {{ [var {first}, ..] when {Host}Grow({Int(1)}) > {Int(2)} => {first}, {{ Count: 4 }} => {Int(1)}, "
                + $"[_, _, .., var {second}] => {second}, _ => {Int(1)} }}");
            return;
        }
        Line($"switch ({Host}List)");
        Line("{");
        Line($"    case [_, var {first}, ..] when {Int(2)} < {Host}Grow({Int(1)}):");
        Line($"        {Host}L({Place()}, {first} + {Int(1)});");
        Line("        break;");
        Line($"    case {{ Count: {3 + dice.Next(3)} }} when {Bool(2)}:");
        Line($"        {SuspendedStatement()};");
        Line("        break;");
        Line($"    case [.., var {second}]:");
        Line($"        {Host}L({Place()}, {second});");
        Line("        break;");
        Line("}");
    }

    private void Additions()
    {
        string bag = Own("bag");
        if (dice.Chance(15))
        {
            Line($"int[] {bag} = [{Int(2)}, .. {Host}NoItems!, {Int(2)}];");
            return;
        }
        string value = dice.Of(
            $"[{Int(2)}, {Int(2)}, .. {Host}A, {Int(1)}]",
            $"[.. {Host}List, {Int(2)}]",
            $"new() {{ {Int(2)}, {Int(2)} }}",
            $"[{Int(1)}, .. new Sequence({Self}, {Small(1)}), {Int(2)}]");
        Line($"Bag {bag} = {value};");
        See(bag + ".Sum");
    }

    private void Elements()
    {
        Line(dice.Next(4) switch
        {
            0 => $"({Host}A[{Int(1)}], {Host}O.Field) = ({Int(2)}, {Int(2)});",
            1 => $"({Host}A[{Int(1)}], {Host}Pairs[{Small(1)}].X) = new Pair({Int(2)}, {Leaf()});",
            2 => $"({Host}Objects[{Small(1)}], {Host}A[{Small(1)}]) = ({String(2)}, {Int(2)});",
            _ => $"({Host}Meet({Place()}).Spare, {Host}Map[{Small(1)}]) = ({Int(2)}, {Int(1)});",
        });
    }

    /// <summary>A span lives on through jumps, where nothing is waited for.</summary>
    private void SpansBetweenJumps()
    {
        string span = Own("span"), at = Own("at"), label = Own("on");
        Line($"{SuspendedStatement()};");
        Line($"int {at} = 0;");
        Line($"Span<int> {span} = {Host}A;");
        if (dice.Chance(50))
        {
            Line($"{label}:");
            Line($"if ({at} < {span}.Length)");
            Open();
            Line($"{span}[{at}] += {Host}L({Place()}, {Plain()});");
            Line($"if ({at}++ < 9) goto {label};");
            Close();
        }
        else
        {
            Line($"while ({at} < {span}.Length)");
            Open();
            Line($"if ({span}[{at}++] > {Plain()}) continue;");
            Line($"if ({Host}L({Place()}, {at}) > 2) break;");
            Close();
        }
        See($"{span}[^1]");
        Line($"{SuspendedStatement()};");
    }
}
