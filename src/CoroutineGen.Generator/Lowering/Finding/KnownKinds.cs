using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Lowering.Finding;

/// <summary>
/// The syntax that lowering has met. What a newer compiler brings is refused until somebody has looked at it: it may declare variables,
/// evaluate in an order of its own, or mean something else in a copy. A test holds the table against the newest compiler.
/// </summary>
internal static class KnownKinds
{
    // Kinds that are newer than the Roslyn that this is compiled against.
    private const SyntaxKind UnsafeExpression = (SyntaxKind)8769, WithElement = (SyntaxKind)9081;
    private const SyntaxKind AllowsConstraintClause = (SyntaxKind)8879, RefStructConstraint = (SyntaxKind)8880;

    private static readonly HashSet<SyntaxKind> All =
    [
        .. Statements(), .. Clauses(), .. Expressions(), .. Operators(), .. Creations(), .. Queries(), .. Patterns(),
        .. Types(), .. Functions(),
        UnsafeExpression, WithElement,
    ];

    public static IEnumerable<SyntaxKind> Kinds => All;

    /// <summary>
    /// <code>
    /// x = [with(capacity: 4), yield(1)];   ---->   CORO2003: how such arguments and the yield are ordered has not been looked at
    /// </code>
    /// </summary>
    public static void RefuseOthers(LoweringContext context)
    {
        foreach (var node in context.Body.DescendantNodesAndSelf())
        {
            var kind = (SyntaxKind)node.RawKind;
            if (!All.Contains(kind))
                context.Refusals.Add(
                    LoweringDiagnostics.NotLowered, node,
                    $"a body with '{FirstWords(node)}' (a kind of syntax that is newer than this generator)");
            else if (kind == UnsafeExpression && context.Suspensions.Suspends(node))
                context.Refusals.Add(LoweringDiagnostics.NotLowered, node, "an unsafe expression");
            else if (kind == WithElement && context.Suspensions.Suspends(node.Parent))
                context.Refusals.Add(LoweringDiagnostics.NotLowered, node, "a collection expression with arguments");
        }
    }

    private static string FirstWords(SyntaxNode node)
    {
        string text = node.ToString();
        int end = text.IndexOfAny(['\r', '\n']);
        string line = end < 0 ? text : text.Substring(0, end);
        return line.Length <= 40 ? line : line.Substring(0, 37) + "...";
    }

    private static SyntaxKind[] Statements() =>
    [
        SyntaxKind.Block, SyntaxKind.LocalDeclarationStatement, SyntaxKind.ExpressionStatement, SyntaxKind.EmptyStatement,
        SyntaxKind.LabeledStatement, SyntaxKind.GotoStatement, SyntaxKind.GotoCaseStatement, SyntaxKind.GotoDefaultStatement,
        SyntaxKind.BreakStatement, SyntaxKind.ContinueStatement, SyntaxKind.ReturnStatement, SyntaxKind.YieldReturnStatement,
        SyntaxKind.YieldBreakStatement, SyntaxKind.ThrowStatement, SyntaxKind.WhileStatement, SyntaxKind.DoStatement,
        SyntaxKind.ForStatement, SyntaxKind.ForEachStatement, SyntaxKind.ForEachVariableStatement, SyntaxKind.UsingStatement,
        SyntaxKind.FixedStatement, SyntaxKind.CheckedStatement, SyntaxKind.UncheckedStatement, SyntaxKind.UnsafeStatement,
        SyntaxKind.LockStatement, SyntaxKind.IfStatement, SyntaxKind.SwitchStatement, SyntaxKind.TryStatement,
        SyntaxKind.LocalFunctionStatement,
    ];

    private static SyntaxKind[] Clauses() =>
    [
        SyntaxKind.VariableDeclaration, SyntaxKind.VariableDeclarator, SyntaxKind.EqualsValueClause, SyntaxKind.ElseClause,
        SyntaxKind.SwitchSection, SyntaxKind.CaseSwitchLabel, SyntaxKind.CasePatternSwitchLabel, SyntaxKind.DefaultSwitchLabel,
        SyntaxKind.CatchClause, SyntaxKind.CatchDeclaration, SyntaxKind.CatchFilterClause, SyntaxKind.FinallyClause, SyntaxKind.WhenClause,
        SyntaxKind.SingleVariableDesignation, SyntaxKind.ParenthesizedVariableDesignation, SyntaxKind.DiscardDesignation,
        SyntaxKind.ArgumentList, SyntaxKind.BracketedArgumentList, SyntaxKind.Argument, SyntaxKind.NameColon, SyntaxKind.NameEquals,
        SyntaxKind.ExpressionColon, SyntaxKind.ArrowExpressionClause,
    ];

