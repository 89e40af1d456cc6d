namespace CoroutineGen.Fuzz.Grammar;

internal sealed partial class BodyWriter
{
    private void Closure()
    {
        _verbatim++;
        var functions = Any(VariableKind.Functions);
        switch (saves ? 3 : dice.Next(6))
        {
            case 0 when functions is not null:
                Line($"{functions.Name}.Add(() => {Innermost(assignable: false)} + {Int(1)});");
                break;
            case 1 when functions is not null:
                Line($"{functions.Name}.Add(() => {Innermost(assignable: true)}{dice.Of("++", "--", " += 2")});");
                break;
            case 2 when functions is not null:
                Line($"{Host}L({Place()}, {functions.Name}.Sum(f => f()));");
                break;
            case 3:
                LocalFunction();
                break;
            default:
                string name = Name(), parameter = Name();
                var scope = _scope;
                _scope = new Scope(scope);
                _scope.Declare(parameter, VariableKind.Int);
                string body = Int(2);
                _scope = scope;
                Line($"Func<int, int> {name} = {parameter} => {body};");
                _scope.Declare(name, VariableKind.Function, assignable: false);
                break;
        }
        _verbatim--;
    }

    /// <summary>
    /// The variable that was declared last: most likely one that each iteration has anew, which is what goes wrong with closures.
    /// </summary>
    private string Innermost(bool assignable)
        => _scope.Visible.Last(v => v.Kind == VariableKind.Int && (v.Assignable || !assignable)).Name;

    private void LocalFunction()
    {
        string name = "Local" + _names++, parameter = Name();
        var scope = _scope;
        _scope = new Scope(scope);
        _scope.Declare(parameter, VariableKind.Int);
        string body = Int(2);
        _scope = scope;
        switch (dice.Next(4))
        {
            case 0:
                Line($"int {name}(int {parameter}) => {body};");
                break;
            case 1:
                Line($"T{name} Same{name}<T{name}>(T{name} value) => value;");
                Line($"int {name}(int {parameter}) => Same{name}({body});");
                break;
            case 2 when own.Shape is not HostShape.Struct:
                Line($"int {name}(int {parameter}) {{ if ({parameter} > 9) return {name}(8); {Innermost(assignable: true)} += {parameter}; return {body}; }}");
                break;
            default:
                Line($"IEnumerable<int> Items{name}(int {parameter}) {{ yield return {body}; yield return {parameter}; }}");
                Line($"int {name}(int {parameter}) => Items{name}({parameter}).Sum();");
                break;
        }
        _scope.Declare(name, VariableKind.LocalFunction, assignable: false);
    }
}
