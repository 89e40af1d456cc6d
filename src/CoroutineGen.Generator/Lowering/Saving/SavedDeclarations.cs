using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Saving;

/// <summary>
/// Refuses what no point can be saved with: a generic coroutine, values of types that cannot be saved, coroutines of other objects.
/// </summary>
internal static class SavedDeclarations
{
    public static void Check(LoweringContext context)
    {
        if (IsGeneric(context.Symbol))
        {
            context.Refusals.Add(SaveDiagnostics.Generic, context.Method.ParameterList, context.Symbol.Name);
            return;
        }
        var yieldParameter = context.Yield.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.Cancellation) ?? context.Method;
        Check(context.Shape.Yield, "What this hands out", yieldParameter, context);
        Check(context.ResultType, "What this returns", context.Method.ReturnType, context);
        foreach (var call in context.Body.DescendantNodes().OfType<InvocationExpressionSyntax>())
            if (MadeBy(call, context) is { } type && SaveTypes.IsSaveable(type)
                && context.Model.GetSymbolInfo(call, context.Cancellation).Symbol
                    is IMethodSymbol { IsStatic: false, MethodKind: MethodKind.Ordinary } made
                && IsOfAnother(call, context))
                context.Refusals.Add(SaveDiagnostics.ReceiverNotSaved, call, call.ToString(), made.ContainingType.Name);
    }

    /// <summary>Whether a coroutine is of types that what is saved would not say.</summary>
    public static bool IsGeneric(IMethodSymbol method) => method.IsGenericMethod || IsGeneric(method.ContainingType);

    private static bool IsGeneric(INamedTypeSymbol? type) => type is not null && (type.Arity > 0 || IsGeneric(type.ContainingType));

    private static void Check(ITypeSymbol? type, string what, SyntaxNode place, LoweringContext context)
    {
        if (type is not null && SaveTypes.WhyNot(type) is { } reason)
            context.Refusals.Add(
                SaveDiagnostics.NotSaved, place, what, type.ToMinimalDisplayString(context.Model, place.SpanStart), reason);
    }

    /// <summary>The type of what a call makes: an asynchronous coroutine that is primed comes in a task.</summary>
    private static ITypeSymbol? MadeBy(InvocationExpressionSyntax call, LoweringContext context)
        => context.TypeOf(call) is var type && KnownSymbols.IsValueTask(type)
            && type is INamedTypeSymbol { TypeArguments: { Length: 1 } made }
            ? made[0]
            : type;

    /// <summary>Whether a coroutine is made of an object other than this one, and other than what is supplied anew.</summary>
    private static bool IsOfAnother(InvocationExpressionSyntax call, LoweringContext context)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Expression: var receiver })
            return call.Expression is not (IdentifierNameSyntax or GenericNameSyntax);
        return receiver is not (ThisExpressionSyntax or BaseExpressionSyntax)
            && !(context.Model.GetSymbolInfo(receiver, context.Cancellation).Symbol is IParameterSymbol parameter
                && parameter.GetAttributes().Any(KnownSymbols.IsSupplied));
    }
}
