using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Lowering.Meaning;

/// <summary>Which operator method the compiler chose for an expression, and what it does with the operands before the call.</summary>
internal sealed class Operators(SemanticModel model, CancellationToken cancellation)
{
    /// <summary>
    /// Whether it is string concatenation. The operator itself says so, not the type of the expression: a user-defined operator may return
    /// a string as well.
    /// </summary>
    public bool IsConcatenation(ExpressionSyntax operation)
        => MethodOf(operation) is { MethodKind: MethodKind.BuiltinOperator, ReturnType.SpecialType: SpecialType.System_String };

    /// <summary>
    /// Whether the operator is an instance method that mutates its operand: "operator +=" and "operator ++" of C# 14.
    /// </summary>
    public bool IsInPlace(ExpressionSyntax operation)
        => MethodOf(operation) is { MethodKind: MethodKind.UserDefinedOperator, IsStatic: false };

    /// <summary>
    /// Whether the value of an assignment is discarded. That of an instance operator is of type void then, except behind "?.": there the
    /// whole chain is asked whether it is a statement.
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
    /// The type that a user-defined conversion gives the left operand of a compound assignment, which it converts before the right operand
    /// is evaluated.
    /// </summary>
    /// <returns>Null where there is no such conversion.</returns>
    public ITypeSymbol? ConvertsLeftTo(AssignmentExpressionSyntax assignment)
    {
        if (MethodOf(assignment) is not { Parameters.Length: > 0 } method || IsOfParameter(assignment.Left, method)
            || model.GetOperation(assignment, cancellation) is not ICompoundAssignmentOperation compound
            || !compound.GetInConversion().IsUserDefined)
            return null;
        var type = method.Parameters[0].Type;
        return compound.IsLifted && type is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T }
            ? model.Compilation.GetSpecialType(SpecialType.System_Nullable_T).Construct(type)
            : type;
    }

    /// <summary>Whether the left operand has the type that the operator takes, so that nothing converts it.</summary>
    private bool IsOfParameter(ExpressionSyntax left, IMethodSymbol method)
        => SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(left, cancellation).Type, method.Parameters[0].Type);

    /// <summary>Whether "==" or "!=" compares tuples, element by element.</summary>
    public bool IsTupleComparison(BinaryExpressionSyntax binary)
        => binary.RawKind is (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression
            && model.GetOperation(binary, cancellation) is ITupleBinaryOperation;

    private IMethodSymbol? MethodOf(ExpressionSyntax operation) => model.GetSymbolInfo(operation, cancellation).Symbol as IMethodSymbol;
}
