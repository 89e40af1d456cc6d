using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Ir;

/// <summary>Where a variable lives in the lowered body.</summary>
internal enum Placement
{
    /// <summary>Not decided yet.</summary>
    Open,

    /// <summary>A local, declared where the user declared it: all its uses stand in one run.</summary>
    Local,

    /// <summary>A field of the frame.</summary>
    Frame,

    /// <summary>A field of its scope's environment, because a closure captures it.</summary>
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
    /// An expression of its type, never evaluated, where that has no name: the field holds a box then, whose type each mention infers from
    /// this example. Null for all other variables.
    /// </summary>
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

    /// <summary>A ref local or a ref struct: it must stay a local of one run.</summary>
    public bool IsBound { get; init; }

    /// <summary>Why its type cannot be the type of a field, or null.</summary>
    public string? Unspeakable { get; init; }

    /// <summary>"ref " or "ref readonly " where it is a ref local.</summary>
    public string RefPrefix { get; init; } = "";

    public bool HoldsReferences { get; init; } = true;

    /// <summary>A closure mentions it.</summary>
    public bool IsCaptured { get; set; }

    public Placement Placement { get; set; }

    /// <summary>The name of the local or of the field, once placed.</summary>
    public string PlacedName { get; set; } = name;

    /// <summary>The local that a pattern declares in its stead, where it is hoisted.</summary>
    public string PatternLocal { get; set; } = name;
}

/// <summary>A scope of the user's that suspends; the captured variables among its own share one environment object per entry.</summary>
internal sealed class VariableScope(int depth)
{
    private readonly Dictionary<(LocalFunction Function, string Type), string> _delegates = [];

    /// <summary>How deep it is within the others: an inner scope is deeper.</summary>
    public int Depth { get; } = depth;

    public List<Variable> Variables { get; } = [];

    /// <summary>The fields that keep delegates of local functions, so that two conversions give the same object, as in plain C#.</summary>
    public IEnumerable<(string Name, string Type)> Delegates => _delegates.Select(d => (d.Value, d.Key.Type));

    public bool HasEnvironment => Variables.Exists(v => v.IsCaptured);

    /// <summary>The name of the frame's field, and of the local copy that closures capture; set by hoisting.</summary>
    public string FieldName { get; set; } = "";

    /// <summary>The name of the generated class; set by hoisting.</summary>
    public string ClassName { get; set; } = "";

    /// <summary>The field for a delegate of a local function whose innermost environment this is.</summary>
    public string DelegateField(LocalFunction function, string type, FreshNames names)
    {
        if (!_delegates.TryGetValue((function, type), out var name))
            _delegates.Add((function, type), name = names.TakeNumbered(function.Name));
        return name;
    }
}

/// <summary>A place to jump to.</summary>
internal sealed class Label(string hint)
{
    /// <summary>What it is called before it gets a number.</summary>
    public string Hint { get; } = hint;

    public string Name { get; set; } = hint;

    /// <summary>How many moved finally blocks it stands in: a jump from within more of them crosses these first.</summary>
    public int MovedDepth { get; init; }
}
