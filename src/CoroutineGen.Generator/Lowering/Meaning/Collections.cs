using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering;

/// <summary>What C# knows of types that collection expressions are made of, and into.</summary>
internal static class Collections
{
    private static readonly string[] s_builtAtOnce =
        ["System.Collections.Generic.List`1", "System.Span`1", "System.ReadOnlySpan`1"];

    /// <summary>Whether nobody sees the elements arrive: an array, a list or a span, or what a builder makes of them in the end.</summary>
    public static bool IsBuiltAtOnce(ITypeSymbol type, Compilation compilation)
        => type.TypeKind is TypeKind.Array or TypeKind.Interface
            || s_builtAtOnce.Any(name
                => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, compilation.GetTypeByMetadataName(name)))
            || type.GetAttributes().Any(a => a.AttributeClass is { Name: "CollectionBuilderAttribute" });

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
