using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Finding;

/// <summary>
/// The local functions of scopes that suspend. They move to the end of the step method, where they can no longer see which entry of a scope
/// they belong to: so each takes the environments that it captures, its own and those of the functions it calls, as parameters.
/// </summary>
internal sealed class LocalFunctionMap
{
    private readonly Dictionary<IMethodSymbol, LocalFunction> _functions = new(SymbolEqualityComparer.Default);

    public LocalFunctionMap(LoweringContext context, VariableMap variables)
    {
        var declarations = context.Body.DescendantNodes(n => n is not AnonymousFunctionExpressionSyntax)
            .OfType<LocalFunctionStatementSyntax>()
            .Where(f => IsMoved(f, context)).ToList();
        foreach (var declaration in declarations)
        {
            if (context.Model.GetDeclaredSymbol(declaration, context.Cancellation) is IMethodSymbol symbol)
                _functions[symbol] = new LocalFunction(symbol, declaration);
        }
        var mentioned = _functions.Values.ToDictionary(f => f, f => Mentioned(f.Declaration, context, variables));
        bool grown;
        do
        {
            grown = false;
            foreach (var function in _functions.Values)
            {
                foreach (var scope in mentioned[function].Scopes.Concat(mentioned[function].Functions.SelectMany(f => f.Scopes)).ToList())
                    grown |= function.Add(scope);
            }
        }
        while (grown);
        // What is moved is seen from every block, and a block that is copied may declare the same name for itself.
        var names = DeclarationsByName.In(context.Body);
        foreach (var group in _functions.Values.GroupBy(f => f.Symbol.Name))
        {
            foreach (var function in group.Skip(names[group.Key].Count() > group.Count() ? 0 : 1))
                function.Name = context.Names.TakeNumbered(function.Symbol.Name);
        }
    }

    public bool IsEmpty => _functions.Count == 0;

    public LocalFunction? Find(ISymbol? symbol)
        => symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction } method
            && _functions.TryGetValue(method.OriginalDefinition, out var function)
            ? function : null;

    /// <summary>The function that a name mentions. Of one that becomes an object the model only says that it could be meant.</summary>
    public LocalFunction? Find(SimpleNameSyntax name, LoweringContext context)
    {
        var info = context.Model.GetSymbolInfo(name, context.Cancellation);
        return Find(info.Symbol ?? (info.CandidateSymbols.Length == 1 ? info.CandidateSymbols[0] : null));
    }

    /// <summary>A function whose block is flattened loses its place; one inside of copied statements stays.</summary>
    private static bool IsMoved(LocalFunctionStatementSyntax function, LoweringContext context)
    {
        SyntaxNode statement = function;
        while (statement.Parent is LabeledStatementSyntax)
            statement = statement.Parent;
        return statement.Parent is BlockSyntax or SwitchSectionSyntax
            && context.Suspensions.Suspends(statement.Parent is SwitchSectionSyntax section ? section.Parent : statement.Parent);
    }

    private (List<VariableScope> Scopes, List<LocalFunction> Functions) Mentioned(
        SyntaxNode declaration, LoweringContext context, VariableMap variables)
    {
        var scopes = new List<VariableScope>();
        var functions = new List<LocalFunction>();
        foreach (var name in declaration.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            var symbol = context.Model.GetSymbolInfo(name, context.Cancellation).Symbol;
            if (variables.Find(symbol) is { IsCaptured: true } variable)
                scopes.Add(variable.Scope);
            else if (Find(name, context) is { } function)
                functions.Add(function);
        }
        return (scopes, functions);
    }
}
