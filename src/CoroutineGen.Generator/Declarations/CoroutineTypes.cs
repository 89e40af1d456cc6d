using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Declarations;

/// <summary>Tells coroutine types by their names, so that it costs next to nothing for all the others.</summary>
internal static class CoroutineTypes
{
    /// <summary>Whether the type is one of the coroutine classes, or derives from one.</summary>
    public static bool IsCoroutine(ITypeSymbol? type) => type is { TypeKind: TypeKind.Class } && Base(type, 1) is not null;

    /// <summary>Whether the type is one of the classes of asynchronous coroutines, or derives from one.</summary>
    public static bool IsAsyncCoroutine(ITypeSymbol? type) => type is { TypeKind: TypeKind.Class } && AsyncBase(type, 1) is not null;

    /// <summary>What the coroutine is sent, be it asynchronous or not; null where it is one-way.</summary>
    public static ITypeSymbol? Sent(ITypeSymbol? type)
        => type is { TypeKind: TypeKind.Class } && (Base(type, 2) ?? AsyncBase(type, 2)) is { } twoWay
            && twoWay.TypeArguments[1] is var sent && !KnownSymbols.IsUnit(sent)
            ? sent
            : null;

    /// <summary>What the coroutine hands out; null for all other types.</summary>
    public static ITypeSymbol? Yielded(ITypeSymbol? type) => type is { TypeKind: TypeKind.Class } ? Base(type, 1)?.TypeArguments[0] : null;

    /// <summary>What an asynchronous coroutine hands out; null for all other types.</summary>
    public static ITypeSymbol? YieldedAsync(ITypeSymbol? type)
        => type is null ? null : AsyncBase(type, 1)?.TypeArguments[0];

    /// <summary>Whether the type can be delegated to as an asynchronous coroutine.</summary>
    public static bool HasAsyncCoroutineShape(ITypeSymbol type)
        => IsAsyncCoroutine(type) || KnownSymbols.IsAsyncCoroutineInterface(type)
            || type.AllInterfaces.Any(KnownSymbols.IsAsyncCoroutineInterface);

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

    private static INamedTypeSymbol? AsyncBase(ITypeSymbol type, int arity)
    {
        for (var at = type as INamedTypeSymbol; at is not null; at = at.BaseType)
            if (KnownSymbols.IsAsyncCoroutine(at, arity))
                return at;
        return null;
    }
}
