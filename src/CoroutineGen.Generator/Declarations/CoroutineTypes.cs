using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Declarations;

/// <summary>Tells coroutine types by their names, so that it costs next to nothing for all the others.</summary>
internal static class CoroutineTypes
{
    /// <summary>Whether the type is one of the coroutine classes, or derives from one.</summary>
    public static bool IsCoroutine(ITypeSymbol? type) => type is { TypeKind: TypeKind.Class } && Base(type, 1) is not null;

    /// <summary>What the coroutine is sent; null where it is one-way.</summary>
    public static ITypeSymbol? Sent(ITypeSymbol? type)
        => type is { TypeKind: TypeKind.Class } && Base(type, 2) is { } twoWay
            && twoWay.TypeArguments[1] is var sent && !KnownSymbols.IsUnit(sent)
            ? sent
            : null;

    /// <summary>What the coroutine hands out; null for all other types.</summary>
    public static ITypeSymbol? Yielded(ITypeSymbol? type) => type is { TypeKind: TypeKind.Class } ? Base(type, 1)?.TypeArguments[0] : null;

    /// <summary>What an asynchronous coroutine hands out; null for all other types.</summary>
    public static ITypeSymbol? YieldedAsync(ITypeSymbol? type)
    {
        for (var at = type as INamedTypeSymbol; at is not null; at = at.BaseType)
            if (KnownSymbols.IsAsyncCoroutine(at, 1))
                return at.TypeArguments[0];
        return null;
    }

    /// <summary>Whether the type can be delegated to as a coroutine.</summary>
    public static bool HasCoroutineShape(ITypeSymbol type)
        => IsCoroutine(type) || KnownSymbols.IsCoroutineInterface(type) || type.AllInterfaces.Any(KnownSymbols.IsCoroutineInterface);

    private static INamedTypeSymbol? Base(ITypeSymbol type, int arity)
    {
        for (var at = type as INamedTypeSymbol; at is not null; at = at.BaseType)
            if (KnownSymbols.IsCoroutine(at, arity))
                return at;
        return null;
    }
}
