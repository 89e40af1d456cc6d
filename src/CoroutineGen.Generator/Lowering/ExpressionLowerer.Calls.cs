using CoroutineGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Lowering;

/// <summary>Calls and object creations: the receiver or the delegate first, then the arguments in the order in which they are written.</summary>
internal sealed partial class ExpressionLowerer
{
    private Code Call(InvocationExpressionSyntax call)
    {
        var operands = new List<ExpressionSyntax>();
        if (_context.Model.GetSymbolInfo(call, _context.Cancellation).Symbol is not IMethodSymbol method)
        {
            if (_context.TypeOf(call.Expression) is not { TypeKind: TypeKind.Dynamic })
                return Refuse(call, $"a call that does not bind ('{call.Expression}')");
            operands.Add(call.Expression);
        }
        else if (IsConditional(method))
            return Refuse(call, $"an argument of the [Conditional] method '{method.Name}'");
        else if (method.MethodKind == MethodKind.DelegateInvoke && call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke" })
            operands.Add(call.Expression);
        else if (!CallReceiver(call, method, operands))
            return Code.Empty;
        return Arguments(call.ArgumentList.Arguments, operands) ? WithOperands(call, operands) : Code.Empty;
    }

    private static bool IsConditional(IMethodSymbol method)
        => method.GetAttributes().Any(a => a.AttributeClass is { Name: "ConditionalAttribute" })
            || method is { IsPartialDefinition: true, PartialImplementationPart: null, ReturnsVoid: true };

    private bool CallReceiver(InvocationExpressionSyntax call, IMethodSymbol method, List<ExpressionSyntax> operands)
    {
        if (call.Expression is not MemberAccessExpressionSyntax member)
        {
            if (call.Expression is SimpleNameSyntax)
                return true;
            Refuse(call.Expression, $"a call of '{call.Expression}'");
            return false;
        }
        if (method.IsStatic && method.ReducedFrom is null)
            return true;
        if (method.ReducedFrom is { } extension)
        {
            if (extension.Parameters[0].RefKind == RefKind.None)
                operands.Add(member.Expression);
            else if (!IsVariableOfOurs(member.Expression))
            {
                Refuse(call, $"an argument of '{method.Name}', whose receiver is passed by reference");
                return false;
            }
            return true;
        }
        var type = _context.TypeOf(member.Expression);
        if (type is { IsReferenceType: false } && IsVariableOfOurs(member.Expression))
            return true;
        if (type is ITypeParameterSymbol { IsReferenceType: false, IsValueType: false })
        {
            Refuse(call, $"an argument of a method of '{member.Expression}', whose type parameter may be a class or a struct");
            return false;
        }
        var recipe = new LvalueRecipe();
        if (!Receiver(member.Expression, recipe))
            return false;
        operands.AddRange(recipe.Operands);
        return true;
    }

    private bool IsVariableOfOurs(ExpressionSyntax expression)
        => expression is IdentifierNameSyntax && _variables.Find(_context.Model.GetSymbolInfo(expression, _context.Cancellation).Symbol) is not null;

    private Code Creation(BaseObjectCreationExpressionSyntax creation)
    {
        if (creation.Initializer is { } initializer && _context.Suspensions.Suspends(initializer))
            return Refuse(initializer, "an object or collection initializer");
        var operands = new List<ExpressionSyntax>();
        return Arguments(creation.ArgumentList?.Arguments ?? default, operands) ? WithOperands(creation, operands) : Code.Empty;
    }

    private bool Arguments(SeparatedSyntaxList<ArgumentSyntax> arguments, List<ExpressionSyntax> operands)
    {
        int last = LastSuspending(arguments);
        for (int i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            bool byReference = argument.RefKindKeyword.RawKind != (int)SyntaxKind.None
                || (i < last && _context.Model.GetOperation(argument, _context.Cancellation) is IArgumentOperation { Parameter.RefKind: not RefKind.None });
            if (!byReference || _context.Suspensions.Suspends(argument))
                operands.Add(argument.Expression);
            else if (i < last && !IsSafeReference(argument.Expression))
            {
                _context.Refuse(LoweringDiagnostics.NotLowered, FirstYieldIn(arguments[last]), $"an argument right of '{argument}', which is passed by reference");
                return false;
            }
        }
        return true;
    }

    /// <summary>A variable that is found again after the suspension without evaluating anything, or no variable at all.</summary>
    private bool IsSafeReference(ExpressionSyntax expression) => expression switch
    {
        DeclarationExpressionSyntax => true,
        IdentifierNameSyntax name => _context.Model.GetSymbolInfo(name, _context.Cancellation).Symbol is ILocalSymbol or IParameterSymbol or IDiscardSymbol
            or IFieldSymbol,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } => true,
        LiteralExpressionSyntax => true,
        _ => false,
    };
}
