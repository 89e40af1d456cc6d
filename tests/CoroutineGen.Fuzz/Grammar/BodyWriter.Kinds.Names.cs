namespace CoroutineGen.Fuzz.Grammar;

// Kinds that have to do with names, scopes and text.
internal sealed partial class BodyWriter
{
    private static readonly string[] KeywordNames = ["@if", "@class", "@event", "@switch", "@return", "@foreach", "@lock"];

    /// <summary>What generated code has names for.</summary>
    private static readonly string[] ClashingNames =
        ["co", "f", "point", "sent", "next", "Frame", "scope1", "kept1", "old1", "how", "p1", "v1", "resource1", "text1", "own", "error", "value"];

    /// <summary>A label may stand before anything.</summary>
    private void Labels(int depth)
    {
        string label = Own("here"), count = Own("count");
        Line($"int {count} = 0;");
        string back = $"if ({count}++ < {dice.Next(3)}) goto {label};";
        switch (dice.Next(5))
        {
            case 0:
                Line($"if ({Bool(1)}) goto {label};");
                Line($"{Host}L({Place()}, {Int(2)});");
                Line($"{label}: using var {Own("resource")} = new Resource({Self}, {Int(1)});");
                Statements(depth, 2);
                break;
            case 1:
                Line($"if ({Bool(1)}) goto {label};");
                Line($"{SuspendedStatement()};");
                Line($"{label}: using Resource {Own("first")} = new({Self}, {Int(1)}), {Own("second")} = new({Self}, {Leaf()});");
                Statements(depth, 1);
                break;
            case 2:
                Line($"{label}: {{ {Host}L({Place()}, {Int(1)}); {SuspendedStatement()}; }}");
                Line(back);
                break;
            case 3:
                Line($"{label}: try");
                Block(depth, 1);
                Line($"finally {{ {Host}L({Place()}, {Leaf()}); }}");
                Line(back);
                break;
            default:
                Line($"{label}: foreach (var {Own("item")} in {Host}A)");
                Line($"    {Host}L({Place()}, {Int(1)});");
                Line($"{label}Too: {Host}L({Place()}, {count});");
                Line(back);
                Line($"if ({count}++ < 2) goto {label}Too;");
                break;
        }
    }

    private void RawStrings()
    {
        switch (dice.Next(4))
        {
            case 0:
                SeeText($"$$\"\"\"color: {{red}}; {{{{{Int(2)}}}}} {{}}\"\"\"");
                break;
            case 1:
                SeeText($"$$$\"\"\"{{{{{Leaf().Length}}}}} {{{{{{{Int(2)}}}}}}}\"\"\"");
                break;
            case 2:
                Line($"{Host}S({Place()}, $$\"\"\"");
                Line($"      a {{{{{Int(2)}}}}}");
                Line($"    {{b}} {{{{{Int(1)},4}}}}");
                Line("    \"\"\");");
                break;
            default:
                Line($"{Host}S({Place()}, $@\"one \"\"{{{Int(2)}}}\"\"");
                Line($"two {{{{x}}}} {{{Int(1)}:d3}}\");");
                break;
        }
    }

    private void AnonymousTypes(int depth)
    {
        string first = Own("first"), second = Own("second");
        if (dice.Chance(30))
        {
            Line($"foreach (var {first} in {Host}A.Select(x => new {{ x, Y = x + {Plain()} }}))");
            Open();
            Line($"{SuspendedStatement()};");
            See($"{first}.x - {first}.Y");
            Close();
            return;
        }
        // The name of one member is taken from what it is; what stands left of a yield is kept.
        bool isKept = dice.Chance(50);
        Line($"var {first} = new {{ {Members(Int(2))} }};");
        Line($"var {second} = new {{ {Members(Int(1))} }};");
        switch (dice.Next(4))
        {
            case 0:
                Line($"({first}, {second}) = ({second}, {first});");
                Line($"{SuspendedStatement()};");
                break;
            case 1:
                See($"{Host}Exchange(ref {first}, ref {second}, {Int(2)})");
                break;
            case 2:
                Line($"if ({Bool(1)}) {first} = null;");
                Line($"{first} ??= new {{ {Members(Int(2))} }};");
                break;
            default:
                Line($"{first} = {first} with {{ A = {Int(2)} }};");
                break;
        }
        SeeText($"$\"{{{first}}}{{{Int(2)}}}{{{second}.F}}\"");
        if (depth > 0 && dice.Chance(30))
            Statements(depth, 1);

        string Members(string value) => isKept ? $"{Host}F, A = {value}" : $"A = {value}, {Host}F";
    }

