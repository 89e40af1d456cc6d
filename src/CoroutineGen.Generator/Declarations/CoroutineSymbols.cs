using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations;

/// <summary>Tells, once symbols are there, whether what looks like a coroutine is one.</summary>
internal static class CoroutineSymbols
{
    /// <summary>Whether the attribute is ours, and not another's of the same name.</summary>
    public static bool IsCoroutine(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
        => CoroutineSyntax.Attribute(method.AttributeLists) is { } attribute
            && model.GetDeclaredSymbol(method, cancellation) is { } symbol
            && symbol.GetAttributes().Any(data => data.ApplicationSyntaxReference is { } place
                && place.SyntaxTree == method.SyntaxTree && place.Span == attribute.Span
                && data.AttributeConstructor is { ContainingType: var type } && KnownSymbols.IsCoroutineAttribute(type));

    public static bool IsOurAttribute(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation)
        => model.GetSymbolInfo(attribute, cancellation).Symbol is IMethodSymbol { ContainingType: var type }
            && KnownSymbols.IsCoroutineAttribute(type);
}
