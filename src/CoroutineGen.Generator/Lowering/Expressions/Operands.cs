using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Meaning;
using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>
/// Operands in the order in which C# evaluates them. Those left of the last one that suspends are kept, in temporaries of their converted
/// type, so that conversions, faults and side effects stay before the suspension.
/// </summary>
internal sealed class Operands(ExpressionLowerer root) : ExpressionPart(root)
{
    /// <summary>What has been lowered so far of the operands at hand.</summary>
    public Dictionary<SyntaxNode, Code> Lowered { get; private set; } = [];

    /// <summary>Lowers a node whose operands are evaluated one after the other, and prints it with what is left of them.</summary>
    public Code Print(SyntaxNode node, IReadOnlyList<ExpressionSyntax> operands)
        => Printer.Print(node, LowerAll(operands.Select(o => new Operand(o)).ToList()));

    /// <summary>
    /// The spill order. What stands left of the last operand that suspends is stored before that suspends, unless it is stable.
    /// <code>
    /// f(a(), yield(b), c())    ---->    kept1 = a(); yield; f(kept1, sent, c())
    /// </code>
    /// </summary>
    /// <param name="operands">The operands, in the order of their evaluation.</param>
    /// <param name="before">Expressions that suspend and are evaluated after all of them; none where the last of themselves does.</param>
    /// <returns>What is left of those that were lowered; the others stand as they are.</returns>
    public Dictionary<SyntaxNode, Code> LowerAll(IReadOnlyList<Operand> operands, params ExpressionSyntax[] before)
    {
        var results = new Dictionary<SyntaxNode, Code>();
        var outer = Lowered;
        Lowered = results;
        int last = before.Length == 0 ? LastSuspending(operands.Select(EvaluatedOf).ToList()) : operands.Count;
        for (int i = 0; i < operands.Count && i <= last; i++)
        {
            var later = operands.Skip(i + 1).Select(EvaluatedOf).OfType<ExpressionSyntax>().Concat(before);
            if (LowerOne(operands[i], isLast: i == last, later, before.Length > 0, results) is { } left)
                results[operands[i].Expression] = left;
        }
        Lowered = outer;
        return results;
    }

    /// <summary>Lowers one operand.</summary>
    /// <param name="operand">The operand.</param>
    /// <param name="isLast">Whether nothing suspends behind it.</param>
    /// <param name="later">What is evaluated behind it.</param>
    /// <param name="isTakenAgain">Whether all operands are needed again after something else has suspended.</param>
    /// <param name="results">What is left of those before it.</param>
    /// <returns>What is left of it; null where it stands as it is.</returns>
    private Code? LowerOne(
        Operand operand, bool isLast, IEnumerable<ExpressionSyntax> later, bool isTakenAgain, Dictionary<SyntaxNode, Code> results)
    {
        var expression = operand.Expression;
        switch (operand.Kind)
        {
            case OperandKind.GenericReceiver or OperandKind.TestedProbe when AwaitsBeside(expression):
                return Refuse(expression, $"a statement that awaits something else besides, and takes '{expression}' by reference");
            case OperandKind.GenericReceiver:
                return Stability.IsStable(expression, later) ? null : KeepGeneric(expression, results);
            case OperandKind.Index when operand.CountedIn is { } counted:
                bool isArray = Context.TypeOf(counted) is IArrayTypeSymbol;
                return Indices.FromEnd(expression, isArray, Indices.CountOf(expression, counted, results));
            case OperandKind.RefChoice:
                var waitedFor = isTakenAgain ? later : later.Where(Context.Suspensions.Suspends);
                Lvalues.KeepChoice((ConditionalExpressionSyntax)expression, waitedFor.ToArray(), results);
                return null;
            case OperandKind.Enumerated when !isLast:
                return CollectionExpressions.KeepItems(expression);
            case OperandKind.Probe or OperandKind.TestedProbe:
                Builder.Emit(Probed(Printer.Print(expression, results), operand.Kind == OperandKind.TestedProbe));
                return null;
            default:
                var left = Evaluated(operand, isLast, later);
                return left is { IsSimple: true } && expression is InterpolatedStringExpressionSyntax && IsPassedByReference(expression)
                    ? Code.Of("ref ", left)
                    : left;
        }
    }

    /// <summary>Whether something that is no yield is awaited in the same statement: C# lets no reference be taken there.</summary>
    private bool AwaitsBeside(ExpressionSyntax expression) => Awaits(StatementOf(expression));

