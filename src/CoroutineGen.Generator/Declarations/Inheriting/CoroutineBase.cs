using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Declarations.Inheriting;

/// <summary>The runtime's class that the class of a coroutine derives from, as a symbol: known before that class is written.</summary>
internal static class CoroutineBase
{
    // string M(Yield<int> yield)                    ---->  Coroutine<int, Unit, string>
    // async Task M(AsyncYield<int, bool> yield)     ---->  AsyncCoroutine<int, bool>
    // void M(Receive<int> receive)                  ---->  Coroutine<Unit, int>
    /// <returns>Null where the signature has errors.</returns>
    public static INamedTypeSymbol? Of(IMethodSymbol coroutine)
    {
        var types = coroutine.Parameters.Select(p => p.Type).OfType<INamedTypeSymbol>();
        if (types.FirstOrDefault(KnownSymbols.IsYieldOrReceive) is not { } yield)
            return null;
        bool isAsync = KnownSymbols.IsAsyncYieldOrReceive(yield);
        bool isConsumer = KnownSymbols.IsReceive(yield) || KnownSymbols.IsAsyncReceive(yield);
        var unit = Ours(yield, "Unit", 0);
        var yielded = isConsumer ? unit : yield.TypeArguments[0];
        var sent = isConsumer ? yield.TypeArguments[0] : yield.Arity == 2 ? yield.TypeArguments[1] : null;
        var result = Result(coroutine, isAsync);
        ITypeSymbol?[] arguments = result is not null ? [yielded, sent ?? unit, result]
            : sent is not null ? [yielded, sent]
            : [yielded];
        return arguments.All(a => a is { TypeKind: not TypeKind.Error })
            ? Ours(yield, isAsync ? "AsyncCoroutine" : "Coroutine", arguments.Length)?.Construct(arguments.Select(a => a!).ToArray())
            : null;
    }

    /// <summary>
    /// Whether a type is a class or an interface of coroutines, or an enumerator, and a coroutine is one. Not where it is a sequence: that
    /// is enumerated as often as one likes, and a coroutine once.
    /// </summary>
    public static bool Is(INamedTypeSymbol coroutine, ITypeSymbol type)
    {
        for (var at = coroutine; at is not null; at = at.BaseType)
            if (at.SpecialType != SpecialType.System_Object && SymbolEqualityComparer.Default.Equals(at, type))
                return true;
        return (KnownSymbols.IsCoroutineInterface(type) || KnownSymbols.IsAsyncCoroutineInterface(type)
                || KnownSymbols.IsEnumerator(type) || KnownSymbols.IsAsyncEnumerator(type))
            && coroutine.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i, type));
    }

    private static ITypeSymbol? Result(IMethodSymbol coroutine, bool isAsync)
        => coroutine.ReturnsVoid ? null
            : !isAsync ? coroutine.ReturnType
            : coroutine.ReturnType is INamedTypeSymbol { Arity: 1 } task ? task.TypeArguments[0]
            : null;

    private static INamedTypeSymbol? Ours(INamedTypeSymbol yield, string name, int arity)
        => yield.ContainingNamespace.GetTypeMembers(name, arity).FirstOrDefault();
}
