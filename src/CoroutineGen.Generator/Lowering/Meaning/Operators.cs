using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Lowering.Meaning;

/// <summary>Which operator method the compiler chose for an expression, and what it does with the operands before the call.</summary>
internal sealed class Operators(SemanticModel model, CancellationToken cancellation)
{
    /// <summary>
    /// Whether it makes a string of its operands' texts: the operator's own types say so, because an operator of the user's may give a
    /// string as well.
    /// </summary>
    public bool IsConcatenation(ExpressionSyntax operation)
        => MethodOf(operation) is { MethodKind: MethodKind.BuiltinOperator, ReturnType.SpecialType: SpecialType.System_String };

    /// <summary>
    /// Whether the operator is an instance method, which changes its operand in place: "operator +=" and "operator ++" of C# 14.
    /// </summary>
    public bool IsInPlace(ExpressionSyntax operation)
        => MethodOf(operation) is { MethodKind: MethodKind.UserDefinedOperator, IsStatic: false };

    /// <summary>
    /// Whether nobody wants the value of an assignment. An instance operator that returns nothing tells by its type, unless the assignment
    /// stands behind a "?.", which is a statement then.
    /// </summary>
    public bool IsDropped(AssignmentExpressionSyntax assignment)
        => model.GetTypeInfo(assignment, cancellation).Type is { SpecialType: SpecialType.System_Void }
            || (assignment.Parent is ConditionalAccessExpressionSyntax && IsStatement(assignment));

    /// <summary>Whether an expression, or the chain of "?." that it ends, stands where a statement does.</summary>
    private bool IsStatement(ExpressionSyntax expression)
    {
        SyntaxNode node = expression;
        while (node.Parent is ConditionalAccessExpressionSyntax access && access.WhenNotNull == node)
            node = access;
        return node.Parent switch
        {
            ExpressionStatementSyntax => true,
            ForStatementSyntax loop => loop.Condition != node,
            ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method }
                => model.GetDeclaredSymbol(method, cancellation) is { ReturnsVoid: true },
            _ => false,
        };
    }

    /// <summary>
    /// The type that a user's own conversion gives the left side of a compound assignment before its right side is evaluated; null where no
    /// such conversion runs.
    /// </summary>
    public ITypeSymbol? ConvertsLeftTo(AssignmentExpressionSyntax assignment)
    {
        if (model.GetOperation(assignment, cancellation) is not ICompoundAssignmentOperation compound
            || !compound.GetInConversion().IsUserDefined || MethodOf(assignment) is not { Parameters.Length: > 0 } method)
            return null;
        var type = method.Parameters[0].Type;
        return compound.IsLifted && type is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T }
            ? model.Compilation.GetSpecialType(SpecialType.System_Nullable_T).Construct(type)
            : type;
    }

    public bool IsTupleComparison(BinaryExpressionSyntax binary)
        => binary.RawKind is (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression
            && model.GetOperation(binary, cancellation) is ITupleBinaryOperation;

    private IMethodSymbol? MethodOf(ExpressionSyntax operation) => model.GetSymbolInfo(operation, cancellation).Symbol as IMethodSymbol;
}
