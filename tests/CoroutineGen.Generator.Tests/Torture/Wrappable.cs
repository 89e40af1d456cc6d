using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Tests.Torture;

/// <summary>Which expressions can be passed through an identity without the program meaning something else.</summary>
internal static class Wrappable
{
    /// <summary>The type that the expression is used as; null where it must be left alone.</summary>
    public static ITypeSymbol? TypeOf(ExpressionSyntax expression, SyntaxNode body, SemanticModel model)
    {
        if (!IsValue(expression) || !IsInReach(expression, body))
            return null;
        var info = model.GetTypeInfo(expression);
        if (info.Type is null or { TypeKind: TypeKind.Error or TypeKind.Dynamic } || info.ConvertedType is not { } type || !IsSpeakable(type))
            return null;
        if (model.GetSymbolInfo(expression).Symbol is ITypeSymbol or INamespaceSymbol or IMethodSymbol { MethodKind: not MethodKind.Ordinary } && expression is NameSyntax)
            return null;
        if (model.GetConstantValue(expression).HasValue && type.SpecialType == SpecialType.System_Boolean)
            return null;
        // A struct that is called upon would be changed as a copy; a member of a type parameter likewise.
        if (!type.IsReferenceType && IsReceiver(expression))
            return null;
        return type;
    }

    private static bool IsValue(ExpressionSyntax expression)
    {
        if (expression is TypeSyntax and not IdentifierNameSyntax and not GenericNameSyntax)
            return false;
        if (expression is ThrowExpressionSyntax or RefExpressionSyntax or InitializerExpressionSyntax or DeclarationExpressionSyntax or BaseExpressionSyntax
            or ThisExpressionSyntax or StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax or RangeExpressionSyntax
            or OmittedArraySizeExpressionSyntax or MemberBindingExpressionSyntax or ElementBindingExpressionSyntax or ImplicitElementAccessSyntax
            or AnonymousFunctionExpressionSyntax or AwaitExpressionSyntax or TypeOfExpressionSyntax)
            return false;
        if (expression.DescendantNodesAndSelf().Any(n => n is SingleVariableDesignationSyntax or MemberBindingExpressionSyntax or ElementBindingExpressionSyntax))
            return false;
        return expression.Parent switch
        {
            MemberAccessExpressionSyntax member => member.Expression == expression,
            QualifiedNameSyntax or AliasQualifiedNameSyntax or NameColonSyntax or NameEqualsSyntax or ExpressionColonSyntax or TypeArgumentListSyntax => false,
            AssignmentExpressionSyntax assignment => assignment.Right == expression && expression is not InitializerExpressionSyntax,
            PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression),
            PrefixUnaryExpressionSyntax prefix => prefix.RawKind is (int)SyntaxKind.LogicalNotExpression or (int)SyntaxKind.UnaryMinusExpression
                or (int)SyntaxKind.BitwiseNotExpression && expression is not LiteralExpressionSyntax,
            ArgumentSyntax argument => argument.RefKindKeyword.RawKind == 0 && argument.Parent is not TupleExpressionSyntax { Parent: AssignmentExpressionSyntax },
            InvocationExpressionSyntax call => call.Expression != expression,
            ExpressionStatementSyntax or ConstantPatternSyntax or RelationalPatternSyntax or CaseSwitchLabelSyntax or RefExpressionSyntax
                or AttributeArgumentSyntax or FixedStatementSyntax or GotoStatementSyntax => false,
            EqualsValueClauseSyntax { Parent: ParameterSyntax } => false,
            EqualsValueClauseSyntax { Parent.Parent.Parent: LocalDeclarationStatementSyntax { IsConst: true } } => false,
            IsPatternExpressionSyntax match => match.Expression == expression,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression or (int)SyntaxKind.AsExpression } test => test.Left == expression,
            CastExpressionSyntax cast => cast.Expression == expression,
            ConditionalAccessExpressionSyntax access => access.Expression == expression,
            ForStatementSyntax loop => loop.Condition == expression,
            InterpolationFormatClauseSyntax or InterpolationAlignmentClauseSyntax => false,
            ExpressionSyntax or StatementSyntax or EqualsValueClauseSyntax or InterpolationSyntax or ExpressionElementSyntax or SwitchExpressionArmSyntax
                or ArrowExpressionClauseSyntax or AnonymousObjectMemberDeclaratorSyntax => expression is not TypeSyntax || expression is IdentifierNameSyntax,
            _ => false,
        };
    }

    private static bool IsReceiver(ExpressionSyntax expression)
        => expression.Parent is MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax or ElementAccessExpressionSyntax;

    /// <summary>Not in a function of its own, a filter, an attribute, nameof, or a fixed block.</summary>
    private static bool IsInReach(SyntaxNode node, SyntaxNode body)
        => !node.Ancestors().TakeWhile(a => a != body.Parent).Any(a => a is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax
            or CatchFilterClauseSyntax or FixedStatementSyntax or UnsafeStatementSyntax or StackAllocArrayCreationExpressionSyntax
            || (a is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } }));

    private static bool IsSpeakable(ITypeSymbol type) => type switch
    {
        { IsAnonymousType: true } or { IsRefLikeType: true } or { SpecialType: SpecialType.System_Void } => false,
        { TypeKind: TypeKind.Error or TypeKind.Pointer or TypeKind.FunctionPointer } => false,
        IArrayTypeSymbol array => IsSpeakable(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.All(IsSpeakable),
        ITypeParameterSymbol parameter => !parameter.AllowsRefLikeType,
        _ => true,
    };
}
