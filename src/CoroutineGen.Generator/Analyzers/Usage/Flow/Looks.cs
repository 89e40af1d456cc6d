using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Analyzers.Usage.Flow;

/// <summary>Finds what is looked at under another type.</summary>
internal static class Looks
{
    // c.WithCancellation(token).ConfigureAwait(false)    ---->  c
    public static IOperation Through(IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => Through(conversion.Operand),
        IInvocationOperation call when Uses.Of(call) is (Use.Same, { } same) => Through(same),
        _ => value,
    };
}
