using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Lowering.Meaning;
using CoroutineGen.Generator.Lowering.TypeNames;
using CoroutineGen.Generator.Lowering.Unwinding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>
/// Interpolated strings that a handler of the user's takes apart. C# makes the handler first, then evaluates and appends one part after the
/// other, until the handler says that it wants no more: with a yield in a hole that is spelled out.
/// </summary>
internal sealed class StringHandlers(ExpressionLowerer root) : ExpressionPart(root)
{
    public IInterpolatedStringHandlerCreationOperation? HandlerOf(ExpressionSyntax text)
    {
        for (var operation = Context.Model.GetOperation(text, Context.Cancellation);
            operation?.Syntax is { } made && (made == text || IsAround(made, text));
            operation = operation.Parent)
        {
            if (operation is IInterpolatedStringHandlerCreationOperation creation)
                return creation;
        }
        return null;
    }

    /// <summary>A cast to the handler makes it: "(H)$"..""; parentheses may stand between.</summary>
    private static bool IsAround(SyntaxNode node, ExpressionSyntax text)
    {
        SyntaxNode? inner = text.Parent;
        while (inner is ParenthesizedExpressionSyntax && inner != node)
            inner = inner.Parent;
        return inner == node && node is CastExpressionSyntax or ParenthesizedExpressionSyntax;
    }

    // (H)$"a{yield(b)}"
    // ---->
    // handler1 = new H(1, 1, out goesOn1); if (!goesOn1) goto End; handler1.AppendLiteral("a");
    // yield(b); handler1.AppendFormatted(sent); End:
    public Code Spell(ExpressionSyntax text, IInterpolatedStringHandlerCreationOperation creation)
    {
        var type = creation.Type!;
        if (type.IsRefLikeType)
        {
            Context.Refusals.Add(
                LoweringDiagnostics.RefTemporary, text, text.ToString(), type.ToMinimalDisplayString(Context.Model, text.SpanStart));
            return Code.Empty;
        }
        if (CallerTexts.AreAskedBy(type))
            return Refuse(text, $"an interpolated string whose handler '{type.Name}' asks for the text of its holes");
        var handler = Variables.Temporary("handler", type, text, FieldRole.Made);
        var goesOn = creation.HandlerCreationHasSuccessParameter ? Variables.Temporary("goesOn", "bool", null, text) : null;
        if (HandlerArguments(creation, goesOn) is not { } arguments)
            return Refuse(text, $"an interpolated string whose handler '{type.Name}' takes references");
        var end = Regions.NewLabel("End");
        Builder.At(Context.Tokens.Of(text), () => Builder.Declare(
            handler, Code.Of($"new {TypeText.Of(type.WithNullableAnnotation(NullableAnnotation.None))}(", arguments, ")")));
        if (goesOn is not null)
            Builder.Branch(Code.Of(goesOn), false, end);
        var literals = new Queue<string>(LiteralsOf(creation.Content));
        foreach (var part in PartsOf(text))
        {
            var call = part is InterpolationSyntax hole ? AppendFormatted(handler, hole)
                : Code.Of(handler, $".AppendLiteral({SymbolDisplay.FormatLiteral(literals.Dequeue(), quote: true)})");
            Builder.At(Context.Tokens.Of(part), () =>
            {
                if (creation.HandlerAppendCallsReturnBool)
                    Builder.Branch(call, false, end);
                else
                    Builder.Emit(Code.Of(call, ";"));
            });
        }
        Builder.Mark(end);
        return Code.Of(handler);
    }

    /// <summary>
    /// The lengths, then what the attribute of the parameter names: arguments to the left, which have been evaluated, or the receiver.
    /// </summary>
    private Code? HandlerArguments(IInterpolatedStringHandlerCreationOperation creation, Variable? goesOn)
    {
        if (creation.HandlerCreation is not IObjectCreationOperation made)
            return null;
        var parts = new List<object>();
        foreach (var argument in made.Arguments.Where(a => a.ArgumentKind != ArgumentKind.DefaultValue).OrderBy(a => a.Parameter!.Ordinal))
        {
            if (parts.Count > 0)
                parts.Add(", ");
            var value = argument.Value;
            while (value is IConversionOperation conversion)
                value = conversion.Operand;
            if (value is IInterpolatedStringHandlerArgumentPlaceholderOperation
                {
                    PlaceholderKind: InterpolatedStringArgumentPlaceholderKind.TrailingValidityArgument
                })
                parts.AddRange(["out ", new OutVariablePiece(goesOn!, "bool")]);
            else if (argument.Parameter!.RefKind is RefKind.Out)
                return null;
            else if (value is IInterpolatedStringHandlerArgumentPlaceholderOperation placeholder)
            {
                if (Evaluated(creation, placeholder) is not { } evaluated)
                    return null;
                parts.AddRange([argument.Parameter.RefKind is RefKind.Ref ? "ref " : "", evaluated]);
            }
            else if (argument.Parameter.RefKind is RefKind.Ref || value.ConstantValue is not { HasValue: true, Value: int })
                return null;
            else
                parts.Add(value.ConstantValue.Value!.ToString());
        }
        return Code.Of([.. parts]);
    }

