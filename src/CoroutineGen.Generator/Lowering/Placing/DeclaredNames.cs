using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering.Placing;

/// <summary>
/// The names that the user's variables keep. Flattening puts variables of different scopes side by side, so a name that was declared twice
/// may need a second form.
/// </summary>
internal sealed class DeclaredNames(LoweringContext context)
{
    /// <summary>Kept for the receiver of an instance method.</summary>
    private const string ThisField = "This";

    private readonly ILookup<string, SyntaxNode> _declarations = DeclarationsByName.In(context.Method);

    private readonly Dictionary<string, string> _fields = new() { [ThisField] = "" };

    /// <summary>A local keeps its name where nothing else in the method has it.</summary>
    public string ForLocal(Variable variable)
        => variable.Symbol is null || _declarations[variable.Name].Count() <= 1 ? variable.Name : context.Names.TakeNumbered(variable.Name);

    /// <summary>Variables of one name and type share a field: their scopes cannot overlap.</summary>
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

    /// <summary>Sections of one switch share an environment, and may each have a pattern variable of one name.</summary>
    public string ForEnvironment(Variable variable)
        => variable.Scope.Variables.Exists(v => v != variable && v.IsCaptured && v.Name == variable.Name
            && v.Placement == Placement.Environment)
            ? context.Names.TakeNumbered(variable.Name)
            : variable.Name;
}
