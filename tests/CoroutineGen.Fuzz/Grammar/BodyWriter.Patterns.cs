namespace CoroutineGen.Fuzz.Grammar;

internal sealed partial class BodyWriter
{
    /// <summary>A value that is matched, the pattern, and what the pattern binds, if it binds anything.</summary>
    private sealed record Match(string Value, string Pattern, string? Bound);

    private Match Matched(int depth)
    {
        string bound = "p" + _names++;
        int n = dice.Next(6);
        return dice.Next(11) switch
        {
            0 => new($"new Pair({Int(depth)}, {Int(depth)})", $"{{ X: > {n}, Y: var {bound} }}", bound),
            1 => new($"new Pair({Int(depth)}, {Int(depth)})", $"(> {n}, var {bound})", bound),
            2 => new($"new[] {{ {Int(depth)}, {Int(depth)}, {Leaf()} }}", $"[var {bound}, .., > {n}]", bound),
            3 => new($"new List<int> {{ {Int(depth)}, {Int(depth)} }}", $"[_, var {bound}]", bound),
            4 => new($"new[] {{ {Int(depth)}, {Int(depth)}, {Leaf()} }}", $"[> {n}, .. {{ Length: 2 }}]", null),
            5 => new($"(object){Int(depth)}", $"int {bound} and > {n}", bound),
            6 => new($"{Host}B({Place()})[{Int(depth)}]", $"> {n} and not {n + 3} and var {bound}", bound),
            7 => new($"({Int(depth)}, {Int(depth)}, {Leaf()})", $"(var {bound}, not {n}, _)", bound),
            8 => new(String(depth), $"{{ Length: > 1 and var {bound} }}", bound),
            9 => new($"{Host}Id(new Point({Int(depth)}, {Int(depth)}))", $"{{ X: var {bound}, Y: < {n} or > {n + 2} }}", bound),
            _ => new($"({Maybe(depth)})", $"{{ }} {bound}", bound),
        };
    }

    private string PatternTest(int depth)
    {
        var (value, pattern, bound) = Matched(depth);
        return bound is null ? $"{value} is {pattern}" : $"({value} is {pattern} && {bound} {dice.Of("<", ">")} {Int(depth)})";
    }

    private string PatternSwitch(int depth)
    {
        var (value, pattern, bound) = Matched(depth);
        string guard = dice.Chance(60) ? $" when {bound ?? Host + "F"} > {Int(depth)}" : "";
        string result = bound is null || dice.Chance(50) ? Int(depth) : $"{bound} + {Int(depth)}";
        return $"({value} switch {{ {pattern}{guard} => {result}, _ => {Int(depth)} }})";
    }

    /// <summary>A switch over something other than an int, whose clauses suspend.</summary>
    private void PatternSwitchStatement(int depth)
    {
        var (value, pattern, bound) = Matched(2);
        Line($"switch ({value})");
        Open();
        EnterSwitch();
        string guard = dice.Chance(60) ? $" when {bound ?? Host + "F"} > {Int(2)}" : "";
        string again = dice.Chance(40) ? $" when {Host}F < {Int(2)} && {Bool(1)}" : $" when {Host}F > {Int(1)}";
        _caseJumps.Add("goto default;");
        Section(depth, $"case {pattern}{guard}:", dice.Of("break;", "goto default;"), bound);
        Section(depth, $"case var x{_names}{again}:", "break;");
        _names++;
        _caseJumps.Clear();
        Section(depth, "default:", "break;");
        LeaveSwitch();
        Close();
    }

    // The sections that a jump may go to: only later ones, so that every switch ends.
    private List<string> _caseJumps = [];
    private readonly Stack<(List<string> Jumps, int Breaks)> _switches = new();

    private void EnterSwitch()
    {
        _switches.Push((_caseJumps, _breaks));
        (_caseJumps, _breaks) = ([], 1);
    }

    private void LeaveSwitch() => (_caseJumps, _breaks) = _switches.Pop();
}
