using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering.Meaning;

/// <summary>What C# knows of types that collection expressions are made of, and into.</summary>
internal static class Collections
{
    /// <summary>Whether nobody sees the elements arrive: an array, a list or a span, or what a builder makes of them in the end.</summary>
    public static bool IsBuiltAtOnce(ITypeSymbol type)
        => type.TypeKind is TypeKind.Array or TypeKind.Interface
            || KnownSymbols.IsList(type) || KnownSymbols.IsSpan(type)
            || type.GetAttributes().Any(KnownSymbols.IsCollectionBuilder);

    /// <summary>The type of what a foreach over a collection gives.</summary>
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
