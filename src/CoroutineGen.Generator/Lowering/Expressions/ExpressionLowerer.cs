using System.Runtime.CompilerServices;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Copying;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Unwinding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>
/// Takes the suspensions out of an expression. Only the spine that holds a yield is rewritten; what C# evaluates before the yield is
/// spilled to temporaries, what it evaluates afterwards stays where it is. The result is the rest of the expression, free of suspensions.
/// Each kind of evaluation has a class of its own, which lowers its parts through this one.
/// </summary>
internal sealed class ExpressionLowerer
{
    public ExpressionLowerer(
        LoweringContext context, VariableMap variables, VerbatimPrinter printer, InstructionBuilder builder, Regions regions)
    {
        Context = context;
        Variables = variables;
        Printer = printer;
        Builder = builder;
        Regions = regions;
        Yields = new Yields(this);
        Operands = new Operands(this);
        Stability = new Stability(this);
        Composites = new Composites(this);
        Lvalues = new Lvalues(this);
        Calls = new Calls(this);
        Assignments = new Assignments(this);
        CompoundAssignments = new CompoundAssignments(this);
        LateBoundOperators = new LateBoundOperators(this);
        BinaryOperators = new BinaryOperators(this);
        Conditions = new Conditions(this);
        Choices = new Choices(this);
        CasePicker = new CasePicker(this);
        NullConditionals = new NullConditionals(this);
        Indices = new Indices(this);
        CollectionExpressions = new CollectionExpressions(this);
        ObjectCreation = new ObjectCreation(this);
        RecordCopies = new RecordCopies(this);
        Initializers = new Initializers(this);
        InitialOnlyMembers = new InitialOnlyMembers(this);
        InterpolatedStrings = new InterpolatedStrings(this);
        StringHandlers = new StringHandlers(this);
    }

    public LoweringContext Context { get; }

    public VariableMap Variables { get; }

    public VerbatimPrinter Printer { get; }

    public InstructionBuilder Builder { get; }

    public Regions Regions { get; }

    public Yields Yields { get; }

    public Operands Operands { get; }

    public Stability Stability { get; }

    public Composites Composites { get; }

    public Lvalues Lvalues { get; }

    public Calls Calls { get; }

    public Assignments Assignments { get; }

    public CompoundAssignments CompoundAssignments { get; }

    public LateBoundOperators LateBoundOperators { get; }

    public BinaryOperators BinaryOperators { get; }

    public Conditions Conditions { get; }

    public Choices Choices { get; }

    public CasePicker CasePicker { get; }

    public NullConditionals NullConditionals { get; }

    public Indices Indices { get; }

    public CollectionExpressions CollectionExpressions { get; }

    public ObjectCreation ObjectCreation { get; }

    public RecordCopies RecordCopies { get; }

    public Initializers Initializers { get; }

    public InitialOnlyMembers InitialOnlyMembers { get; }

    public InterpolatedStrings InterpolatedStrings { get; }

    public StringHandlers StringHandlers { get; }

