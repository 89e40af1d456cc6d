namespace CoroutineGen.Fuzz.Grammar;

internal sealed partial class BodyWriter
{
    // How many loops and switches a break, and how many loops a continue, could be for; reset where a jump may not pass (a finally).
    private int _breaks;
    private int _continues;
    private bool _inFinally;
    private readonly Stack<string> _labels = new();

    /// <summary>Every loop ends on its own, whatever its body does: it counts.</summary>
    private void Loop(int depth)
    {
        int breaks = _breaks, continues = _continues;
        Open();
        switch (dice.Weighted(30, 15, 15, 40))
        {
            case 0:
                For(depth);
                break;
            case 1:
                While(depth);
                break;
            case 2:
                Do(depth);
                break;
            default:
                ForEach(depth);
                break;
        }
        Close();
        (_breaks, _continues) = (breaks, continues);
    }

    private void For(int depth)
    {
        string name = Name(), start = dice.Chance(70) ? "0" : Small(1);
        _scope.Declare(name, VariableKind.Int, assignable: false);
        string limit = $"{name} < {1 + dice.Next(3)}";
        string condition = dice.Chance(70) ? limit : $"{limit} && {Bool(1)}";
        string increment = dice.Chance(70) ? name + "++" : $"{name}++, {Host}L({Place()}, {Int(2)})";
        Line($"for (int {name} = {start}; {condition}; {increment})");
        LoopBody(depth);
    }

    private void While(int depth)
    {
        string name = Name();
        Line($"int {name} = {1 + dice.Next(3)};");
        _scope.Declare(name, VariableKind.Int, assignable: false);
        Line(dice.Chance(60) ? $"while ({name}-- > 0)" : $"while ({name}-- > 0 && {Bool(2)})");
        LoopBody(depth);
    }

    private void Do(int depth)
    {
        string name = Name();
        Line($"int {name} = {1 + dice.Next(3)};");
        _scope.Declare(name, VariableKind.Int, assignable: false);
        Line("do");
        LoopBody(depth);
        Line(dice.Chance(50) ? $"while (--{name} > 0);" : $"while (--{name} > 0 && {Bool(2)});");
    }

    private void ForEach(int depth)
    {
        if (Has(Features.Deconstruction) && dice.Chance(20))
        {
            string left = Name(), right = Name();
            string pairs = dice.Of($"new[] {{ new Pair({Int(2)}, {Int(1)}), {Host}V }}", Host + "Pairs", Host + "Map");
            Line($"foreach (var ({left}, {right}) in {pairs})");
            _scope.Declare(left, VariableKind.Int, assignable: false);
            _scope.Declare(right, VariableKind.Int, assignable: false);
            LoopBody(depth);
            return;
        }
        string items = dice.Next(12) switch
        {
            0 => Host + "A",
            1 => $"new[] {{ {Int(2)}, {Int(1)} }}",
            2 => $"new Sequence({Self}, {Small(1)})",
            3 => $"new Countdown({Self}, {1 + dice.Next(3)})",
            4 => $"new List<int> {{ {Int(1)}, {Leaf()} }}",
            5 => $"(IEnumerable<int>)new Sequence({Self}, {dice.Next(3)})",
            6 => $"Enumerable.Range({dice.Next(3)}, {1 + dice.Next(2)})",
            7 when Any(VariableKind.Array) is { } array => array.Name,
            8 => "\"xy\"",
            9 => Host + "Grid",
            10 => $"(System.Collections.IEnumerable)new Sequence({Self}, {Small(1)})",
            11 when Has(Features.Dynamic) => $"(dynamic)new[] {{ {Int(1)}, {Leaf()} }}",
            _ => $"{Host}A.Where(x{_names} => x{_names++} > {Plain()})",
        };
        string name = Name();
        bool converts = items == "\"xy\"" || items.StartsWith('(');
        Line($"foreach ({(converts ? "int" : dice.Of("var", "int"))} {name} in {items})");
        _scope.Declare(name, VariableKind.Int, assignable: false);
        LoopBody(depth);
    }

    private void LoopBody(int depth)
    {
        _breaks = _continues = 1;
        Block(depth);
    }

    private void Jump()
    {
        string jump = dice.Next(6) switch
        {
            5 when _caseJumps.Count > 0 => _caseJumps[dice.Next(_caseJumps.Count)],
            0 when _breaks > 0 => "break;",
            1 when _continues > 0 => "continue;",
            2 when !_inFinally => Return(),
            3 when _labels.Count > 0 => GoBack(),
            _ => $"throw new {dice.Of("Red", "DarkRed", "Blue")}({Int(1)});",
        };
        Line($"if ({Bool(2)})");
        Line("    " + jump);
    }

    /// <summary>A label with a way back to it, a bounded number of times; or a way forward over some statements.</summary>
    private void Goto(int depth)
    {
        string label = "Again" + _names++;
        if (dice.Chance(60))
        {
            Open();
            Line($"int {label}Count = 0;");
            Line($"{label}:");
            Line($"{Host}L({Place()}, {label}Count);");
            _labels.Push(label);
            Statements(depth, 3);
            Line(GoBack());
            _labels.Pop();
            Close();
            return;
        }
        Open();
        Line($"if ({Bool(2)}) goto {label};");
        int mark = _scope.Mark();
        Statements(depth, 3);
        _scope.ForgetSince(mark);
        Line($"{label}:");
        Line($"{Host}L({Place()}, {Int(1)});");
        Close();
    }

    private string GoBack()
    {
        string label = _labels.Peek();
        return $"if ({label}Count++ < 2) goto {label};";
    }
}
