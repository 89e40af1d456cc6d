namespace CoroutineGen.Fuzz.Grammar;

internal sealed partial class BodyWriter
{
    /// <summary>Statements with what C# knows by its shape, or that is declared in a way of its own.</summary>
    private void Shaped()
    {
        string name = Name();
        switch (dice.Next(9))
        {
            case 5 or 6 when saves:
                SeeText(String(2));
                break;
            case 0:
                Line($"foreach (int {name} in new {dice.Of("Shaped", "Countable")}({Self}, {Small(1)}))");
                Open();
                Line($"{Host}L({Place()}, {name});");
                Line(SuspendedStatement() + ";");
                Close();
                break;
            case 1:
                Line($"foreach (int {name} in new Passing({Self}, {Plain()} & 3))");
                Line($"    {Host}L({Place()}, {name});");
                break;
            case 2:
                Line($"using (var {name} = new Passing({Self}, {Plain()}).GetEnumerator())");
                Line($"    {Host}L({Place()}, {name}.Current);");
                break;
            case 3:
                Line($"var {name} = new Settings {{ First = {Int(2)}, Second = {Int(2)} }};");
                Line($"{Host}L({Place()}, {name}.First - {name}.Second);");
                break;
            case 4:
                TwoFunctions(name);
                break;
            case 5:
                _verbatim++;
                Line($"Func<int, System.Threading.Tasks.Task<int>> {name} = async x => {Host}L({Place()}, x + await System.Threading.Tasks.Task.FromResult(b));");
                _verbatim--;
                Line($"{Host}L({Place()}, {name}({Int(2)}).Result);");
                break;
            case 6:
                Line($"System.Linq.Expressions.Expression<Func<int, int>> {name} = x => x + a;");
                Line($"{Host}L({Place()}, {name}.Compile(true)({Int(2)}));");
                break;
            case 7:
                Line($"(int First, int Second) {name} = ({Int(2)}, {Int(2)});");
                Line($"{name}.Second += {Int(2)};");
                Line($"{Host}L({Place()}, {name}.First - {name}.Second);");
                break;
            default:
                Line($"{Host}L({Place()}, {Host}Say({Self}, $\"a{{{Int(2)}}}b{{{Int(1)}}}\"));");
                break;
        }
    }

    /// <summary>Local functions that call each other.</summary>
    private void TwoFunctions(string name)
    {
        _verbatim++;
        Line($"int Even{name}(int x) => x <= 0 ? {Host}L({Place()}, a) : Odd{name}(x - 1);");
        Line($"int Odd{name}(int x) => x <= 0 ? {Host}L({Place()}, b++) : Even{name}(x - 2);");
        _verbatim--;
        Line($"{Host}L({Place()}, Even{name}({Small(2)}));");
    }
}