    /// <summary>Emits all suspensions of an expression, and what comes before them; returns what is left to evaluate.</summary>
    public Code Lower(ExpressionSyntax expression)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (!Context.Suspensions.Suspends(expression))
            return Printer.Print(expression);
        switch (expression)
        {
            case InvocationExpressionSyntax or AwaitExpressionSyntax when Context.Suspensions.IsYield(expression):
                return Yields.Suspend(expression);
            case ParenthesizedExpressionSyntax inner:
                var code = Lower(inner.Expression);
                return code.IsSimple ? code : Code.Of("(", code, ")");
            case BinaryExpressionSyntax binary:
                return BinaryOperators.Operate(binary);
            case ConditionalExpressionSyntax conditional:
                return Choices.Conditional(conditional);
            case AssignmentExpressionSyntax assignment:
                return Assignments.Assign(assignment);
            case InvocationExpressionSyntax call:
                return Calls.Call(call);
            case BaseObjectCreationExpressionSyntax creation:
                return ObjectCreation.Create(creation);
            case ConditionalAccessExpressionSyntax access:
                return NullConditionals.Access(access);
            case SwitchExpressionSyntax choice:
                return Choices.SwitchExpression(choice);
            case RefExpressionSyntax reference:
                return Code.Of("ref ", LowerReferred(reference));
            case WithExpressionSyntax with:
                return RecordCopies.With(with);
            case InterpolatedStringExpressionSyntax text:
                return InterpolatedStrings.Interpolate(text);
            case ElementAccessExpressionSyntax or ElementBindingExpressionSyntax
                or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax:
                return Lvalues.Access(expression);
            case CastExpressionSyntax or MemberAccessExpressionSyntax or IsPatternExpressionSyntax or TupleExpressionSyntax
                or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or AnonymousObjectCreationExpressionSyntax
                or StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax
                or QueryExpressionSyntax or RangeExpressionSyntax or CheckedExpressionSyntax or CollectionExpressionSyntax
                or AwaitExpressionSyntax:
                return Composites.Composite(expression);
            default:
                return Refuse(expression);
        }
    }

    /// <summary>The variable that "ref v" refers to, as an expression.</summary>
    public Code LowerReferred(RefExpressionSyntax reference)
        => !Context.Suspensions.Suspends(reference) ? Printer.Print(reference.Expression)
            : Lvalues.IsPlace(reference.Expression) ? Lvalues.Access(reference.Expression, reference.Expression)
            : Refuse(reference);

    /// <summary>Lowers an expression statement, whose value nobody wants.</summary>
    public void LowerStatement(ExpressionSyntax expression)
    {
        var inner = expression;
        while (inner is ParenthesizedExpressionSyntax parenthesized)
            inner = parenthesized.Expression;
        if (inner is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } left } discard
            && Context.Model.GetSymbolInfo(left, Context.Cancellation).Symbol is IDiscardSymbol
            && Context.Suspensions.IsYield(discard.Right))
            inner = discard.Right;
        if (Context.Suspensions.IsYield(inner))
        {
            Yields.Suspend(inner);
            return;
        }
        if (inner is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } coalesce
            && Context.Suspensions.Suspends(coalesce))
        {
            Assignments.CoalesceStatement(coalesce);
            return;
        }
        if (inner is ConditionalAccessExpressionSyntax access && Context.Suspensions.Suspends(access.WhenNotNull))
        {
            NullConditionals.AccessStatement(access);
            return;
        }
        // A value that was kept is not wanted here, and alone it is no statement.
        var rest = Lower(expression);
        if (!rest.Pieces.IsEmpty && !rest.IsSimple)
            Builder.Emit(Code.Of(rest, ";"));
    }

    /// <summary>Refuses an expression whose yields cannot be lowered, at the first of them.</summary>
    public Code Refuse(SyntaxNode place, string? what = null)
    {
        Context.Refusals.Add(LoweringDiagnostics.NotLowered, FirstYieldIn(place), what ?? Describe(place));
        return Code.Empty;
    }

    /// <summary>The first yield in a part of the body, which is where a refusal is shown.</summary>
    public SyntaxNode FirstYieldIn(SyntaxNode place)
        => place.DescendantNodesAndSelf().FirstOrDefault(Context.Suspensions.IsYield) ?? place;

    private static string Describe(SyntaxNode node)
    {
        string kind = node.Kind().ToString();
        var words = new System.Text.StringBuilder();
        foreach (char c in kind.EndsWith("Expression", StringComparison.Ordinal)
            ? kind.Substring(0, kind.Length - "Expression".Length)
            : kind)
        {
            if (char.IsUpper(c) && words.Length > 0)
                words.Append(' ');
            words.Append(char.ToLowerInvariant(c));
        }
        return $"this expression ({words})";
    }
}
