using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Lowering.Meaning;

/// <summary>
/// What the runtime binder looks up by name (late binding). An expression of type dynamic need not be late-bound itself: a local is not.
/// </summary>
internal sealed class LateBinding(SemanticModel model, CancellationToken cancellation)
{
    /// <summary>
    /// Whether an expression is a late-bound member or element: no lvalue, so that a reference to it is one to a copy.
    /// </summary>
    public bool IsPlace(ExpressionSyntax expression)
        => model.GetOperation(Inner(expression), cancellation) is IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation;

    /// <summary>Whether a call is of a late-bound method, as opposed to a dynamic value that is invoked.</summary>
    public bool IsMethod(ExpressionSyntax called)
        => model.GetOperation(Inner(called), cancellation) is IDynamicMemberReferenceOperation;

    public static ExpressionSyntax Inner(ExpressionSyntax expression)
        => expression is ParenthesizedExpressionSyntax outer ? Inner(outer.Expression) : expression;
}
