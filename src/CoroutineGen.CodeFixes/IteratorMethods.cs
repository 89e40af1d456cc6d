using Microsoft.CodeAnalysis;

namespace CoroutineGen.CodeFixes;

/// <summary>What C# lets iterators return.</summary>
internal static class IteratorMethods
{
    /// <summary>The type of the elements; null where the method returns no sequence.</summary>
    public static ITypeSymbol? Yielded(IMethodSymbol method)
        => method.ReturnType is INamedTypeSymbol { Arity: 1 } sequence
            && (method.IsAsync ? IsAsyncSequence(sequence) : IsSequence(sequence))
            ? sequence.TypeArguments[0]
            : null;

    private static bool IsSequence(INamedTypeSymbol type)
        => type.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T
            or SpecialType.System_Collections_Generic_IEnumerator_T;

    private static bool IsAsyncSequence(INamedTypeSymbol type)
        => type is { Name: "IAsyncEnumerable" or "IAsyncEnumerator", ContainingNamespace: { Name: "Generic" } space }
            && space.ToDisplayString() == "System.Collections.Generic";
}
