namespace CoroutineGen.Fuzz.Grammar;

internal sealed partial class BodyWriter
{
    /// <summary>Statements whose meaning only the compiler knows, or whose text is easily changed in a copy.</summary>
    private void Meaning()
    {
        string name = Name(), other = Name();
        switch (dice.Next(14))
        {
            case 0:
                Line($"{Host}S({Place()}, new Label({Int(2)}) + \"x\" + {Int(1)});");
                break;
            case 1:
                Line($"var {name} = new Tally[2];");
                Line($"{name}[{Small(2)} & 1] += {Int(2)};");
                Line($"{name}[{Small(1)} & 1]++;");
                Line($"{Host}L({Place()}, {name}[0].Count + {name}[1].Count);");
                break;
            case 2:
                Line($"Metres {name} = {Int(1)};");
                Line($"{name} += {Int(2)};");
                Line($"{Host}L({Place()}, {name});");
                break;
            case 3:
                Open();
                Line($"if ({Bool(1)}) goto Here{name};");
                Line($"Here{name}: using (new Resource({Self}, {Place()}))");
                Line($"    {Host}L({Place()}, {Int(2)});");
                Close();
                break;
            case 4:
                Line($"{Host}S({Place()}, $$\"\"\"{{not}} {{{{{Int(2)}}}}} \"quoted\" {{{{{Leaf()}}}}}\"\"\");");
                break;
            case 5:
                Line($"{Host}S({Place()}, $@\"first {{{Int(2)}}}\n  second {{{Leaf()}}} \"\"q\"\"\");");
                break;
            case 6:
                Line($"foreach (var {name} in new[] {{ {Int(1)}, {Leaf()} }}.Select(x => {(saves ? "KeyValuePair.Create(x, x)" : "new { Value = x }")}))");
                Open();
                Line(SuspendedStatement() + ";");
                Line($"{Host}L({Place()}, {name}.Value);");
                Close();
                break;
            case 7:
                Line($"var {name} = {Anonymous(Int(2))}; var {other} = {Anonymous(Int(1))};");
                Line($"({name}, {other}) = ({other}, {name});");
                Line(SuspendedStatement() + ";");
                Line($"{Host}S({Place()}, $\"{{{name}.A}} {{{other}}}\");");
                break;
            case 8:
                Line($"try {{ try {{ throw new Red({Int(1)}); }} catch (Red {name}) {{ {Host}L({Place()}, {Int(2)}); {name} = new Red(77); {SuspendedStatement()}; throw; }} }}");
                Line($"catch (Red {other}) {{ {Host}L({Place()}, {other}.Payload); }}");
                break;
            case 9:
                Line($"int @event{name} = {Int(2)}; int point{name} = {Int(1)};");
                Line($"{Host}L({Place()}, @event{name} - point{name});");
                break;
            case 10:
                Line($"for (int {name} = 0, {other} = {Int(1)}; {name} < 2 && {Int(1)} is var c{name}; {name}++)");
                Line($"{{ Func<int> f{name} = () => c{name} + {other}; {SuspendedStatement()}; {Host}L({Place()}, f{name}()); }}");
                break;
            case 11:
                Line($"foreach (var {name} in {Int(1)} is var t{name} ? new[] {{ t{name}, 2 }} : new[] {{ 3 }})");
                Line($"{{ Func<int> f{name} = () => t{name} + {name}; {SuspendedStatement()}; {Host}L({Place()}, f{name}()); }}");
                break;
            case 12:
                Line($"switch ((object){Int(1)}) {{ case int p{name} when p{name} > {Int(1)}: {{ Func<int> f{name} = () => p{name}; {SuspendedStatement()}; {Host}L({Place()}, f{name}()); break; }}");
                Line($"    case int p{name}: {{ Func<int> f{name} = () => p{name} + 1; {SuspendedStatement()}; {Host}L({Place()}, f{name}()); break; }} }}");
                break;
            default:
                Line($"{Host}L({Place()}, {string.Join(" + ", Enumerable.Repeat(Leaf(), 40))} + {Int(2)});");
                break;
        }
    }

    /// <summary>Where it may have to be saved, a tuple, which is named by its members too.</summary>
    private string Anonymous(string value) => saves ? $"(A: {value}, B: 1)" : $"new {{ A = {value} }}";
}
