using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Lowering.Meaning;

/// <summary>
/// What becomes of the arguments of a call, a creation or an indexer. The compiler knows an argument's syntax only where its value stands
/// in it bare; behind parentheses it is found by its place.
/// </summary>
internal static class PassedArguments
{
    /// <summary>The argument that an expression is, with what may stand around it; null for what is no argument.</summary>
    public static IArgumentOperation? Of(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
    {
        if (Around(value).Parent is not ArgumentSyntax { Parent: BaseArgumentListSyntax { Parent: { } call } } argument)
            return null;
        return model.GetOperation(argument, cancellation) as IArgumentOperation
            ?? Of(model.GetOperation(call, cancellation)).FirstOrDefault(
                a => a.ArgumentKind != ArgumentKind.DefaultValue && argument.Span.Contains(a.Value.Syntax.Span));
    }

    /// <summary>All arguments, those that the user does not write too.</summary>
    public static IEnumerable<IArgumentOperation> Of(IOperation? operation) => operation switch
    {
        IInvocationOperation invocation => invocation.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        IPropertyReferenceOperation indexer => indexer.Arguments,
        _ => Enumerable.Empty<IArgumentOperation>(),
    };

    /// <summary>An expression with all around it that does not change what it means as a variable.</summary>
    public static SyntaxNode Around(ExpressionSyntax value)
    {
        SyntaxNode outer = value;
        while (outer.Parent is ParenthesizedExpressionSyntax or CheckedExpressionSyntax
            or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
            outer = outer.Parent;
        return outer;
    }
}
