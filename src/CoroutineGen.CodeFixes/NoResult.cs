using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.CodeFixes;

/// <summary>The return type of a method that returns nothing.</summary>
internal static class NoResult
{
    /// <summary>void, or Task as it is named at an async method.</summary>
    public static TypeSyntax TypeOf(MethodDeclarationSyntax method, SemanticModel model)
        => method.Modifiers.Any(SyntaxKind.AsyncKeyword)
            ? SyntaxFactory.ParseTypeName(TaskIn(model, method))
            : SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.VoidKeyword));

    private static string TaskIn(SemanticModel model, MethodDeclarationSyntax method)
        => model.LookupNamespacesAndTypes(method.SpanStart, name: "Task").OfType<INamedTypeSymbol>()
            .Any(type => type.Arity == 0 && type.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks")
                ? "Task" : "System.Threading.Tasks.Task";
}
