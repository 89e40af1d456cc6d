using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Finding;

/// <summary>What code declares, in whatever role, by name.</summary>
internal static class DeclarationsByName
{
    /// <summary>What is declared in there, by name.</summary>
    public static ILookup<string, SyntaxNode> In(SyntaxNode code) => code.DescendantNodes()
        .Select(n => (Node: n, Name: NameOf(n)))
        .Where(d => d.Name is not null)
        .ToLookup(d => d.Name!, d => d.Node);

    private static string? NameOf(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax declarator => declarator.Identifier.ValueText,
        SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
        ForEachStatementSyntax loop => loop.Identifier.ValueText,
        CatchDeclarationSyntax clause => clause.Identifier.ValueText,
        ParameterSyntax parameter => parameter.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        FromClauseSyntax from => from.Identifier.ValueText,
        LetClauseSyntax let => let.Identifier.ValueText,
        JoinClauseSyntax join => join.Identifier.ValueText,
        JoinIntoClauseSyntax into => into.Identifier.ValueText,
        QueryContinuationSyntax into => into.Identifier.ValueText,
        _ => null,
    };
}
