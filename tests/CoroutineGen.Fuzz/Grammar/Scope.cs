namespace CoroutineGen.Fuzz.Grammar;

internal enum VariableKind
{
    Int,
    Bool,
    Text,
    Pair,
    Array,
    Function,
    LocalFunction,
    Functions,
    Box,
    Maybe,
    Error,
    Cell,
    Dynamic,
}

internal sealed record Variable(string Name, VariableKind Kind, bool Assignable = true);

/// <summary>The variables of a block and of those around it.</summary>
internal sealed class Scope(Scope? parent)
{
    private readonly List<Variable> _variables = [];
    private readonly HashSet<string> _names = [];
    private readonly HashSet<string> _namesBelow = [];

    public Scope? Parent => parent;

    public IEnumerable<Variable> Visible => parent is null ? _variables : parent.Visible.Concat(_variables);

    public Variable Declare(string name, VariableKind kind, bool assignable = true)
    {
        var variable = new Variable(name, kind, assignable);
        _variables.Add(variable);
        Occupy(name);
        return variable;
    }

    /// <summary>A name that stands here, whether it can be used or not.</summary>
    public void Occupy(string name)
    {
        _names.Add(name);
        for (var above = parent; above is not null; above = above.Parent)
            above._namesBelow.Add(name);
    }

    /// <summary>Whether C# lets a name be declared here: sibling blocks may have it, blocks around and within may not.</summary>
    public bool IsFree(string name)
    {
        if (_namesBelow.Contains(name))
            return false;
        for (var scope = this; scope is not null; scope = scope.Parent)
            if (scope._names.Contains(name))
                return false;
        return true;
    }

    public int Mark() => _variables.Count;

    /// <summary>Takes the variables declared since out of use: a jump may have passed their initialisers.</summary>
    public void ForgetSince(int mark) => _variables.RemoveRange(mark, _variables.Count - mark);
}
