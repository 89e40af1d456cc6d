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

    /// <summary>What it captures of the method.</summary>
    public IReadOnlyList<ISymbol> Captured { get; private set; } = [];

    /// <summary>What the method gives it: what it captures, and the arguments of its call.</summary>
    public IEnumerable<string> Given { get; }

    public static IteratorBody? Of(MethodDeclarationSyntax method, SemanticModel model)
    {
        if (method.Body is not { } body || method.ContainsDirectives)
            return null;
        if (YieldStatements.Of(body).Any())
            return new(body, method.ParameterList.Parameters.Select(p => p.Identifier.Text));
        return OfLocal(method, body, model);
    }

    // static IEnumerable<T> M(S s) { Check(s); return Each(); IEnumerable<T> Each() { .. } }
    private static IteratorBody? OfLocal(MethodDeclarationSyntax method, BlockSyntax body, SemanticModel model)
    {
        var returns = body.DescendantNodes(n => n is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
            .OfType<ReturnStatementSyntax>().ToArray();
        if (returns.Length != 1 || returns[0] is not { } returned
            || returned.Expression is not InvocationExpressionSyntax { Expression: IdentifierNameSyntax called } call
            || body.Statements.OfType<LocalFunctionStatementSyntax>().SingleOrDefault(f => IsOf(f.Identifier, called))
                is not { Body: { } inner, TypeParameterList: null } local
            || !YieldStatements.Of(inner).Any() || local.Modifiers.Any(SyntaxKind.AsyncKeyword)
            || body.DescendantNodes().OfType<IdentifierNameSyntax>().Count(name => IsOf(name.Identifier, called)) != 1
            || call.ArgumentList.Arguments.Any(a => a.NameColon is not null || !IsTheSameLater(a.Expression))
            || call.ArgumentList.Arguments.Count != local.ParameterList.Parameters.Count
            || model.AnalyzeDataFlow(inner) is not { Succeeded: true } flow)
            return null;
        var symbol = model.GetDeclaredSymbol(method);
        var own = flow.VariablesDeclared.Concat(local.ParameterList.Parameters.Select(p => model.GetDeclaredSymbol(p)!)).ToArray();
        bool IsOutside(ISymbol variable) => !own.Contains(variable, SymbolEqualityComparer.Default)
            && SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, symbol)
            && variable is not IParameterSymbol { IsThis: true };
        if (flow.WrittenInside.Any(IsOutside))
            return null;
        var captured = flow.ReadInside.Where(IsOutside).OrderBy(v => v.Locations[0].SourceSpan.Start).ToList();
        return new(inner, captured.Select(v => v.Name).Concat(call.ArgumentList.Arguments.Select(a => a.ToString())))
        {
            Local = local,
            Return = returned,
            Captured = captured,
        };
    }

    private static bool IsOf(SyntaxToken name, IdentifierNameSyntax called) => name.ValueText == called.Identifier.ValueText;

    /// <summary>Whether an argument can be evaluated when the sequence is enumerated, and again.</summary>
    private static bool IsTheSameLater(ExpressionSyntax argument) => argument is IdentifierNameSyntax or LiteralExpressionSyntax;
}
