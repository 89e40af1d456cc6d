using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>Interpolated strings: each hole is formatted as soon as it is evaluated, so before the yields to its right.</summary>
internal sealed class InterpolatedStrings(ExpressionLowerer root) : ExpressionPart(root)
{
    // $"{a()} {yield(b)}"
    // ---->
    // text1 = $"{a()}"; yield(b); $"{text1} {sent}"
    //
    // $"{a} {b(await yield(c))} {d()}"
    // ---->
    // kept1 = a; yield(c); kept2 = b(sent); kept3 = d(); $"{kept1} {kept2} {kept3}"
    public Code Interpolate(InterpolatedStringExpressionSyntax text)
    {
        var holes = text.Contents.OfType<InterpolationSyntax>().ToList();
        int last = holes.FindLastIndex(Context.Suspensions.Suspends);
        var converted = CastOf(text) ?? Context.ConvertedTypeOf(text);
        bool isString = converted is { SpecialType: SpecialType.System_String or SpecialType.System_Object };
        bool isFormattable = KnownSymbols.IsFormattable(converted);
        var creation = isString || isFormattable ? null : StringHandlers.HandlerOf(text);
        // The framework's own handler cannot be kept, but nobody sees when it is made; only when a hole is formatted.
        bool isFrameworks = creation is not null && KnownSymbols.IsStringHandler(converted);
        if (creation is not null && !isFrameworks)
            return StringHandlers.Spell(text, creation);
        var provider = Code.Empty;
        if (isFrameworks && last > 0)
        {
            if (ProviderOf(creation!) is not { } known)
                return Refuse(text, "an interpolated string that a format provider of any kind formats");
            provider = known;
        }
        // Where something is awaited in it, C# has no handler live so long: all holes are evaluated, and formatted at the end.
        bool isText = (isString || isFrameworks) && !Context.IsAsync;
        int until = isString ? LastReadBeforeFormatting(holes, last) : -1;
        var replacements = new Dictionary<SyntaxNode, Code>();
        for (int i = 0; i <= last; i++)
        {
            var hole = holes[i];
            if (i == last)
                replacements[hole.Expression] = InHole(i <= until ? Kept(hole) : Lower(hole.Expression));
            else if (MayBeFormattedLate(hole, isText) && Stability.IsStable(hole.Expression, holes.Skip(i + 1).Select(h => h.Expression)))
                continue;
            else if (isText)
                replacements[hole] = Code.Of(hole.OpenBraceToken.Text, Format(text, hole, provider), hole.CloseBraceToken.Text);
            else
                replacements[hole.Expression] = Kept(hole);
        }
        // What is read before others are formatted is read in its turn: all to its left are, too.
        for (int i = last + 1; i <= until; i++)
            if (!IsConstant(holes[i]))
                replacements[holes[i].Expression] = Kept(holes[i]);
        return Printer.Print(text, replacements);
    }

    /// <summary>
    /// The last hole that is read before others, which may change it, are formatted; -1 for none. What the awaits of the user's own text do
    /// to it, they do to the rest that is printed as well.
    /// </summary>
    private int LastReadBeforeFormatting(List<InterpolationSyntax> holes, int lastYield)
    {
        if (!Context.IsAsync || holes.Skip(lastYield + 1).Any(h => Operands.Awaits(h.Expression)))
            return -1;
        int last = holes.FindLastIndex(h => !IsConstant(h));
        int changing = holes.FindIndex(h => !IsFormattedAlike(h.Expression));
        return changing >= 0 && changing < last ? last : -1;
    }

    private bool IsConstant(InterpolationSyntax hole) => Context.Model.GetConstantValue(hole.Expression, Context.Cancellation).HasValue;

    private Code Kept(InterpolationSyntax hole) => Operands.Keep(Lower(hole.Expression), hole.Expression);

    /// <summary>
    /// What the framework's handler formats by: an argument to its left, or nothing, which is the culture of the moment. Null for one that
    /// might format itself, or count how often it is asked.
    /// </summary>
    private Code? ProviderOf(IInterpolatedStringHandlerCreationOperation creation)
    {
        var placeholders = (creation.HandlerCreation as IObjectCreationOperation)?.Arguments.Select(a => a.Value)
            .Select(v => v is IConversionOperation conversion ? conversion.Operand : v)
            .OfType<IInterpolatedStringHandlerArgumentPlaceholderOperation>().ToList() ?? [];
        if (placeholders.Count == 0)
            return Code.Empty;
        var provider = placeholders.Count == 1 ? StringHandlers.ArgumentOf(creation, placeholders[0]) : null;
        for (var value = provider; value is not null; value = (value as IConversionOperation)?.Operand)
        {
            if (value.ConstantValue is { HasValue: true, Value: null })
                return Code.Empty;
            if (KnownSymbols.IsPlainFormatProvider(value.Type))
                return StringHandlers.Evaluated(creation, placeholders[0]);
        }
        return null;
    }

    /// <summary>
    /// The first colon in a hole begins the format, even that of "Result&lt;global::T&gt;()", unless parentheses stand around it.
    /// </summary>
    private static Code InHole(Code value) => value.Pieces.Any(p => p is DelegatedPiece) ? Code.Of("(", value, ")") : value;

    /// <summary>
    /// Evaluates a hole and formats it at once. It is formatted by a string of the user's own kind, whose quotes and braces say how what
    /// stands behind its colon is to be read: "$$"""..{{a:x}}.."""" ----> "$$"""{{f.hole1:x}}"""".
    /// </summary>
    private Code Format(InterpolatedStringExpressionSyntax text, InterpolationSyntax hole, Code provider)
    {
        var value = Lower(hole.Expression);
        if ((Context.TypeOf(hole.Expression) ?? Context.ConvertedTypeOf(hole.Expression)) is not { } type)
            return Refuse(hole.Expression);
        var evaluated = Variables.Temporary("hole", type, hole.Expression);
        Builder.Declare(evaluated, value);
        var formatted = Variables.Temporary("text", "string", null, hole);
        var made = Code.Of(
            text.StringStartToken.Text.Trim(),
            Printer.Print(hole, new Dictionary<SyntaxNode, Code> { [hole.Expression] = Code.Of(evaluated) }),
            text.StringEndToken.Text.Trim());
        Builder.Declare(formatted, provider.Pieces.IsEmpty ? made : Code.Of("string.Create(", provider, ", ", made, ")"));
        return Code.Of(formatted);
    }

    /// <summary>
    /// Whether nobody can tell that a hole is formatted after the coroutine has waited, when the culture may be another one; a
    /// FormattableString is formatted later anyway.
    /// </summary>
    private bool MayBeFormattedLate(InterpolationSyntax hole, bool isText)
        => !isText
            ? IsFormattedAlike(hole.Expression)
            : BinaryOperators.IsTextAlike(hole.Expression) && (hole.FormatClause is null || Context.TypeOf(hole.Expression) is null or
            {
                SpecialType: SpecialType.System_String or SpecialType.System_Char or SpecialType.System_Boolean
            });

    /// <summary>Whether a value is formatted the same at any time in one culture: it holds no state that could change.</summary>
    private bool IsFormattedAlike(ExpressionSyntax expression)
        => Context.TypeOf(expression) is { } type && (Stability.IsPrimitive(type) || type.SpecialType == SpecialType.System_String);
}