    private static SyntaxKind[] Expressions() =>
    [
        SyntaxKind.ParenthesizedExpression, SyntaxKind.ConditionalExpression, SyntaxKind.InvocationExpression,
        SyntaxKind.ElementAccessExpression, SyntaxKind.CastExpression, SyntaxKind.SimpleMemberAccessExpression,
        SyntaxKind.PointerMemberAccessExpression, SyntaxKind.ConditionalAccessExpression, SyntaxKind.MemberBindingExpression,
        SyntaxKind.ElementBindingExpression, SyntaxKind.IsPatternExpression, SyntaxKind.RangeExpression, SyntaxKind.SwitchExpression,
        SyntaxKind.SwitchExpressionArm, SyntaxKind.ThisExpression, SyntaxKind.BaseExpression, SyntaxKind.NumericLiteralExpression,
        SyntaxKind.StringLiteralExpression, SyntaxKind.Utf8StringLiteralExpression, SyntaxKind.CharacterLiteralExpression,
        SyntaxKind.TrueLiteralExpression, SyntaxKind.FalseLiteralExpression, SyntaxKind.NullLiteralExpression,
        SyntaxKind.DefaultLiteralExpression, SyntaxKind.TypeOfExpression, SyntaxKind.SizeOfExpression, SyntaxKind.CheckedExpression,
        SyntaxKind.UncheckedExpression, SyntaxKind.DefaultExpression, SyntaxKind.MakeRefExpression, SyntaxKind.RefValueExpression,
        SyntaxKind.RefTypeExpression, SyntaxKind.ArgListExpression, SyntaxKind.AwaitExpression, SyntaxKind.DeclarationExpression,
        SyntaxKind.RefExpression, SyntaxKind.ThrowExpression, SyntaxKind.TupleExpression, SyntaxKind.InterpolatedStringExpression,
        SyntaxKind.Interpolation, SyntaxKind.InterpolatedStringText, SyntaxKind.InterpolationAlignmentClause,
        SyntaxKind.InterpolationFormatClause,
    ];

    private static SyntaxKind[] Operators() =>
    [
        SyntaxKind.AddExpression, SyntaxKind.SubtractExpression, SyntaxKind.MultiplyExpression, SyntaxKind.DivideExpression,
        SyntaxKind.ModuloExpression, SyntaxKind.LeftShiftExpression, SyntaxKind.RightShiftExpression,
        SyntaxKind.UnsignedRightShiftExpression, SyntaxKind.LogicalOrExpression, SyntaxKind.LogicalAndExpression,
        SyntaxKind.BitwiseOrExpression, SyntaxKind.BitwiseAndExpression, SyntaxKind.ExclusiveOrExpression, SyntaxKind.EqualsExpression,
        SyntaxKind.NotEqualsExpression, SyntaxKind.LessThanExpression, SyntaxKind.LessThanOrEqualExpression,
        SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.IsExpression, SyntaxKind.AsExpression,
        SyntaxKind.CoalesceExpression, SyntaxKind.SimpleAssignmentExpression, SyntaxKind.AddAssignmentExpression,
        SyntaxKind.SubtractAssignmentExpression, SyntaxKind.MultiplyAssignmentExpression, SyntaxKind.DivideAssignmentExpression,
        SyntaxKind.ModuloAssignmentExpression, SyntaxKind.AndAssignmentExpression, SyntaxKind.ExclusiveOrAssignmentExpression,
        SyntaxKind.OrAssignmentExpression, SyntaxKind.LeftShiftAssignmentExpression, SyntaxKind.RightShiftAssignmentExpression,
        SyntaxKind.UnsignedRightShiftAssignmentExpression, SyntaxKind.CoalesceAssignmentExpression, SyntaxKind.UnaryPlusExpression,
        SyntaxKind.UnaryMinusExpression, SyntaxKind.BitwiseNotExpression, SyntaxKind.LogicalNotExpression,
        SyntaxKind.PreIncrementExpression, SyntaxKind.PreDecrementExpression, SyntaxKind.PostIncrementExpression,
        SyntaxKind.PostDecrementExpression, SyntaxKind.PointerIndirectionExpression, SyntaxKind.AddressOfExpression,
        SyntaxKind.IndexExpression, SyntaxKind.SuppressNullableWarningExpression,
    ];

