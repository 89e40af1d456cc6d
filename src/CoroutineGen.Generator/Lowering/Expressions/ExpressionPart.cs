using CoroutineGen.Generator.Lowering.Copying;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Unwinding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>
/// The lowering of one kind of evaluation: what the passes share, and the other kinds, under the names that they have everywhere.
/// </summary>
internal abstract class ExpressionPart(ExpressionLowerer root)
{
    protected ExpressionLowerer Root => root;

    protected LoweringContext Context => root.Context;

    protected VariableMap Variables => root.Variables;

    protected VerbatimPrinter Printer => root.Printer;

    protected InstructionBuilder Builder => root.Builder;

    protected Regions Regions => root.Regions;

    protected Yields Yields => root.Yields;

    protected Operands Operands => root.Operands;

    protected Stability Stability => root.Stability;

    protected Composites Composites => root.Composites;

    protected Lvalues Lvalues => root.Lvalues;

    protected Calls Calls => root.Calls;

    protected Assignments Assignments => root.Assignments;

    protected CompoundAssignments CompoundAssignments => root.CompoundAssignments;

    protected LateBoundOperators LateBoundOperators => root.LateBoundOperators;

    protected BinaryOperators BinaryOperators => root.BinaryOperators;

    protected Conditions Conditions => root.Conditions;

    protected Choices Choices => root.Choices;

    protected CasePicker CasePicker => root.CasePicker;

    protected NullConditionals NullConditionals => root.NullConditionals;

    protected Indices Indices => root.Indices;

    protected CollectionExpressions CollectionExpressions => root.CollectionExpressions;

    protected ObjectCreation ObjectCreation => root.ObjectCreation;

    protected Initializers Initializers => root.Initializers;

    protected InitialOnlyMembers InitialOnlyMembers => root.InitialOnlyMembers;

    protected InterpolatedStrings InterpolatedStrings => root.InterpolatedStrings;

    protected StringHandlers StringHandlers => root.StringHandlers;

    /// <summary>Emits all suspensions of an expression, and what comes before them; returns what is left to evaluate.</summary>
    protected Code Lower(ExpressionSyntax expression) => root.Lower(expression);

    /// <summary>Refuses an expression whose yields cannot be lowered, at the first of them.</summary>
    protected Code Refuse(SyntaxNode place, string? what = null) => root.Refuse(place, what);

    protected SyntaxNode FirstYieldIn(SyntaxNode place) => root.FirstYieldIn(place);

    protected static Code Grouped(ExpressionSyntax expression, Code code)
        => expression is IdentifierNameSyntax or LiteralExpressionSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax
            or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax || code.IsSimple
            ? code
            : Code.Of("(", code, ")");

    /// <summary>The type of a cast, which decides what is made of the string, and of which C# says nothing at the string itself.</summary>
    protected ITypeSymbol? CastOf(ExpressionSyntax text) => text.Parent switch
    {
        ParenthesizedExpressionSyntax outer => CastOf(outer),
        CastExpressionSyntax cast => Context.TypeOf(cast),
        _ => null,
    };
}
