using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Ir;

/// <summary>The storage of a variable in the generated code.</summary>
internal enum Storage
{
    /// <summary>Not decided yet.</summary>
    Open,

    /// <summary>A local, declared where the user declared it: it is live across no suspension.</summary>
    Local,

    /// <summary>A field of the frame.</summary>
    Frame,

    /// <summary>A field of its scope's environment (the closure's display class), because a closure captures it.</summary>
    Environment,
}

/// <summary>A parameter, a local of a scope that suspends, or a temporary.</summary>
internal sealed class Variable(string name, string type, VariableScope scope)
{
    public string Name { get; } = name;

    /// <summary>The C# text of its type.</summary>
    public string Type { get; } = type;

    public VariableScope Scope { get; } = scope;

    /// <summary>The declared symbol; null for a temporary.</summary>
    public ISymbol? Symbol { get; init; }

    /// <summary>Where it is declared: for diagnostics.</summary>
    public SyntaxNode? Declaration { get; init; }

    /// <summary>The type of a declared variable; null for a temporary.</summary>
    public ITypeSymbol? TypeSymbol { get; init; }

    /// <summary>
    /// An expression of its type, never evaluated, where that has no name: the field holds a box then, and each mention infers the type
    /// from this example. Null for all other variables.
    /// </summary>
    // false ? new { A = default(int) } : default
    public string? Example { get; set; }

    /// <summary>What diagnostics call it.</summary>
    public string Description => Symbol is not null ? $"'{Name}'" : Declaration switch
    {
        CommonForEachStatementSyntax or { Parent: CommonForEachStatementSyntax } => "the enumerator of this foreach",
        { } node => $"the value of '{node}'",
        _ => $"'{Name}'",
    };

    /// <summary>Where its address is taken; null for nowhere.</summary>
    public SyntaxNode? Address { get; set; }

    /// <summary>What it is for.</summary>
    public FieldRole Role { get; init; } = FieldRole.Local;

    public bool IsParameter => Role == FieldRole.Parameter;

    /// <summary>A const local: declared once, at the top of the step.</summary>
    public bool IsConstant { get; init; }

    /// <summary>A ref local or a ref struct: it cannot be hoisted.</summary>
    public bool IsBound { get; init; }

    /// <summary>Why its type cannot be the type of a field, or null.</summary>
    public string? Unspeakable { get; init; }

    /// <summary>"ref " or "ref readonly " where it is a ref local.</summary>
    public string RefPrefix { get; init; } = "";

    public bool HoldsReferences { get; init; } = true;

    /// <summary>Whether it is a field though nothing reads it: it is saved.</summary>
    public bool IsKept { get; init; }

    /// <summary>Whether a closure captures it.</summary>
    public bool IsCaptured { get; set; }

    public Storage Storage { get; set; }

    /// <summary>The name of the local or of the field, once placed.</summary>
    public string StoredName { get; set; } = name;

    /// <summary>The local that a pattern declares, and that is assigned to it, where it is hoisted.</summary>
    public string PatternLocal { get; set; } = name;
}

/// <summary>
/// A scope of the user's that holds a suspension. Its captured variables share an environment, a new object for each entry.
/// </summary>
internal sealed class VariableScope(int depth)
{
    private readonly Dictionary<(LocalFunction Function, string Type), string> _delegates = [];

    /// <summary>Its nesting depth.</summary>
    public int Depth { get; } = depth;

    public List<Variable> Variables { get; } = [];

    /// <summary>The fields that cache delegates of local functions, so that two conversions are equal, as in plain C#.</summary>
    // g = Add;    ---->  g = (scope1.Add1 ??= (a0) => Add(scope1, a0));
    public IEnumerable<(string Name, string Type)> Delegates => _delegates.Select(d => (d.Value, d.Key.Type));

    public bool HasEnvironment => Variables.Exists(v => v.IsCaptured);

    /// <summary>The name of the frame's field, and of the local copy that closures capture: "scope1". Set by hoisting.</summary>
    public string FieldName { get; set; } = "";

    /// <summary>The name of the generated class: "Scope1". Set by hoisting.</summary>
    public string ClassName { get; set; } = "";

    /// <summary>The field for a delegate of a local function whose innermost environment this is.</summary>
    public string DelegateField(LocalFunction function, string type, FreshNames names)
    {
        if (!_delegates.TryGetValue((function, type), out var name))
            _delegates.Add((function, type), name = names.TakeNumbered(function.Name));
        return name;
    }
}

/// <summary>A jump target.</summary>
internal sealed class Label(string hint)
{
    /// <summary>Its name before <c>Layout</c> numbers it.</summary>
    public string Hint { get; } = hint;

    public string Name { get; set; } = hint;

    /// <summary>What a jump to it is called where it is saved, if that is no <c>break</c> and no <c>continue</c> (rule 245).</summary>
    // End: ..      ---->  goto End
    // case 1: ..   ---->  goto case 1
    public string? Jump { get; init; }

    /// <summary>How many moved finally blocks surround it: a jump from within more of them crosses those first.</summary>
    public int MovedDepth { get; init; }
}
