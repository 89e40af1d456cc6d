using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Analyzers.Usage;

/// <summary>Recognises what suspends a coroutine, in the operations of its body.</summary>
internal static class YieldCalls
{
    public static bool Contains(IOperation operation) => operation.DescendantsAndSelf().OfType<IInvocationOperation>().Any(IsSuspension);

    public static bool IsSuspension(IInvocationOperation call) => IsYield(call) || IsFrom(call);

    public static bool IsFrom(IInvocationOperation call)
        => KnownSymbols.IsFrom(call.TargetMethod);

    private static bool IsYield(IInvocationOperation call)
        => call.TargetMethod.MethodKind == MethodKind.DelegateInvoke && KnownSymbols.IsYieldOrReceive(call.TargetMethod.ContainingType);
}
