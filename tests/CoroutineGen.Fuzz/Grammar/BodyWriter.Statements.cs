namespace CoroutineGen.Fuzz.Grammar;

internal sealed partial class BodyWriter
{
    /// <summary>A statement, whose blocks are at most so deep.</summary>
    private void Statement(int depth)
    {
        if (_statements-- <= 0 || depth <= 0)
        {
            Line($"{Host}L({Place()}, {Int(1)});");
            return;
        }
        depth--;
        if (kinds.Length > 0 && dice.Chance(30))
        {
            OfKind(kinds[dice.Next(kinds.Length)], depth);
            return;
        }
        switch (dice.Weighted(14, 12, 14, 6, 10, 12, 14, 5, 6, 6, 3, Has(Features.Closures) ? 14 : 0, 3, 3, 3, 5, 2, 6, Has(Features.Patterns) ? 8 : 0))
        {
            case 0:
                Declaration();
                break;
            case 1:
                Line($"{Assignment(3)};");
                break;
            case 2:
                Line($"{SuspendedStatement()};");
                break;
            case 3:
                Line($"{OtherAssignment(2)};");
                break;
            case 4:
                If(depth);
                break;
            case 5:
                Loop(depth);
                break;
            case 6:
                Try(depth);
                break;
            case 7:
                Switch(depth);
                break;
            case 8:
                Using(depth);
                break;
            case 9:
                Jump();
                break;
            case 10 when Has(Features.Gotos):
                Goto(depth);
                break;
            case 11:
                Closure();
                break;
            case 12 when Has(Features.Locks):
                Lock(depth);
                break;
            case 13 when Has(Features.Pokes):
                Line($"{Host}Poke({dice.Next(3)}, {dice.Next(closes ? 4 : 2)}, {(closes ? Int(1) : Leaf())});");
                break;
            case 14:
                Block(depth);
                break;
            default:
                Line($"{Host}L({Place()}, {Int(3)});");
                break;
            case 17:
                Rare(depth);
                break;
            case 18:
                PatternSwitchStatement(depth);
                break;
            case 16:
                Line($"{Host}S({Place()}, {String(3)});");
                break;
        }
    }

    private void Declaration()
    {
        switch (dice.Next(10))
        {
            case 0:
                string condition = Bool(2);
                Declare("bool", VariableKind.Bool, condition);
                break;
            case 1:
                Declare(dice.Of("var", "string"), VariableKind.Text, String(2));
                break;
            case 2 when Has(Features.Structs):
                Declare(dice.Of("var", "Pair"), VariableKind.Pair, dice.Chance(70) ? $"new Pair({Int(2)}, {Int(2)})" : Host + "V");
                break;
            case 3:
                if (dice.Chance(70))
                    Declare(dice.Of("var", "int[]"), VariableKind.Array, $"new[] {{ {Int(2)}, {Int(1)}, {Int(1)} }}");
                else
                    Declare("int[]", VariableKind.Array, $"[{Int(2)}, {Int(1)}, .. new[] {{ {Int(1)} }}]");
                break;
            case 4:
                Declare("int?", VariableKind.Maybe, Maybe(2));
                break;
            case 5:
                string first = Int(2), second = Int(2);
                string left = Name(), right = Name();
                Line(dice.Of($"var ({left}, {right}) = ({first}, {second});", $"(int {left}, var {right}) = new Pair({first}, {second});"));
                _scope.Declare(left, VariableKind.Int);
                _scope.Declare(right, VariableKind.Int);
                break;
            default:
                Declare(dice.Of("int", "var"), VariableKind.Int, Int(3));
                break;
        }
    }

    private void Declare(string type, VariableKind kind, string value)
    {
        string name = Name();
        Line($"{type} {name} = {value};");
        _scope.Declare(name, kind);
    }

    private void If(int depth)
    {
        Line($"if ({Bool(2)})");
        Block(depth);
        if (!dice.Chance(50))
            return;
        Line("else");
        Block(depth);
    }

    private void Switch(int depth)
    {
        string value = Int(2);
        Line($"switch ({value})");
        Open();
        EnterSwitch();
        _caseJumps.AddRange(["goto case 3;", "goto default;"]);
        Section(depth, dice.Of("case 0:", "case 0 or 2:", "case 0: case 1:"), dice.Of("break;", "goto case 3;", "goto default;"));
        string bound = "p" + _names++;
        string guard = dice.Chance(50) ? $"{bound} > {5 + dice.Next(4)}" : $"{bound} {dice.Of("<", ">")} {Int(2)}";
        Section(depth, $"case var {bound} when {guard}:", "break;", bound);
        _caseJumps.RemoveAt(0);
        Section(depth, "case 3:", dice.Of("break;", "goto default;"));
        _caseJumps.Clear();
        Section(depth, "default:", "break;");
        LeaveSwitch();
        Close();
    }

    private void Section(int depth, string label, string end, string? bound = null)
    {
        Line(label);
        Open();
        if (bound is not null)
            _scope.Declare(bound, VariableKind.Int);
        Statements(depth, 2);
        Line(end);
        Close();
    }

    private void Using(int depth)
    {
        string fails = dice.Chance(20) ? ", true" : "";
        string resource = dice.Chance(65) ? $"new Resource({Self}, {Int(2)}{fails})" : $"new ResourceStruct({Self}, {Int(2)})";
        if (dice.Chance(15))
            resource = "(Resource?)null";
        switch (dice.Next(3))
        {
            case 0:
                Line($"using ({resource})");
                Block(depth);
                break;
            case 1:
                Open();
                string name = Name();
                Line($"using ({dice.Of("var")} {name} = {resource})");
                Block(depth);
                Close();
                break;
            default:
                Line("{");
                _indent++;
                _scope = new Scope(_scope);
                Line($"using var {Name()} = {resource};");
                Statements(depth, 3);
                Close();
                break;
        }
    }

    private void Lock(int depth)
    {
        string gate = Name();
        Line($"var {gate} = new {dice.Of("object", "System.Threading.Lock")}();");
        Line($"lock ({gate})");
        Block(depth, 2);
    }
}
