using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering.TypeNames;

/// <summary>Types that have a name in any file, whatever that declares: those of an assembly with an alias only have none.</summary>
internal static class GlobalNames
{
    public static bool Has(ITypeSymbol type, Compilation compilation) => type switch
    {
        IArrayTypeSymbol array => Has(array.ElementType, compilation),
        ITypeParameterSymbol => true,
        INamedTypeSymbol named => TypeText.WhyUnspeakable(named) is null
            && (named.ContainingAssembly is not { } assembly || ExternAliases.IsGlobal(assembly, compilation))
            && named.TypeArguments.All(argument => Has(argument, compilation)),
        _ => TypeText.WhyUnspeakable(type) is null,
    };
}
