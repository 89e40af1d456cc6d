using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering.Meaning;

/// <summary>What C# knows of the types of collection expressions and of their spread elements.</summary>
internal static class Collections
{
    /// <summary>
    /// Whether a collection expression of a type calls no Add of the user's: for an array, a list, a span, or a type with a builder.
    /// </summary>
    public static bool IsBuiltAtOnce(ITypeSymbol type)
        => type.TypeKind is TypeKind.Array or TypeKind.Interface
            || KnownSymbols.IsList(type) || KnownSymbols.IsSpan(type)
            || type.GetAttributes().Any(KnownSymbols.IsCollectionBuilder);

    /// <summary>The element type of a foreach over a collection.</summary>
    public static ITypeSymbol? ItemOf(ITypeSymbol? type)
    {
        if (type is IArrayTypeSymbol array)
            return array.ElementType;
        var enumerator = type?.GetMembers("GetEnumerator").OfType<IMethodSymbol>()
            .FirstOrDefault(m => m is { Parameters.IsEmpty: true, IsStatic: false, DeclaredAccessibility: Accessibility.Public })
            ?.ReturnType;
        var current = enumerator?.GetMembers("Current").OfType<IPropertySymbol>().FirstOrDefault()
            ?? enumerator?.AllInterfaces.SelectMany(i => i.GetMembers("Current")).OfType<IPropertySymbol>().FirstOrDefault();
        return current?.Type ?? type?.AllInterfaces.Append(type).OfType<INamedTypeSymbol>()
            .FirstOrDefault(i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            ?.TypeArguments[0];
    }
}
