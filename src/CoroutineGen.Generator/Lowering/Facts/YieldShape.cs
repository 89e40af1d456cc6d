using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering.Facts;

/// <summary>What the yield parameter's type says of the coroutine.</summary>
/// <param name="Yield">The type handed out; null for a consumer, which hands out Unit.</param>
/// <param name="Send">The type received; null for a one-way coroutine.</param>
internal sealed record YieldShape(ITypeSymbol? Yield, ITypeSymbol? Send)
{
    /// <summary>Whether each yield is awaited.</summary>
    public bool IsAsync { get; private init; }

    public static YieldShape? Of(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeArguments: var arguments })
            return null;
        return KnownSymbols.IsYield(type, 1) ? new YieldShape(arguments[0], null)
            : KnownSymbols.IsYield(type, 2) ? new YieldShape(arguments[0], arguments[1])
            : KnownSymbols.IsReceive(type) ? new YieldShape(null, arguments[0])
            : KnownSymbols.IsAsyncYield(type, 1) ? new YieldShape(arguments[0], null) { IsAsync = true }
            : KnownSymbols.IsAsyncYield(type, 2) ? new YieldShape(arguments[0], arguments[1]) { IsAsync = true }
            : KnownSymbols.IsAsyncReceive(type) ? new YieldShape(null, arguments[0]) { IsAsync = true }
            : null;
    }
}
