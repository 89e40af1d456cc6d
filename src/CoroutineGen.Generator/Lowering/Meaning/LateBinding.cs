using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Lowering.Meaning;

/// <summary>
/// What the runtime binder looks up by name while the program runs. What is found at compile time may be of type dynamic too.
/// </summary>
internal sealed class LateBinding(SemanticModel model, CancellationToken cancellation)
{
    /// <summary>
    /// Whether an expression is a member or an element that the binder looks up: no variable, so a reference to it is one to a copy.
    /// </summary>
    public bool IsPlace(ExpressionSyntax expression)
        => model.GetOperation(Inner(expression), cancellation) is IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation;

    /// <summary>Whether a call names a method that the binder looks up, as opposed to a value that is invoked.</summary>
    public bool IsMethod(ExpressionSyntax called)
        => model.GetOperation(Inner(called), cancellation) is IDynamicMemberReferenceOperation;

    public static ExpressionSyntax Inner(ExpressionSyntax expression)
        => expression is ParenthesizedExpressionSyntax outer ? Inner(outer.Expression) : expression;
}
