using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Folding;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.TypeNames;
using CoroutineGen.Generator.Lowering.Unwinding;
using CoroutineGen.Generator.Symbols;
using CoroutineGen.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>A yield or a delegation: what it hands out, and what it gives when the coroutine goes on.</summary>
internal sealed class Yields(ExpressionLowerer root) : ExpressionPart(root)
{
    // yield(x)
    // ---->
    // current = x; return 1; Resumed1:      and "sent" is its value
    /// <summary>Emits a yield or a delegation; returns its value, which is good until the next suspension.</summary>
    public Code Suspend(ExpressionSyntax call)
    {
        var suspension = Context.Suspensions.Find(call)!;
        var operand = suspension.Operand;
        var value = operand is null ? Code.Of("default") : Lower(operand);
        bool delegates = suspension.Kind == SuspensionKind.Delegate;
        if (delegates && Context.IsAsync && IsEither(Context.TypeOf(operand!)) && Context.ConvertedTypeOf(operand!) is { } chosen)
            value = Code.Of($"({TypeText.Of(chosen)})", Grouped(operand!, value));
        if (operand is not null && Context.TypeOf(operand) is { TypeKind: TypeKind.Dynamic })
            value = Code.Of(
                delegates ? $"(global::System.Collections.Generic.IEnumerable<{YieldedType}>)" : $"({YieldedType})",
                Grouped(operand, value));
        var suspend = new Suspend(suspension.Kind, value, OneLine(call))
        {
            Token = Builder.Token,
            Overflow = Builder.Overflow,
            CallToken = Context.Tokens.Of(call),
            IsToCoroutine = delegates && YieldedBy(Context.TypeOf(operand!)) is { } yielded
                && SymbolEqualityComparer.Default.Equals(yielded, Context.Shape.Yield),
            CallsItself = delegates && !Context.IsAsync && SelfCall.Is(operand!, Context),
            Protection = Regions.Current,
            OnClose = Regions.OnClose,
            Releases = Regions.Releases,
            Held = Regions.Held,
            Result = ResultOf(suspension, call),
        };
        Builder.Add(suspend);
        return suspend.Result;
    }

    /// <summary>What one of our coroutines hands out. To an asynchronous one only such a one can delegate (rule 178).</summary>
    private ITypeSymbol? YieldedBy(ITypeSymbol? type)
        => CoroutineTypes.Yielded(type) ?? (Context.IsAsync ? CoroutineTypes.YieldedAsync(type) : null);

    /// <summary>Whether a sequence is one in both ways: the call says which is meant.</summary>
    private static bool IsEither(ITypeSymbol? type)
        => type is not null && type.AllInterfaces.Any(KnownSymbols.IsAsyncEnumerable) && type.AllInterfaces.Any(KnownSymbols.IsSequence);

    private Code ResultOf(Suspension suspension, ExpressionSyntax expression) => suspension.Kind switch
    {
        SuspensionKind.Yield => Code.Of(new StepNamePiece(StepName.Sent)),
        _ when Context.TypeOf(expression) is { SpecialType: not SpecialType.System_Void } type
            => Code.Of(new DelegatedPiece(TypeText.Of(type))),
        _ => Code.Empty,
    };

    private string YieldedType => Context.Shape.Yield switch
    {
        null => "global::CoroutineGen.Unit",
        { TypeKind: TypeKind.Dynamic } => "object",
        { } type => TypeText.Of(type),
    };

    private static string OneLine(SyntaxNode node)
    {
        string text = LineBreaks.Joined(node.ToString());
        return text.Length <= 60 ? text : text.Substring(0, 57) + "...";
    }
}
