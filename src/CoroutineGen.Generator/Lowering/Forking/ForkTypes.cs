using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering.Forking;

/// <summary>
/// What a fork has to do with a value, by the type that the program gives it. What is not known to be copied rightly is refused.
/// </summary>
internal static class ForkTypes
{
    /// <summary>How a fork gets the value of a variable; null where it cannot.</summary>
    // Range()                    ---->  its twin            a forkable coroutine
    // List<int>.Enumerator       ---->  copied with the frame
    // IEnumerator<int>           ---->  its twin, or the fork fails
    // SortedSet<int>.Enumerator  ---->  refused
    // IEnumerable<int>           ---->  its twin, if it is a coroutine
    // (Coroutine<int>, int)      ---->  refused: a copy of the tuple would share it
    // anything else              ---->  shared
    public static ForkWay? Of(ITypeSymbol type)
    {
        if (CoroutineTypes.IsCoroutine(type))
            return type.IsSealed && !CanBeForked(type) ? null : ForkWay.Own;
        if (KnownSymbols.IsCopyableEnumerator(type))
            return ForkWay.Value;
        if (KnownSymbols.IsEnumerator(type) || KnownSymbols.IsCoroutineInterface(type))
            return ForkWay.Own;
        if (IsEnumerator(type) || type.AllInterfaces.Any(KnownSymbols.IsCoroutineInterface))
            return CanBeForked(type) ? ForkWay.Own : null;
        if (MayBeCoroutine(type))
            return ForkWay.MaybeCoroutine;
        return HoldsOwn(type) ? null : ForkWay.Value;
    }

    /// <summary>How a fork gets an enumerator that a foreach keeps: all of them are used up, whatever they look like.</summary>
    public static ForkWay? OfEnumerator(ITypeSymbol type)
        => Of(type) is var way && (way != ForkWay.Value || KnownSymbols.IsCopyableEnumerator(type)) ? way
            : CanBeForked(type) ? ForkWay.Own : null;

    /// <summary>How a fork gets a resource that a using releases at its end.</summary>
    public static ForkWay? OfResource(ITypeSymbol type) => Of(type) switch
    {
        ForkWay.Own => ForkWay.Own,
        null => null,
        _ => KnownSymbols.IsCopyableEnumerator(type) ? ForkWay.Value : CanBeForked(type) ? ForkWay.Own : null,
    };

    /// <summary>Whether what is delegated to can be forked, or only the run time knows.</summary>
    public static bool CanDelegateTo(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Dynamic })
            return true;
        if (type is INamedTypeSymbol named && KnownSymbols.IsCopyable(named))
            return true;
        return CanBeForked(type) || !(type.IsValueType || type.IsSealed);
    }

    /// <summary>Whether the type says that it can be forked, to something that a variable of it can hold.</summary>
    private static bool CanBeForked(ITypeSymbol type) => type.IsReferenceType
        && InterfacesOf(type).Any(i => KnownSymbols.IsForkable(i) && IsOrDerives(i.TypeArguments[0], type));

    private static IEnumerable<INamedTypeSymbol> InterfacesOf(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol parameter
            => parameter.ConstraintTypes.SelectMany(c => c.AllInterfaces.Concat(c is INamedTypeSymbol own ? [own] : [])),
        INamedTypeSymbol { TypeKind: TypeKind.Interface } own => own.AllInterfaces.Add(own),
        _ => type.AllInterfaces,
    };

    private static bool IsOrDerives(ITypeSymbol type, ITypeSymbol from)
    {
        for (var at = type; at is not null; at = at.BaseType)
            if (SymbolEqualityComparer.Default.Equals(at, from))
                return true;
        return type.AllInterfaces.Contains(from, SymbolEqualityComparer.Default);
    }

    /// <summary>
    /// Whether a struct, or a struct in it, has a field that is known to hold what only one coroutine can use. What is private in an
    /// assembly that only is referred to need not be known.
    /// </summary>
    private static bool HoldsOwn(ITypeSymbol type)
        => type is INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None }
            && type.GetMembers().OfType<IFieldSymbol>().Where(f => !f.IsStatic).Any(f => Of(f.Type) is ForkWay.Own or null);

    /// <summary>Whether the type implements the interface of enumerators.</summary>
    public static bool IsEnumerator(ITypeSymbol type) => type.AllInterfaces.Any(KnownSymbols.IsEnumerator);

    /// <summary>Whether a variable of the type may hold a coroutine, though the type does not say so.</summary>
    private static bool MayBeCoroutine(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Dynamic } => true,
        ITypeParameterSymbol parameter => !parameter.IsValueType,
        INamedTypeSymbol { TypeKind: TypeKind.Interface } named => named.SpecialType == SpecialType.System_IDisposable
            || named.OriginalDefinition.SpecialType
                is SpecialType.System_Collections_IEnumerable or SpecialType.System_Collections_Generic_IEnumerable_T
            || KnownSymbols.IsResultInterface(named) || KnownSymbols.IsForkable(named),
        _ => false,
    };
}
