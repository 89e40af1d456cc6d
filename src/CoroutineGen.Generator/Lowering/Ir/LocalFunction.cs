using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Ir;

/// <summary>A local function that was moved to the end of the step method, and takes the environments of its captured variables.</summary>
// int Add(int k) { n += k; return n; }    ---->  int Add(RunLocals.Scope1 scope1, int k) { scope1.n += k; return scope1.n; }
internal sealed class LocalFunction(IMethodSymbol symbol, LocalFunctionStatementSyntax declaration)
{
    private readonly List<VariableScope> _scopes = [];

    public IMethodSymbol Symbol { get; } = symbol;

    public LocalFunctionStatementSyntax Declaration { get; } = declaration;

    /// <summary>The environments that it takes, outermost first.</summary>
    public IReadOnlyList<VariableScope> Scopes => _scopes;

    public string Name { get; set; } = symbol.Name;

    /// <summary>Adds an environment.</summary>
    /// <returns>False where it takes that one already.</returns>
    public bool Add(VariableScope scope)
    {
        if (_scopes.Contains(scope))
            return false;
        int index = _scopes.FindIndex(s => s.Depth > scope.Depth);
        _scopes.Insert(index < 0 ? _scopes.Count : index, scope);
        return true;
    }
}