    private static SyntaxKind[] Creations() =>
    [
        SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression, SyntaxKind.AnonymousObjectCreationExpression,
        SyntaxKind.AnonymousObjectMemberDeclarator, SyntaxKind.ArrayCreationExpression, SyntaxKind.ImplicitArrayCreationExpression,
        SyntaxKind.StackAllocArrayCreationExpression, SyntaxKind.ImplicitStackAllocArrayCreationExpression,
        SyntaxKind.OmittedArraySizeExpression, SyntaxKind.ObjectInitializerExpression, SyntaxKind.CollectionInitializerExpression,
        SyntaxKind.ArrayInitializerExpression, SyntaxKind.ComplexElementInitializerExpression, SyntaxKind.ImplicitElementAccess,
        SyntaxKind.WithExpression, SyntaxKind.WithInitializerExpression, SyntaxKind.CollectionExpression, SyntaxKind.ExpressionElement,
        SyntaxKind.SpreadElement,
    ];

    private static SyntaxKind[] Queries() =>
    [
        SyntaxKind.QueryExpression, SyntaxKind.QueryBody, SyntaxKind.FromClause, SyntaxKind.LetClause, SyntaxKind.JoinClause,
        SyntaxKind.JoinIntoClause, SyntaxKind.WhereClause, SyntaxKind.OrderByClause, SyntaxKind.AscendingOrdering,
        SyntaxKind.DescendingOrdering, SyntaxKind.SelectClause, SyntaxKind.GroupClause, SyntaxKind.QueryContinuation,
    ];

    private static SyntaxKind[] Patterns() =>
    [
        SyntaxKind.DeclarationPattern, SyntaxKind.ConstantPattern, SyntaxKind.RecursivePattern, SyntaxKind.PropertyPatternClause,
        SyntaxKind.PositionalPatternClause, SyntaxKind.Subpattern, SyntaxKind.DiscardPattern, SyntaxKind.VarPattern,
        SyntaxKind.ParenthesizedPattern, SyntaxKind.RelationalPattern, SyntaxKind.TypePattern, SyntaxKind.OrPattern,
        SyntaxKind.AndPattern, SyntaxKind.NotPattern, SyntaxKind.SlicePattern, SyntaxKind.ListPattern,
    ];

    private static SyntaxKind[] Types() =>
    [
        SyntaxKind.IdentifierName, SyntaxKind.QualifiedName, SyntaxKind.GenericName, SyntaxKind.TypeArgumentList,
        SyntaxKind.AliasQualifiedName, SyntaxKind.PredefinedType, SyntaxKind.ArrayType, SyntaxKind.ArrayRankSpecifier,
        SyntaxKind.PointerType, SyntaxKind.NullableType, SyntaxKind.OmittedTypeArgument, SyntaxKind.TupleType, SyntaxKind.TupleElement,
        SyntaxKind.RefType, SyntaxKind.ScopedType, SyntaxKind.FunctionPointerType, SyntaxKind.FunctionPointerParameter,
        SyntaxKind.FunctionPointerParameterList, SyntaxKind.FunctionPointerCallingConvention,
        SyntaxKind.FunctionPointerUnmanagedCallingConventionList, SyntaxKind.FunctionPointerUnmanagedCallingConvention,
    ];

    private static SyntaxKind[] Functions() =>
    [
        SyntaxKind.AnonymousMethodExpression, SyntaxKind.SimpleLambdaExpression, SyntaxKind.ParenthesizedLambdaExpression,
        SyntaxKind.ParameterList, SyntaxKind.Parameter, SyntaxKind.TypeParameterList, SyntaxKind.TypeParameter,
        SyntaxKind.TypeParameterConstraintClause, SyntaxKind.ConstructorConstraint, SyntaxKind.ClassConstraint,
        SyntaxKind.StructConstraint, SyntaxKind.TypeConstraint, SyntaxKind.DefaultConstraint, AllowsConstraintClause, RefStructConstraint,
        SyntaxKind.AttributeList, SyntaxKind.Attribute, SyntaxKind.AttributeTargetSpecifier, SyntaxKind.AttributeArgumentList,
        SyntaxKind.AttributeArgument,
    ];
}
