using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.CodeFixes;

/// <summary>
/// The part of a method that is an iterator: all of it, or a local function behind its checks, which it returns. The latter may capture
/// what nothing assigns in it: that is what it is given then.
/// </summary>
internal sealed class IteratorBody
{
    private IteratorBody(BlockSyntax body, IEnumerable<string> given)
    {
        Body = body;
        Given = given;
    }

    public BlockSyntax Body { get; }

    /// <summary>The local function; null where the method itself is the iterator.</summary>
    public LocalFunctionStatementSyntax? Local { get; private set; }

    /// <summary>What returns its sequence.</summary>
    public ReturnStatementSyntax? Return { get; private set; }

    /// <summary>What it captures of the method: the names as they are written, and the types.</summary>
    public IReadOnlyList<(string Name, ITypeSymbol Type)> Captured { get; private set; } = [];

    /// <summary>What the method gives it: what it captures, and the arguments of its call.</summary>
    public IEnumerable<string> Given { get; }

    public static IteratorBody? Of(IteratorMethod method)
    {
        if (method.Syntax.Body is not { } body || method.Syntax.ContainsDirectives)
            return null;
        return YieldStatements.Of(body).Any()
            ? new(body, method.Syntax.ParameterList.Parameters.Select(p => p.Identifier.Text))
            : OfLocal(body, method);
    }

    // static IEnumerable<T> M(S s) { Check(s); return Each(); IEnumerable<T> Each() { .. } }
    private static IteratorBody? OfLocal(BlockSyntax body, IteratorMethod method)
    {
        var returns = body.DescendantNodes(n => n is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
            .OfType<ReturnStatementSyntax>().ToArray();
        if (returns.Length != 1 || returns[0] is not { } returned
            || returned.Expression is not InvocationExpressionSyntax { Expression: IdentifierNameSyntax called } call
            || body.Statements.OfType<LocalFunctionStatementSyntax>().SingleOrDefault(f => IsOf(f.Identifier, called))
                is not { Body: { } inner, TypeParameterList: null } local
            || !YieldStatements.Of(inner).Any() || local.Modifiers.Any(SyntaxKind.AsyncKeyword)
            || body.DescendantNodes().OfType<IdentifierNameSyntax>().Count(name => IsOf(name.Identifier, called)) != 1
            || call.ArgumentList.Arguments.Any(a => a.NameColon is not null || !IsTheSameLater(a.Expression, method.Model))
            || call.ArgumentList.Arguments.Count != local.ParameterList.Parameters.Count
            || local.ParameterList.Parameters.Any(p => p.Modifiers.Count > 0)
            || CapturedIn(inner, method) is not { } captured)
            return null;
        return new(inner, captured.Select(v => v.Name).Concat(call.ArgumentList.Arguments.Select(a => a.ToString())))
        {
            Local = local,
            Return = returned,
            Captured = captured,
        };
    }

    /// <summary>
    /// What a local function's body captures of the method; null where that cannot be given to a method: another local function, a
    /// constant, what has no name for its type, or what changes in it, which all who go through the sequence would see.
    /// </summary>
    private static List<(string Name, ITypeSymbol Type)>? CapturedIn(BlockSyntax inner, IteratorMethod method)
    {
        if (method.Model.AnalyzeDataFlow(inner) is not { Succeeded: true } flow)
            return null;
        var captured = new Dictionary<ISymbol, (string Name, ITypeSymbol Type)>(SymbolEqualityComparer.Default);
        foreach (var name in inner.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (method.Model.GetSymbolInfo(name).Symbol is not { } symbol || symbol is ITypeParameterSymbol
                || !SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, method.Symbol))
                continue;
            var type = symbol switch
            {
                ILocalSymbol { IsConst: false } local => local.Type,
                IParameterSymbol parameter => parameter.Type,
                _ => null,
            };
            if (type is null || !HasName(type) || MayChangeUnseen(type)
                || flow.WrittenInside.Contains(symbol, SymbolEqualityComparer.Default))
                return null;
            captured[symbol] = (name.Identifier.Text, type);
        }
        return [.. captured.OrderBy(entry => entry.Key.Locations[0].SourceSpan.Start).Select(entry => entry.Value)];
    }

    private static bool HasName(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => HasName(array.ElementType),
        INamedTypeSymbol named => !named.IsAnonymousType && named.TypeKind != TypeKind.Error && named.TypeArguments.All(HasName),
        _ => true,
    };

    /// <summary>Whether a call may change a value where it stands: then it matters whose copy it is.</summary>
    private static bool MayChangeUnseen(ITypeSymbol type)
        => type is INamedTypeSymbol { IsValueType: true, IsReadOnly: false, SpecialType: SpecialType.None, TypeKind: not TypeKind.Enum };

    private static bool IsOf(SyntaxToken name, IdentifierNameSyntax called) => name.ValueText == called.Identifier.ValueText;

    /// <summary>
    /// Whether an argument can be evaluated when the sequence is enumerated, and again: a property may be another one then.
    /// </summary>
    private static bool IsTheSameLater(ExpressionSyntax argument, SemanticModel model)
        => argument is LiteralExpressionSyntax
            || (argument is IdentifierNameSyntax && model.GetSymbolInfo(argument).Symbol is ILocalSymbol or IParameterSymbol);
}
