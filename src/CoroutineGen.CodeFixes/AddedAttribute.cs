using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace CoroutineGen.CodeFixes;

/// <summary>Puts an attribute on a declaration, in a list of its own below the last one or beside it.</summary>
internal static class AddedAttribute
{
    /// <summary>The declaration with the attribute; one that has no attribute gets it above itself.</summary>
    public static T On<T>(T declaration, string attribute)
        where T : MemberDeclarationSyntax
    {
        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(Parsed(attribute)));
        if (declaration.AttributeLists.Count == 0)
            return (T)declaration.WithoutLeadingTrivia().AddAttributeLists(list)
                .WithLeadingTrivia(declaration.GetLeadingTrivia()).WithAdditionalAnnotations(Formatter.Annotation);
        var last = declaration.AttributeLists.Last();
        var indentation = declaration.GetLeadingTrivia().LastOrDefault();
        list = list.WithTrailingTrivia(last.GetTrailingTrivia());
        if (last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) && indentation.IsKind(SyntaxKind.WhitespaceTrivia))
            list = list.WithLeadingTrivia(indentation);
        return (T)declaration.WithAttributeLists(declaration.AttributeLists.Add(list));
    }

    private static AttributeSyntax Parsed(string attribute)
        => SyntaxFactory.ParseMemberDeclaration($"[{attribute}] void M() {{ }}")!.AttributeLists[0].Attributes[0];
}
