using System.Runtime.CompilerServices;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Copying;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Folding;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.TypeNames;
using CoroutineGen.Generator.Lowering.Unwinding;
using CoroutineGen.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>
/// Takes the suspensions out of an expression. Only the spine that holds a yield is rewritten; what C# evaluates before the yield is kept
/// in temporaries, what it evaluates afterwards stays where it is. The result is the rest of the expression, free of suspensions.
/// </summary>
internal sealed partial class ExpressionLowerer(
    LoweringContext context, VariableMap variables, VerbatimPrinter printer, Emitter emitter, Regions regions)
{
    private readonly LoweringContext _context = context;
    private readonly VariableMap _variables = variables;
    private readonly VerbatimPrinter _printer = printer;
    private readonly Emitter _emitter = emitter;
    private readonly Regions _regions = regions;

    /// <summary>Emits all suspensions of an expression, and what comes before them; returns what is left to evaluate.</summary>
    public Code Lower(ExpressionSyntax expression)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (!_context.Suspensions.Suspends(expression))
            return _printer.Print(expression);
        switch (expression)
        {
            case InvocationExpressionSyntax call when _context.Suspensions.IsYield(call):
                return Suspend(call);
            case ParenthesizedExpressionSyntax inner:
                var code = Lower(inner.Expression);
                return IsSimple(code) ? code : Code.Of("(", code, ")");
            case BinaryExpressionSyntax binary:
                return Binary(binary);
            case ConditionalExpressionSyntax conditional:
                return Conditional(conditional);
            case AssignmentExpressionSyntax assignment:
                return Assignment(assignment);
            case InvocationExpressionSyntax call:
                return Call(call);
            case BaseObjectCreationExpressionSyntax creation:
                return Creation(creation);
            case ConditionalAccessExpressionSyntax access:
                return ConditionalAccess(access);
            case SwitchExpressionSyntax choice:
                return Choice(choice);
            case RefExpressionSyntax reference:
                return Code.Of("ref ", LowerReferred(reference));
            case WithExpressionSyntax with:
                return With(with);
            case InterpolatedStringExpressionSyntax text:
                return Interpolation(text);
            case ElementAccessExpressionSyntax or ElementBindingExpressionSyntax
                or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax:
                return Access(expression);
            case CastExpressionSyntax or MemberAccessExpressionSyntax or IsPatternExpressionSyntax or TupleExpressionSyntax
                or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or AnonymousObjectCreationExpressionSyntax
                or StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax
                or QueryExpressionSyntax or RangeExpressionSyntax or CheckedExpressionSyntax or CollectionExpressionSyntax:
                return Composite(expression);
            default:
                return Refuse(expression);
        }
    }

    /// <summary>The variable that "ref v" refers to, as an expression.</summary>
    public Code LowerReferred(RefExpressionSyntax reference)
        => !_context.Suspensions.Suspends(reference) ? _printer.Print(reference.Expression)
            : IsPlace(reference.Expression) ? Access(reference.Expression, reference.Expression)
            : Refuse(reference);

    /// <summary>Lowers an expression statement, whose value nobody wants.</summary>
    public void LowerStatement(ExpressionSyntax expression)
    {
        var inner = expression;
        while (inner is ParenthesizedExpressionSyntax parenthesized)
            inner = parenthesized.Expression;
        if (inner is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } left } discard
            && _context.Model.GetSymbolInfo(left, _context.Cancellation).Symbol is IDiscardSymbol
            && _context.Suspensions.IsYield(discard.Right))
            inner = discard.Right;
        if (_context.Suspensions.IsYield(inner))
        {
            Suspend((InvocationExpressionSyntax)inner);
            return;
        }
        if (inner is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } coalesce
            && _context.Suspensions.Suspends(coalesce))
        {
            CoalesceAssignment(coalesce);
            return;
        }
        if (inner is ConditionalAccessExpressionSyntax access && _context.Suspensions.Suspends(access.WhenNotNull))
        {
            ConditionalAccessStatement(access);
            return;
        }
        // A value that was kept is not wanted here, and alone it is no statement.
        var rest = Lower(expression);
        if (!rest.Pieces.IsEmpty && !IsSimple(rest))
            _emitter.Run(Code.Of(rest, ";"));
    }

    /// <summary>Emits a yield or a delegation; returns its value, which is good until the next suspension.</summary>
    private Code Suspend(InvocationExpressionSyntax call)
    {
        var suspension = _context.Suspensions.Find(call)!;
        var operand = suspension.Operand;
        var value = operand is null ? Code.Of("default") : Lower(operand);
        bool delegates = suspension.Kind == SuspensionKind.Delegate;
        if (operand is not null && _context.TypeOf(operand) is { TypeKind: TypeKind.Dynamic })
            value = Code.Of(
                delegates ? $"(global::System.Collections.Generic.IEnumerable<{YieldedType}>)" : $"({YieldedType})",
                Grouped(operand, value));
        var suspend = new Suspend(suspension.Kind, value, OneLine(call))
        {
            Token = _emitter.Token,
            Overflow = _emitter.Overflow,
            CallToken = _context.Tokens.Of(call),
            IsToCoroutine = delegates && CoroutineTypes.Yielded(_context.TypeOf(operand!)) is { } yielded
                && SymbolEqualityComparer.Default.Equals(yielded, _context.Shape.Yield),
            CallsItself = delegates && SelfCall.Is(operand!, _context),
            Protection = _regions.Current,
            OnClose = _regions.OnClose,
            Result = ResultOf(suspension, call),
        };
        _emitter.Add(suspend);
        return suspend.Result;
    }

    private Code ResultOf(Suspension suspension, ExpressionSyntax expression) => suspension.Kind switch
    {
        SuspensionKind.Yield => Code.Of(new StepNamePiece(StepName.Sent)),
        _ when _context.TypeOf(expression) is { SpecialType: not SpecialType.System_Void } type
            => Code.Of(new DelegatedPiece(TypeText.Of(type))),
        _ => Code.Empty,
    };

    private string YieldedType => _context.Shape.Yield switch
    {
        null => "global::CoroutineGen.Unit",
        { TypeKind: TypeKind.Dynamic } => "object",
        { } type => TypeText.Of(type),
    };

    private Code Refuse(SyntaxNode place, string? what = null)
    {
        _context.Refusals.Add(LoweringDiagnostics.NotLowered, FirstYieldIn(place), what ?? Describe(place));
        return Code.Empty;
    }

    private SyntaxNode FirstYieldIn(SyntaxNode place)
        => place.DescendantNodesAndSelf().FirstOrDefault(_context.Suspensions.IsYield) ?? place;

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

    private static bool IsSimple(Code code)
        => code.Pieces.Length == 1 && code.Pieces[0] is StepNamePiece { Name: StepName.Sent } or VariablePiece;

    private static string OneLine(SyntaxNode node)
    {
        string text = LineBreaks.Joined(node.ToString());
        return text.Length <= 60 ? text : text.Substring(0, 57) + "...";
    }
}
