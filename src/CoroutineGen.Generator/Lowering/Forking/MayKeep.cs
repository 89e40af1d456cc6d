using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering.Forking;

/// <summary>Whether a value of a type may hold a closure, as far as the type can say.</summary>
internal static class MayKeep
{
    public static bool Closure(ITypeSymbol? type) => type switch
    {
        null => false,
        { TypeKind: TypeKind.Enum or TypeKind.Pointer } => false,
        { SpecialType: SpecialType.System_Object } => true,
        { SpecialType: not SpecialType.None and not SpecialType.System_Delegate and not SpecialType.System_MulticastDelegate }
            when type is INamedTypeSymbol { Arity: 0, TypeKind: not TypeKind.Interface } => false,
        IArrayTypeSymbol array => Closure(array.ElementType),
        INamedTypeSymbol named when named.IsTupleType || IsCollection(named) => named.TypeArguments.Any(Closure),
        { IsUnmanagedType: true, TypeKind: not TypeKind.TypeParameter } => false,
        _ => true,
    };

    /// <summary>Whether a collection may hold closures among its items.</summary>
    public static bool Items(ITypeSymbol type) => type is INamedTypeSymbol named && IsCollection(named) && named.TypeArguments.Any(Closure);

    private static bool IsCollection(INamedTypeSymbol type)
        => type.TypeKind is TypeKind.Class or TypeKind.Struct && KnownSymbols.IsOfCollections(type);
}
