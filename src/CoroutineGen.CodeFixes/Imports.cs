using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.CodeFixes;

/// <summary>The using directive of the package's namespace.</summary>
internal static class Imports
{
    /// <summary>A file with the directive, unless its names mean the package's at a method already.</summary>
    public static CompilationUnitSyntax With(
        CompilationUnitSyntax root, MethodDeclarationSyntax method, SemanticModel model, SyntaxTrivia lineEnd)
    {
        bool isImported = model.LookupNamespacesAndTypes(method.SpanStart, name: "CoroutineAttribute")
            .Any(type => type.ContainingNamespace.Name == "CoroutineGen");
        if (isImported)
            return root;
        var import = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName("CoroutineGen"))
            .WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword).WithTrailingTrivia(SyntaxFactory.Space))
            .WithTrailingTrivia(lineEnd);
        return root.AddUsings(import);
    }
}
