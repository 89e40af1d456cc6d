using System.Globalization;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Meaning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>Indices that count from the end, and ranges.</summary>
internal sealed class Indices(ExpressionLowerer root) : ExpressionPart(root)
{
    /// <summary>
    /// What is counted from the end becomes a number of elements from the start. C# reads the length of an array before the distance,
    /// that of anything else after it.
    /// <code>
    /// l[^f()] = yield(1)    ---->    kept1 = l; distance1 = f(); index1 = kept1.Count - distance1; yield; kept1[index1] = sent
    /// l[i] = yield(1)       ---->    kept1 = l; index1 = i.GetOffset(kept1.Count); yield; kept1[index1] = sent
    /// </code>
    /// </summary>
    /// <param name="index">The index.</param>
    /// <param name="isArray">Whether it is an array's.</param>
    /// <param name="count">How many elements there are.</param>
    public Code FromEnd(ExpressionSyntax index, bool isArray, Code count)
    {
        var kept = Variables.Temporary("index", "int", null, index);
        if (Receivers.Bare(index) is not PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.IndexExpression } hat)
        {
            var value = Grouped(index, Lower(index));
            Builder.Declare(kept, Code.Of(value, ".GetOffset(", count, ")"));
            return Code.Of(kept);
        }
        if (isArray)
        {
            if (Context.Suspensions.Suspends(hat))
            {
                var length = Variables.Temporary("length", "int", null, hat);
                Builder.Declare(length, count);
                count = Code.Of(length);
            }
            Builder.Declare(kept, Code.Of(count, " - ", Distance(hat.Operand)));
            return Code.Of(kept);
        }
        var distance = Distance(hat.Operand);
        Builder.Declare(kept, Code.Of(count, " - ", distance));
        return Code.Of(kept);
    }

    /// <summary>How far an index is from the end, as a number; evaluated here, unless it is a constant.</summary>
    private Code Distance(ExpressionSyntax operand)
    {
        if (Context.Model.GetConstantValue(operand, Context.Cancellation).HasValue)
            return Grouped(operand, Printer.Print(operand));
        var distance = Variables.Temporary("distance", "int", null, operand);
        Builder.Declare(distance, Lower(operand));
        return Code.Of(distance);
    }

    public Code CountOf(ExpressionSyntax index, ExpressionSyntax counted, Dictionary<SyntaxNode, Code> results)
    {
        if (Context.TypeOf(counted) is { } type && Receivers.LengthOf(type) is { } length)
            return Code.Of(length.ToString(CultureInfo.InvariantCulture));
        var receiver = counted.Parent is ConditionalAccessExpressionSyntax access && access.Expression == counted
            && Printer.Receivers.TryGetValue(access, out var found)
                ? found
                : Grouped(counted, Printer.Print(counted, results));
        return Code.Of(receiver, ".", CountName(index));
    }

    /// <summary>The name of the property that C# counts with.</summary>
    public string CountName(ExpressionSyntax index) => Implicit(index) is { } access ? access.LengthSymbol.Name : "Length";

    /// <summary>
    /// The access whose index or range C# takes apart for a type that knows nothing of them, only a length and an indexer or a slice; null
    /// for an array's, or another type's own.
    /// </summary>
    private IImplicitIndexerReferenceOperation? Implicit(ExpressionSyntax index)
    {
        SyntaxNode? node = index;
        while (node.Parent is ParenthesizedExpressionSyntax outer)
            node = outer;
        return node.Parent is ArgumentSyntax { Parent.Parent: ExpressionSyntax access }
            ? Context.Model.GetOperation(access, Context.Cancellation) as IImplicitIndexerReferenceOperation
            : null;
    }

    /// <summary>Whether an initializer names an element by a range, or by an Index, that its type does not know; else null.</summary>
    public bool? IsOfRange(ExpressionSyntax index, ITypeSymbol initialized)
    {
        bool isRange = Context.Receivers.IsRange(index);
        return (isRange || Context.Receivers.IsIndex(index)) && (initialized is IArrayTypeSymbol || Implicit(index) is not null)
            ? isRange
            : null;
    }

    /// <summary>
    /// The bounds of a range. Where C# takes the range apart a bound stays the number that it is, and is tested by what makes the slice;
    /// else it becomes an Index where it stands.
    /// <code>
    /// s[f()..yield(1)]    ---->    kept1 = s; kept2 = f(); yield; kept1[kept2..sent]
    /// </code>
    /// </summary>
    public List<Operand> Bounds(RangeExpressionSyntax range)
    {
        bool isTakenApart = Implicit(range) is not null;
        return new[] { range.LeftOperand, range.RightOperand }.OfType<ExpressionSyntax>().Select(bound).ToList();

        Operand bound(ExpressionSyntax expression)
        {
            if (isTakenApart && Receivers.Bare(expression) is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.IndexExpression } hat)
                return new Operand(hat.Operand);
            bool isConvertedLater = isTakenApart && Context.TypeOf(expression) is { } type && Stability.IsPrimitive(type);
            return new Operand(expression, isConvertedLater ? OperandKind.ConvertedLater : OperandKind.Value);
        }
    }
}
