using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.CodeFixes;

/// <summary>Sets a property in an attribute.</summary>
internal static class NamedArguments
{
    /// <summary>The attribute with the property as its last argument, or in place of the one that sets it already.</summary>
    // [Coroutine(Forkable = true)]    ---->  [Coroutine(Forkable = true, Primed = true)]
    public static AttributeSyntax With(AttributeSyntax attribute, string property, ExpressionSyntax value)
    {
        var argument = SyntaxFactory.AttributeArgument(
            SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(property).WithTrailingTrivia(SyntaxFactory.Space))
                .WithEqualsToken(SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)),
            null,
            value);
        var others = attribute.ArgumentList?.Arguments.Where(a => a.NameEquals?.Name.Identifier.ValueText != property) ?? [];
        var arguments = others.Append(argument).ToArray();
        var commas = Enumerable.Repeat(
            SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), arguments.Length - 1);
        return attribute.WithArgumentList(SyntaxFactory.AttributeArgumentList(SyntaxFactory.SeparatedList(arguments, commas)));
    }
}
