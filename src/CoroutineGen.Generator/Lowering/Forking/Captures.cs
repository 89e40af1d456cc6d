using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Lowering.Meaning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Forking;

/// <summary>A variable that a closure captures and that a fork has its own of, and why that makes a difference.</summary>
internal sealed record Captured(Variable Variable, string Reason);

/// <summary>Which closures of a body capture variables that may differ between a coroutine and its fork.</summary>
internal sealed class Captures
{
    private readonly VariableMap _variables;
    private readonly LoweringContext _context;
    private readonly Dictionary<Variable, string> _reasons = [];
    private readonly Dictionary<ISymbol, LocalFunctionStatementSyntax> _functions = new(SymbolEqualityComparer.Default);

    public Captures(VariableMap variables, LoweringContext context)
    {
        _variables = variables;
        _context = context;
        foreach (var variable in variables.All)
            if (variable is { IsCaptured: true, TypeSymbol: { } type } && ForkTypes.Of(type) != ForkWay.Value)
                _reasons.Add(variable, "which is or may be a coroutine or an enumerator");
        foreach (var name in context.Body.DescendantNodes().OfType<IdentifierNameSyntax>())
            if (_variables.Find(name) is { IsCaptured: true } variable && !_reasons.ContainsKey(variable) && Changes(name, variable))
                _reasons.Add(variable, "which is assigned");
        foreach (var function in context.Body.DescendantNodes().OfType<LocalFunctionStatementSyntax>())
            if (context.Model.GetDeclaredSymbol(function, context.Cancellation) is { } symbol)
                _functions[symbol] = function;
    }

    /// <summary>Whether there is such a variable at all.</summary>
    public bool Any => _reasons.Count > 0;

    /// <summary>What a lambda, a query, or the name of a local function that becomes a delegate captures; null for nothing.</summary>
    public Captured? Of(SyntaxNode node) => node switch
    {
        AnonymousFunctionExpressionSyntax or QueryExpressionSyntax => In(node, []),
        SimpleNameSyntax name when FunctionOf(name) is { } function && !IsCalled(name) => In(function, [function]),
        _ => null,
    };

    private Captured? In(SyntaxNode closure, HashSet<SyntaxNode> visited)
    {
        foreach (var name in closure.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            // The first source of a query is evaluated outside of it.
            if (_context.Closures.Contain(name) && name is IdentifierNameSyntax identifier && _variables.Find(identifier) is { } variable
                && _reasons.TryGetValue(variable, out string? reason))
                return new(variable, reason);
            if (FunctionOf(name) is { } function && visited.Add(function) && In(function, visited) is { } captured)
                return captured;
        }
        return null;
    }

    private LocalFunctionStatementSyntax? FunctionOf(SimpleNameSyntax name)
        => _functions.Count > 0
            && _context.Model.GetSymbolInfo(name, _context.Cancellation).Symbol
                is IMethodSymbol { MethodKind: MethodKind.LocalFunction } method
            && _functions.TryGetValue(method.OriginalDefinition, out var function)
            ? function
            : null;

    private static bool IsCalled(SimpleNameSyntax name) => name.Parent is InvocationExpressionSyntax call && call.Expression == name;

    /// <summary>Whether a mention gives a variable another value, or may change a struct in its place.</summary>
    private static bool Changes(IdentifierNameSyntax name, Variable variable)
    {
        if (Writes.To(name))
            return true;
        if (variable.TypeSymbol is not { IsValueType: true, IsReadOnly: false, SpecialType: SpecialType.None } and not ITypeParameterSymbol)
            return false;
        ExpressionSyntax place = name;
        while (place.Parent is MemberAccessExpressionSyntax member && member.Expression == place)
            place = member;
        return place != name && (Writes.To(place) || (place.Parent is InvocationExpressionSyntax call && call.Expression == place));
    }
}
