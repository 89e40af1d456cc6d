using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Meaning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>Expressions that evaluate their parts from left to right, and nothing else.</summary>
internal sealed class Composites(ExpressionLowerer root) : ExpressionPart(root)
{
    // (a(), yield(b))
    // ---->
    // kept1 = a(); yield(b); (kept1, sent)
    /// <summary>Expressions that evaluate their parts from left to right, and nothing else.</summary>
    public Code Composite(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case MemberAccessExpressionSyntax member:
                return Operands.Print(member, [member.Expression]);
            case CastExpressionSyntax cast:
                return Operands.Print(cast, [cast.Expression]);
            // await G(yield(1))    ---->  yield(1); await G(sent)
            case AwaitExpressionSyntax await:
                return Operands.Print(await, [await.Expression]);
            case IsPatternExpressionSyntax match:
                return Operands.Print(match, [match.Expression]);
            case TupleExpressionSyntax tuple:
                return Operands.Print(tuple, tuple.Arguments.Select(a => a.Expression).ToList());
            case AnonymousObjectCreationExpressionSyntax anonymous:
                return Operands.Print(anonymous, anonymous.Initializers.Select(i => i.Expression).ToList());
            case ImplicitArrayCreationExpressionSyntax array:
                return Operands.Print(array, Elements(array.Initializer));
            case ArrayCreationExpressionSyntax array:
                return Operands.Print(array, array.Type.RankSpecifiers.SelectMany(r => r.Sizes)
                    .Where(s => s is not OmittedArraySizeExpressionSyntax).Concat(Elements(array.Initializer)).ToList());
            case ImplicitStackAllocArrayCreationExpressionSyntax array:
                return Operands.Print(array, Elements(array.Initializer));
            case StackAllocArrayCreationExpressionSyntax { Type: ArrayTypeSyntax type } array:
                return Operands.Print(array, type.RankSpecifiers.SelectMany(r => r.Sizes)
                    .Where(s => s is not OmittedArraySizeExpressionSyntax).Concat(Elements(array.Initializer)).ToList());
            case CollectionExpressionSyntax collection:
                return CollectionExpressions.Collect(collection);
            case RangeExpressionSyntax range:
                return Printer.Print(range, Operands.LowerAll(Indices.Bounds(range)));
            case CheckedExpressionSyntax @checked:
                return Checked(@checked);
            case QueryExpressionSyntax query:
                return Operands.Print(query, QuerySources.Of(query));
            default:
                return Refuse(expression);
        }
    }

    /// <summary>The parts that were lifted out of "checked(...)" are checked too.</summary>
    private Code Checked(CheckedExpressionSyntax expression)
    {
        string? outer = Builder.Overflow;
        Builder.Overflow = expression.Keyword.Text;
        var rest = Lower(expression.Expression);
        Builder.Overflow = outer;
        return rest.IsSimple ? rest : Code.Of($"{expression.Keyword.Text}(", rest, ")");
    }

    /// <summary>The braces of an array initializer.</summary>
    public Code LowerElements(InitializerExpressionSyntax initializer) => Operands.Print(initializer, Elements(initializer));

    private static List<ExpressionSyntax> Elements(InitializerExpressionSyntax? initializer)
    {
        var elements = new List<ExpressionSyntax>();
        foreach (var element in initializer?.Expressions ?? default)
        {
            if (element is InitializerExpressionSyntax nested)
                elements.AddRange(Elements(nested));
            else
                elements.Add(element);
        }
        return elements;
    }
}
