using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Lowering.Meaning;

/// <summary>
/// The argument operations of calls, creations and indexers. The model finds the operation of an argument's syntax only where the value is
/// not in parentheses; else it is found by its span.
/// </summary>
internal static class PassedArguments
{
    /// <summary>The argument whose value an expression is, be it in parentheses; null for what is no argument.</summary>
    public static IArgumentOperation? Of(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
    {
        if (Around(value).Parent is not ArgumentSyntax { Parent: BaseArgumentListSyntax { Parent: { } call } } argument)
            return null;
        return model.GetOperation(argument, cancellation) as IArgumentOperation
            ?? Of(model.GetOperation(call, cancellation)).FirstOrDefault(
                a => a.ArgumentKind != ArgumentKind.DefaultValue && argument.Span.Contains(a.Value.Syntax.Span));
    }

    /// <summary>All arguments, default values included.</summary>
    public static IEnumerable<IArgumentOperation> Of(IOperation? operation) => operation switch
    {
        IInvocationOperation invocation => invocation.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        IPropertyReferenceOperation indexer => indexer.Arguments,
        _ => Enumerable.Empty<IArgumentOperation>(),
    };

    /// <summary>An expression with the parentheses, "!" and "checked" around it, with which it is the same lvalue.</summary>
    public static SyntaxNode Around(ExpressionSyntax value)
    {
        SyntaxNode outer = value;
        while (outer.Parent is ParenthesizedExpressionSyntax or CheckedExpressionSyntax
            or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression })
            outer = outer.Parent;
        return outer;
    }
}
