using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering.Placing;

/// <summary>
/// The names of the user's variables in the generated code. Flattening merges scopes, so that of two variables of one name one may have to
/// be renamed.
/// </summary>
internal sealed class DeclaredNames(LoweringContext context)
{
    /// <summary>Reserved for the receiver of an instance method.</summary>
    private const string ThisField = "This";

    private readonly ILookup<string, SyntaxNode> _declarations = DeclarationsByName.In(context.Method);

    private readonly Dictionary<string, string> _fields = new() { [ThisField] = "" };

    /// <summary>A local keeps its name where nothing else in the method is declared with it.</summary>
    // { int n = F(); } { string n = G(); }    ---->  int n1 = F(); string n2 = G();
    public string ForLocal(Variable variable)
        => variable.Symbol is null || _declarations[variable.Name].Count() <= 1 ? variable.Name : context.Names.TakeNumbered(variable.Name);

    /// <summary>
    /// Variables of one name and type share a field, since their scopes cannot overlap; of another type, they get a number.
    /// </summary>
    // { int n = 1; .. } { string n = "a"; .. }    ---->  f.n = 1; .. f.n3 = "a"; ..
    public string ForField(Variable variable)
    {
        if (_fields.TryGetValue(variable.Name, out var type))
        {
            if (type == variable.Type)
                return variable.Name;
            for (int number = 2; ; number++)
            {
                string name = variable.Name + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
                if (_fields.TryGetValue(name, out var other) ? other != variable.Type : context.Names.IsTaken(name))
                    continue;
                _fields[name] = variable.Type;
                return name;
            }
        }
        _fields.Add(variable.Name, variable.Type);
        return variable.Name;
    }

    /// <summary>The sections of a switch share an environment, and each may declare a pattern variable of the same name.</summary>
    public string ForEnvironment(Variable variable)
        => variable.Scope.Variables.Exists(v => v != variable && v.IsCaptured && v.Name == variable.Name
            && v.Storage == Storage.Environment)
            ? context.Names.TakeNumbered(variable.Name)
            : variable.Name;
}