    public Code? Evaluated(
        IInterpolatedStringHandlerCreationOperation creation, IInterpolatedStringHandlerArgumentPlaceholderOperation placeholder)
    {
        var instance = CallOf(creation) switch
        {
            IInvocationOperation invocation => invocation.Instance,
            IPropertyReferenceOperation indexer => indexer.Instance,
            _ => null,
        };
        if (placeholder.PlaceholderKind == InterpolatedStringArgumentPlaceholderKind.CallsiteReceiver)
            return instance switch
            {
                IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => Code.Of("this"),
                IInstanceReferenceOperation => null,
                IConditionalAccessInstanceOperation { Syntax: ExpressionSyntax receiver }
                    => receiver.Ancestors().OfType<ConditionalAccessExpressionSyntax>()
                        .FirstOrDefault(a => Receivers.Bare(a.Expression) == receiver) is { } access
                        && Printer.Receivers.TryGetValue(access, out var received) ? received : null,
                { Syntax: ExpressionSyntax receiver } => EvaluatedOf(receiver),
                _ => null,
            };
        return ArgumentOf(creation, placeholder) is { Syntax: ExpressionSyntax argument } ? EvaluatedOf(argument) : null;
    }

    /// <summary>What a placeholder stands for; it counts arguments as they are written, not parameters.</summary>
    public static IOperation? ArgumentOf(
        IInterpolatedStringHandlerCreationOperation creation, IInterpolatedStringHandlerArgumentPlaceholderOperation placeholder)
        => placeholder.PlaceholderKind == InterpolatedStringArgumentPlaceholderKind.CallsiteArgument
            && PassedArguments.Of(CallOf(creation)).ElementAtOrDefault(placeholder.ArgumentIndex)
                is { ArgumentKind: ArgumentKind.Explicit, Value: var value }
            ? value
            : null;

    private static IOperation? CallOf(IInterpolatedStringHandlerCreationOperation creation)
    {
        IOperation? call = creation;
        while (call is not (null or IInvocationOperation or IObjectCreationOperation or IPropertyReferenceOperation))
            call = call.Parent;
        return call;
    }

    /// <summary>An operand to the left: kept in a temporary, or stable, or a place whose own parts are.</summary>
    private Code EvaluatedOf(ExpressionSyntax operand)
    {
        foreach (var (node, code) in Operands.Lowered.Select(o => (o.Key, o.Value)))
        {
            if (node is ExpressionSyntax kept && Receivers.Bare(kept) == Receivers.Bare(operand))
                return code;
        }
        return Printer.Print(operand, Operands.Lowered);
    }

    private Code AppendFormatted(Variable handler, InterpolationSyntax hole)
    {
        var value = Lower(hole.Expression);
        var alignment = hole.AlignmentClause is { } aligned ? Code.Of(", alignment: ", Printer.Print(aligned.Value)) : Code.Empty;
        string format = hole.FormatClause is { } clause
            ? ", format: " + SymbolDisplay.FormatLiteral(clause.FormatStringToken.ValueText, quote: true)
            : "";
        return Code.Of(handler, ".AppendFormatted(", value, alignment, format, ")");
    }

    /// <summary>The literal parts as they are appended, without the doubled braces of their text.</summary>
    private static IEnumerable<string> LiteralsOf(IOperation content) => content switch
    {
        IInterpolatedStringAdditionOperation sum => LiteralsOf(sum.Left).Concat(LiteralsOf(sum.Right)),
        IInterpolatedStringOperation one => one.Parts.OfType<IInterpolatedStringAppendOperation>()
            .Where(p => p.Kind == OperationKind.InterpolatedStringAppendLiteral)
            .Select(p => (string)((IInvocationOperation)p.AppendCall).Arguments[0].Value.ConstantValue.Value!),
        _ => [],
    };

    /// <summary>The contents of a string, or of several that are added.</summary>
    private static IEnumerable<InterpolatedStringContentSyntax> PartsOf(ExpressionSyntax text) => text switch
    {
        ParenthesizedExpressionSyntax inner => PartsOf(inner.Expression),
        BinaryExpressionSyntax sum => PartsOf(sum.Left).Concat(PartsOf(sum.Right)),
        InterpolatedStringExpressionSyntax one => one.Contents,
        _ => [],
    };
}
