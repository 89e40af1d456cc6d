namespace CoroutineGen.Fuzz.Grammar;

// Kinds whose meaning the text does not show.
internal sealed partial class BodyWriter
{
    private void UserOperators()
    {
        switch (dice.Next(6))
        {
            case 0:
                SeeText($"new Word({Int(2)}) + {Int(2)}");
                break;
            case 1:
                SeeText($"new Word({Int(2)}) + {String(2)} + {Int(1)}");
                break;
            case 2:
                See($"{Int(2)} * new Word({Int(2)})");
                break;
            case 3:
                Line($"{Host}Text += new Word({Int(2)}) + {Int(1)};");
                break;
            case 4:
                string word = Own("word");
                Line($"string {word} = new Word({Int(1)});");
                Line($"{word} = new Word({Int(1)}) + {word} + {Int(2)};");
                SeeText(word);
                break;
            default:
                string other = Own("word");
                Line($"switch (new Word({Int(2)}))");
                Line("{");
                Line($"    case \"word1\" when {Bool(1)}: {Host}L({Place()}, {Int(2)}); break;");
                Line($"    case \"word2\": {Host}L({Place()}, {Int(1)}); break;");
                Line($"    case var {other}: {Host}S({Place()}, {other}); break;");
                Line("}");
                break;
        }
    }

    private string MeterPlace() => dice.Next(3) switch
    {
        0 => Host + "Length",
        1 => $"{Host}Lengths[{Small(1)}]",
        _ => Host + "Lengths[0]",
    };

    /// <summary>Converted when it is read, which is before the value.</summary>
    private void UserConversions()
    {
        switch (dice.Next(5))
        {
            case 0:
                See($"{MeterPlace()} + {Int(2)}");
                break;
            case 1:
                string meter = Own("meter");
                Line($"Meter {meter} = new Meter({Self}, {Int(1)});");
                Line($"{meter} {dice.Of("+=", "-=", "*=")} {Int(2)};");
                See(meter);
                break;
            case 2:
                Line($"{Host}Is({Place()}, ({MeterPlace()}, {Leaf()}) == ({Int(2)}, {Int(1)}));");
                break;
            default:
                Line($"{MeterPlace()} {dice.Of("+=", "-=", "*=", "^=")} {Int(2)};");
                break;
        }
    }

    private void InPlaceOperators()
    {
        string place = dice.Next(4) switch
        {
            0 => Host + "Meeting.Score",
            1 => $"{Host}Meeting.Scores[{Small(1)}]",
            2 => $"{Host}Meet({Place()}).Score",
            _ => Host + "Meeting.Scores[^1]",
        };
        switch (dice.Next(6))
        {
            case 0:
                Line($"{place}++;");
                break;
            case 1:
                Line($"{Host}{dice.Of("Meeting", "NoMeeting")}?.Score += {Int(2)};");
                break;
            case 2:
                Line($"{Host}Meeting += {Int(2)};");
                break;
            case 3:
                string tally = Own("tally");
                Line($"var {tally} = new Score({Int(1)});");
                Line($"{tally} += {Int(2)};");
                Line($"{tally}{dice.Of("++", "--")};");
                See(tally + ".Count");
                break;
            default:
                Line($"{place} += {Int(2)};");
                break;
        }
    }

    private void ConditionalAssignments()
    {
        string meeting = $"{Host}{dice.Of("Meeting", "Meeting", "NoMeeting")}";
        Line(dice.Next(6) switch
        {
            0 => $"{meeting}?.Spare ??= {Int(2)};",
            1 => $"{meeting}?[{Int(1)}] = {Int(2)};",
            2 => $"{meeting}?.Again?.Spare = {Int(2)};",
            3 => $"{meeting}?[{Small(1)}] {dice.Of("+=", "-=")} {Int(2)};",
            4 => $"{meeting}?.Again?[{Int(1)}] += {Int(1)};",
            _ => $"{Host}Maybe = {meeting}?.Spare ??= {Int(2)};",
        });
    }

    /// <summary>A value of a type parameter, which may be a struct, is worked on where it lies.</summary>
    private void TypeParameters()
    {
        if (Any(VariableKind.Cell) is not { } cell)
        {
            ConditionalAssignments();
            return;
        }
        string cells = Own("cells");
        Line($"var {cells} = new[] {{ {cell.Name}, {cell.Name} }};");
        string place = dice.Of($"{cells}[0]", $"{cells}[{Small(1)}]", $"{cells}[^1]", cell.Name);
        switch (dice.Next(5))
        {
            case 0:
                Line($"{place}.Count += {Int(2)};");
                break;
            case 1:
                Line($"{place}[{Small(1)}] = {Int(2)};");
                break;
            case 2:
                See($"{place}?[{Int(1)}] ?? {Int(1)}");
                break;
            default:
                See($"{place}?.Add({Int(2)}) ?? {Int(1)}");
                break;
        }
        See($"{cells}[0].Count + {cells}[1].Count");
    }

    private void NaturalTypes()
    {
        string function = Own("function"), at = Own("at");
        switch (dice.Next(4))
        {
            case 0:
                Line($"int {at} = {Int(1)};");
                Line($"var {function} = (int x, ref int y) => x + y++ + {Plain()};");
                See($"{function}({Int(2)}, ref {at}) + {at}");
                break;
            case 1:
                Line($"var {function} = (params int[] items) => items.Length + {Plain()};");
                Line($"{SuspendedStatement()};");
                See($"{function}({Int(2)}, {Int(1)})");
                break;
            case 2:
                Line($"var {function} = (int x = 7) => x + {Plain()};");
                Line($"{SuspendedStatement()};");
                See($"{function}() - {function}({Int(2)})");
                break;
            default:
                Line($"var {function} = {Host}Bump;");
                Line($"int {at} = {Int(2)};");
                See($"{function}(ref {at}, {Int(1)}) + {at}");
                break;
        }
    }

    private void NestedInitializers()
    {
        string made = Own("made");
        string value = dice.Next(3) switch
        {
            0 => $"new Meeting({Self}) {{ Again = {{ Spare = {Int(2)}, [{Int(1)}] = {Int(2)} }}, Spare = {Int(1)} }}",
            1 => $"new Meeting({Self}) {{ Log = {{ {Int(2)}, {Int(2)} }}, Again = {{ Log = {{ {Int(2)} }} }} }}",
            _ => $"new Meeting({Self}) {{ Again = {{ Again = {{ Spare = {Int(2)} }} }}, Log = {{ {Int(1)} }} }}",
        };
        Line($"var {made} = {value};");
        SeeText($"{made}.ToString()");
    }

    /// <summary>Handlers that are told who they are for; a reference that is one of two.</summary>
    private void Receivers()
    {
        switch (dice.Next(4))
        {
            case 3:
                string chosen = $"({Bool(1)} ? ref {Host}Pairs[{Small(1)}] : ref {Host}V)";
                Line(dice.Of($"{chosen}.X += {Int(2)};", $"{Host}L({Place()}, {chosen}.Add({Int(2)}));"));
                break;
            case 0:
                See($"{Host}Meet({Place()}).Tell($\"a{{{Int(2)}}}b{{{Leaf()}}}\")");
                break;
            case 1:
                See($"{Host}Meeting.Again!.Tell($\"{{{String(2)}}}{{{Int(2)}}}\")");
                break;
            default:
                See($"({Bool(1)} ? ref {Host}A[0] : ref {Host}O.Field) {dice.Of("+=", "=")} {Plain()}");
                break;
        }
    }
}
