using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations;

/// <summary>Tells, once symbols are there, whether what looks like a coroutine is one.</summary>
internal static class CoroutineSymbols
{
    /// <summary>
    /// Whether the attribute is ours, and not another's of the same name. Its arguments need not be right, as while they are typed.
    /// </summary>
    public static bool IsCoroutine(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
        => CoroutineSyntax.Attribute(method.AttributeLists) is { } attribute
            && model.GetDeclaredSymbol(method, cancellation) is { } symbol
            && symbol.GetAttributes().Any(data => data.ApplicationSyntaxReference is { } place
                && place.SyntaxTree == method.SyntaxTree && place.Span == attribute.Span
                && KnownSymbols.IsCoroutineAttribute(data.AttributeClass));

    /// <summary>The [Coroutine] attribute of a method, or null.</summary>
    public static AttributeData? AttributeOf(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
            if (KnownSymbols.IsCoroutineAttribute(attribute.AttributeClass))
                return attribute;
        return null;
    }

    /// <summary>Whether the factory of a coroutine primes it.</summary>
    public static bool IsPrimed(IMethodSymbol coroutine) => AttributeOf(coroutine) is { } attribute && IsPrimed(attribute);

    public static bool IsPrimed(AttributeData attribute)
        => attribute.NamedArguments.Any(argument => argument is { Key: "Primed", Value.Value: true });

    public static bool IsOurAttribute(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation)
        => model.GetSymbolInfo(attribute, cancellation).Symbol is IMethodSymbol { ContainingType: var type }
            && KnownSymbols.IsCoroutineAttribute(type);
}
