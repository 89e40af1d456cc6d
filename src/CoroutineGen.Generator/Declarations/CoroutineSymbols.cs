using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations;

/// <summary>Tells, once symbols are there, whether what looks like a coroutine is one.</summary>
internal static class CoroutineSymbols
{
    public const string Namespace = "CoroutineGen";

    private const string AttributeClass = "CoroutineAttribute";

    /// <summary>Whether the attribute is ours, and not another's of the same name.</summary>
    public static bool IsCoroutine(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
        => CoroutineSyntax.Attribute(method.AttributeLists) is { } attribute
            && model.GetDeclaredSymbol(method, cancellation) is { } symbol
            && symbol.GetAttributes().Any(data => data.ApplicationSyntaxReference is { } place
                && place.SyntaxTree == method.SyntaxTree && place.Span == attribute.Span
                && data.AttributeConstructor is { ContainingType: var type } && IsOurs(type, AttributeClass));

    public static bool IsOurAttribute(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation)
        => model.GetSymbolInfo(attribute, cancellation).Symbol is IMethodSymbol { ContainingType: var type }
            && IsOurs(type, AttributeClass);

    public static bool IsYieldType(ITypeSymbol type)
        => IsOurs(type, CoroutineSyntax.YieldName) || IsOurs(type, CoroutineSyntax.ReceiveName);

    private static bool IsOurs(ITypeSymbol type, string name)
        => type.Name == name && type.ContainingType is null
            && type.ContainingNamespace is { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true };
}
