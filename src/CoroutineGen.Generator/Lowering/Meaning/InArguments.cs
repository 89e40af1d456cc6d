using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Lowering.Meaning;

/// <summary>
/// Which operands are passed to an "in" or a "ref readonly" parameter although the user writes no modifier. C# passes an lvalue by
/// reference, so that the callee sees what is assigned to it meanwhile; an rvalue, and a converted value, it passes in a temporary.
/// </summary>
internal sealed class InArguments(SemanticModel model, Receivers receivers, CancellationToken cancellation)
{
    /// <summary>The lvalue that an operand is passed as; null where it is passed by value.</summary>
    public ExpressionSyntax? VariableOf(ExpressionSyntax operand)
    {
        // The operation of the argument leaves out parentheses around a variable, and is a conversion where there is one.
        return Passed(PassedArguments.Around(operand))?.Syntax is ExpressionSyntax variable && receivers.IsVariable(variable)
            ? variable
            : null;
    }

    private IOperation? Passed(SyntaxNode operand) => operand.Parent switch
    {
        ArgumentSyntax => ValueOf(PassedArguments.Of((ExpressionSyntax)operand, model, cancellation)),
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } => ValueOf(ArgumentAt(call, 0)),
        BinaryExpressionSyntax binary when IsOperator(binary)
            && model.GetOperation(binary, cancellation) is IBinaryOperation { IsLifted: false, OperatorMethod: { } method } operation
            => operand == binary.Left ? Passed(method, 0, operation.LeftOperand) : Passed(method, 1, operation.RightOperand),
        AssignmentExpressionSyntax assignment when operand == assignment.Left && IsOperator(assignment)
            && model.GetOperation(assignment, cancellation)
                is ICompoundAssignmentOperation { IsLifted: false, OperatorMethod: { IsStatic: true } method } operation
            && operation.GetInConversion().IsIdentity => Passed(method, 0, operation.Target),
        InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression } element
            => ValueOf(AddOf(element)?.Arguments.FirstOrDefault(a => operand.Span.Contains(a.Value.Syntax.Span))),
        _ => null,
    };

    private static IOperation? Passed(IMethodSymbol method, int ordinal, IOperation value)
        => method.Parameters.Length > ordinal && IsIn(method.Parameters[ordinal]) && value is not IConversionOperation { IsImplicit: true }
            ? value
            : null;

    private static IOperation? ValueOf(IArgumentOperation? argument)
        => argument is { Parameter: { } parameter, Value: not IConversionOperation { IsImplicit: true } } && IsIn(parameter)
            ? argument.Value
            : null;

    private IArgumentOperation? ArgumentAt(InvocationExpressionSyntax call, int ordinal)
        => PassedArguments.Of(model.GetOperation(call, cancellation)).FirstOrDefault(
            a => a.Parameter is { } parameter && parameter.Ordinal == ordinal);

    private IInvocationOperation? AddOf(InitializerExpressionSyntax element)
        => model.GetOperation(element.Parent!, cancellation) is IObjectOrCollectionInitializerOperation initializer
            ? initializer.Initializers.FirstOrDefault(i => i.Syntax == element) as IInvocationOperation
            : null;

    /// <summary>Whether the operator is user-defined, with an "in" parameter. For most it is not, and no operation need be made.</summary>
    private bool IsOperator(ExpressionSyntax operation)
        => model.GetSymbolInfo(operation, cancellation).Symbol is IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator } method
            && method.Parameters.Any(IsIn);

    private static bool IsIn(IParameterSymbol parameter) => parameter.RefKind is not (RefKind.None or RefKind.Ref or RefKind.Out);
}
