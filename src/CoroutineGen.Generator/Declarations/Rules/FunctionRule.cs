using CoroutineGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations.Rules;

/// <summary>A local function or a lambda with the attribute: nothing can be generated for it.</summary>
internal static class FunctionRule
{
    public static IEnumerable<Diagnostic> Check(SyntaxNode function, SemanticModel model, CancellationToken cancellation)
    {
        var (lists, name) = Parts(function);
        if (CoroutineSyntax.Attribute(lists) is { } attribute && CoroutineSymbols.IsOurAttribute(attribute, model, cancellation))
            yield return Diagnostic.Create(DeclarationDiagnostics.NotAMethod, attribute.GetLocation(), name);
    }

    /// <summary>Whether a node is such a function that seems to carry the attribute.</summary>
    public static bool MayBreak(SyntaxNode node)
        => node is LocalFunctionStatementSyntax or LambdaExpressionSyntax && CoroutineSyntax.Attribute(Parts(node).Lists) is not null;

    private static (SyntaxList<AttributeListSyntax> Lists, string Name) Parts(SyntaxNode function) => function switch
    {
        LocalFunctionStatementSyntax local => (local.AttributeLists, "a local function"),
        LambdaExpressionSyntax lambda => (lambda.AttributeLists, "a lambda"),
        _ => (default, ""),
    };
}
