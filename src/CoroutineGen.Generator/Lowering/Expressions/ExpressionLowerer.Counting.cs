using System.Globalization;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Meaning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>Indices that count from the end, and ranges.</summary>
internal sealed partial class ExpressionLowerer
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
    private Code FromEnd(ExpressionSyntax index, bool isArray, Code count)
    {
        var kept = _variables.Temporary("index", "int", null, index);
        if (Receivers.Bare(index) is not PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.IndexExpression } hat)
        {
            var value = Grouped(index, Lower(index));
            _emitter.Declare(kept, Code.Of(value, ".GetOffset(", count, ")"));
            return Code.Of(kept);
        }
        if (isArray)
        {
            if (_context.Suspensions.Suspends(hat))
            {
                var length = _variables.Temporary("length", "int", null, hat);
                _emitter.Declare(length, count);
                count = Code.Of(length);
            }
            _emitter.Declare(kept, Code.Of(count, " - ", Distance(hat.Operand)));
            return Code.Of(kept);
        }
        var distance = Distance(hat.Operand);
        _emitter.Declare(kept, Code.Of(count, " - ", distance));
        return Code.Of(kept);
    }

    /// <summary>How far an index is from the end, as a number; evaluated here, unless it is a constant.</summary>
    private Code Distance(ExpressionSyntax operand)
    {
        if (_context.Model.GetConstantValue(operand, _context.Cancellation).HasValue)
            return Grouped(operand, _printer.Print(operand));
        var distance = _variables.Temporary("distance", "int", null, operand);
        _emitter.Declare(distance, Lower(operand));
        return Code.Of(distance);
    }

    private Code CountOf(ExpressionSyntax index, ExpressionSyntax counted, Dictionary<SyntaxNode, Code> results)
    {
        if (_context.TypeOf(counted) is { } type && Receivers.LengthOf(type) is { } length)
            return Code.Of(length.ToString(CultureInfo.InvariantCulture));
        var receiver = counted.Parent is ConditionalAccessExpressionSyntax access && access.Expression == counted
            && _printer.Receivers.TryGetValue(access, out var found)
                ? found
                : Grouped(counted, _printer.Print(counted, results));
        return Code.Of(receiver, ".", CountName(index));
    }

    /// <summary>The name of the property that C# counts with.</summary>
    private string CountName(ExpressionSyntax index) => Implicit(index) is { } access ? access.LengthSymbol.Name : "Length";

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
            ? _context.Model.GetOperation(access, _context.Cancellation) as IImplicitIndexerReferenceOperation
            : null;
    }

    /// <summary>Whether an initializer names an element by a range, or by an Index, that its type does not know; else null.</summary>
    private bool? IsOfRange(ExpressionSyntax index, ITypeSymbol initialized)
    {
        bool isRange = _context.Receivers.IsRange(index);
        return (isRange || _context.Receivers.IsIndex(index)) && (initialized is IArrayTypeSymbol || Implicit(index) is not null)
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
    private List<Operand> Bounds(RangeExpressionSyntax range)
    {
        bool isTakenApart = Implicit(range) is not null;
        return new[] { range.LeftOperand, range.RightOperand }.OfType<ExpressionSyntax>().Select(bound).ToList();

        Operand bound(ExpressionSyntax expression)
        {
            if (isTakenApart && Receivers.Bare(expression) is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.IndexExpression } hat)
                return new Operand(hat.Operand);
            return new Operand(
                expression, IsConvertedLater: isTakenApart && _context.TypeOf(expression) is { } type && IsPrimitive(type));
        }
    }
}