    /// <summary>Whether something that is no yield is awaited within, but for the functions in it, which await for themselves.</summary>
    public bool Awaits(SyntaxNode node)
        => Context.IsAsync && node.DescendantNodesAndSelf(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<AwaitExpressionSyntax>()
            .Any(awaited => !Context.Suspensions.IsYield(awaited));

    private Code? Evaluated(Operand operand, bool isLast, IEnumerable<ExpressionSyntax> later)
    {
        var expression = operand.Expression;
        bool isConvertedLater = operand.Kind == OperandKind.ConvertedLater;
        if (!isLast && expression is CollectionExpressionSyntax span && Context.ConvertedTypeOf(span) is { IsRefLikeType: true })
            return CollectionExpressions.KeepElements(span, later);
        if (Context.Suspensions.Suspends(expression))
            return isLast ? Lower(expression) : Keep(Lower(expression), expression, isConvertedLater);
        return Stability.IsStable(expression, later) ? null : Keep(Printer.Print(expression), expression, isConvertedLater);
    }

    /// <summary>What is first evaluated as an operand; what others have located already is only looked at.</summary>
    private static ExpressionSyntax? EvaluatedOf(Operand operand)
        => operand.IsProbe || operand.Kind == OperandKind.GenericReceiver ? null : operand.Expression;

    /// <summary>Locates a variable: by reading it, or by taking a reference, where C# would test the type of an array for that.</summary>
    private Code Probed(Code place, bool isTested)
        => isTested
            ? Code.Of($"{{ ref var {Context.Names.TakeNumbered("located")} = ref ", place, "; }")
            : Code.Of("_ = ", place, ";");

    /// <summary>A handler of an interpolated string may be taken by reference, which C# does not let the user say.</summary>
    private bool IsPassedByReference(ExpressionSyntax handler)
        => Context.Suspensions.Suspends(handler)
            && PassedArguments.Of(handler, Context.Model, Context.Cancellation) is { Parameter.RefKind: RefKind.Ref };

    /// <summary>
    /// A receiver whose type parameter is a class is taken now; where it is a struct it is changed later, in its place. Which one it is is
    /// only known at run time.
    /// </summary>
    public Code KeepGeneric(ExpressionSyntax receiver, Dictionary<SyntaxNode, Code> results)
    {
        var type = Context.TypeOf(receiver)!;
        var place = Printer.Print(receiver, results);
        var kept = Variables.Temporary("kept", type, receiver);
        Builder.Declare(kept, place);
        return Code.Of(
            $"(default({TypeText.Of(type.WithNullableAnnotation(NullableAnnotation.None))}) == null ? ref ", kept, " : ref ", place, ")");
    }

    public int LastSuspending(IReadOnlyList<SyntaxNode?> nodes)
    {
        int last = nodes.Count - 1;
        while (last >= 0 && (nodes[last] is not { } node || !Context.Suspensions.Suspends(node)))
            last--;
        return last;
    }

    /// <summary>Stores a value for after the suspension.</summary>
    public Code Keep(Code value, ExpressionSyntax expression, bool isConvertedLater = false)
    {
        var type = (isConvertedLater ? Context.TypeOf(expression) : null) ?? KeptType(expression);
        if (type is null)
        {
            Context.Refusals.Add(
                LoweringDiagnostics.NotLowered, FirstYieldIn(StatementOf(expression)),
                $"an expression whose operand '{expression}' has no type of its own");
            return Code.Empty;
        }
        if (TypeText.IsUnknown(type))
        {
            Context.Refusals.NotKnown(expression, $"The value of '{expression}'", Refusals.KeepTyped);
            return Code.Empty;
        }
        if (type.IsRefLikeType || type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer)
        {
            Context.Refusals.Add(
                LoweringDiagnostics.RefTemporary, expression, expression.ToString(),
                type.ToMinimalDisplayString(Context.Model, expression.SpanStart));
            return Code.Empty;
        }
        var temporary = Variables.Temporary("kept", type, expression);
        Builder.At(Context.Tokens.Of(expression), () => Builder.Declare(temporary, value));
        return Code.Of(temporary);
    }

    public ITypeSymbol? KeptType(ExpressionSyntax expression)
    {
        var info = Context.Model.GetTypeInfo(expression, Context.Cancellation);
        return info.ConvertedType is { TypeKind: not TypeKind.Error } converted ? converted : info.Type;
    }

    private static SyntaxNode StatementOf(SyntaxNode node) => node.FirstAncestorOrSelf<StatementSyntax>() ?? node;
}