    /// <summary>What was caught is thrown again, whatever the variable holds by then.</summary>
    private void Rethrow(int depth)
    {
        string outer = Own("outer"), caught = Own("caught"), set = Own("set"), put = Own("put");
        Line("try");
        Open();
        Line("try");
        Open();
        Line($"{SuspendedStatement()};");
        Line($"throw new {dice.Of("Red", "DarkRed")}({Int(1)});");
        Close();
        Line($"catch (Red {caught})" + (dice.Chance(30) ? $" when ({caught}.Payload > {dice.Next(9)})" : ""));
        Open();
        string change = dice.Of($"{caught} = new Red({Int(1)});", $"{caught} = null;", $"Action {set} = () => {caught} = new Red({Plain()}); {set}();");
        if (dice.Chance(50))
            Line(change);
        Statements(depth, 1);
        Line($"{SuspendedStatement()};");
        Line(change.Replace(set, put, StringComparison.Ordinal));
        Line("throw;");
        Close();
        Close();
        Line($"catch (Red {outer})");
        Line("{");
        Line($"    {Host}S({Place()}, Errors.Describe({outer}));");
        Line("}");
    }

    /// <summary>One name in several sections, each captured.</summary>
    private void CapturedPatterns()
    {
        string name = Own("bound"), functions = Own("functions");
        Line($"var {functions} = new List<Func<int>>();");
        Line($"foreach (object item{functions} in new object[] {{ {Int(1)}, (long){Int(1)}, new Pair({Int(1)}, {Leaf()}) }})");
        Line($"    switch (item{functions})");
        Line("    {");
        Captured($"case int {name} when {name} > {Int(1)}:");
        Captured($"case long {name}:", "(int)");
        Captured($"case Pair {{ X: var {name} }}:");
        Captured($"case int {name}:");
        Line("    }");
        See($"{functions}.Sum(x => x())");

        void Captured(string label, string cast = "")
        {
            Line($"        {label}");
            Line($"            {functions}.Add(() => {cast}{name} + {Plain()});");
            Line($"            {SuspendedStatement()};");
            Line($"            {name} += {dice.Next(9)};");
            Line("            break;");
        }
    }

    /// <summary>What the header of a loop declares is there once for the loop, or once for each time around.</summary>
    private void CapturedHeaders()
    {
        string name = Own("at"), rest = Own("rest"), functions = Own("functions");
        Line($"var {functions} = new List<Func<int>>();");
        string add = $"{functions}.Add(() => {name} * 100 + {rest})";
        switch (dice.Next(5))
        {
            case 0:
                Line($"foreach (int {name} in new Sequence({Self}, {Host}Split({Int(2)}, out int {rest}) & 1 | 1))");
                break;
            case 1:
                Line($"for (int {name} = 0; {Host}Split({Int(1)} + {name}, out int {rest}) > -99999 && {name} < 2; {name}++)");
                break;
            case 2:
                Line($"foreach (int {name} in {Int(2)} is var {rest} ? {Host}A : [])");
                break;
            case 3:
                Line($"for (int {name} = 0; {name} < 3; {Host}Split({name}++ + {Leaf()}, out int {rest}), {add})");
                add = $"{Host}F += {name}";
                break;
            default:
                Line($"int {name} = 0;");
                Line($"while ({name}++ < 3 && {Host}Split({Int(1)} + {name}, out int {rest}) > -99999)");
                break;
        }
        Open();
        Line(add + ";");
        Line($"{SuspendedStatement()};");
        Close();
        See($"{functions}.Sum(x => x())");
    }

    private string FreeName(string[] names)
    {
        string name = names[dice.Next(names.Length)];
        if (!_scope.IsFree(name))
            return Own("plain");
        _scope.Occupy(name);
        return name;
    }

    private void Keywords(int depth)
    {
        string local = FreeName(KeywordNames), function = FreeName(KeywordNames), label = FreeName(KeywordNames), count = Own("count");
        Line($"int {local} = {Int(2)}, {count} = 0;");
        _scope.Declare(local, VariableKind.Int);
        Line($"int {function}(int @int) => @int + {local};");
        Line($"{label}: {Host}L({Place()}, {function}({Int(2)}));");
        Statements(depth, 1);
        Line($"if ({count}++ < {dice.Next(3)}) goto {label};");
    }

    private void Clashes(int depth)
    {
        string first = FreeName(ClashingNames), second = FreeName(ClashingNames), third = FreeName(ClashingNames);
        Line($"int {first} = {Int(2)};");
        _scope.Declare(first, VariableKind.Int);
        Line($"foreach (int {second} in {Host}A)");
        Open();
        _scope.Declare(second, VariableKind.Int, assignable: false);
        Line($"Func<int, int> {third} = x => {(dice.Chance(50) ? first : second)} + {Plain()};");
        Line($"{SuspendedStatement()};");
        Statements(depth, 2);
        See($"{third}({Int(1)}) + {first} - {second}");
        Close();
    }
}
