using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering;

/// <summary>Interpolated strings: each hole is formatted as soon as it is evaluated, so before the yields to its right.</summary>
internal sealed partial class ExpressionLowerer
{
    private Code Interpolation(InterpolatedStringExpressionSyntax text)
    {
        var holes = text.Contents.OfType<InterpolationSyntax>().ToList();
        int last = holes.FindLastIndex(_context.Suspensions.Suspends);
        var converted = CastOf(text) ?? _context.ConvertedTypeOf(text);
        bool isString = converted is { SpecialType: SpecialType.System_String or SpecialType.System_Object };
        bool isFormattable = converted is { Name: "FormattableString" or "IFormattable" };
        if (!isString && !isFormattable && !MayBeMadeLate(converted, holes.Take(last)) && HandlerOf(text) is { } handler)
            return Handler(text, handler);
        var replacements = new Dictionary<SyntaxNode, Code>();
        for (int i = 0; i <= last; i++)
        {
            var hole = holes[i];
            if (i == last)
                replacements[hole.Expression] = InHole(Lower(hole.Expression));
            else if (MayBeFormattedLate(hole, isString) && IsStable(hole.Expression, holes.Skip(i + 1).Select(h => h.Expression)))
                continue;
            else if (isString)
                replacements[hole] = Code.Of(hole.OpenBraceToken.Text, Format(text, hole), hole.CloseBraceToken.Text);
            else
                replacements[hole.Expression] = Keep(Lower(hole.Expression), hole.Expression);
        }
        return _printer.Print(text, replacements);
    }

    /// <summary>
    /// The framework's own handler cannot be kept, but nobody sees when it is made; only when a hole is formatted, which some values show.
    /// </summary>
    private bool MayBeMadeLate(ITypeSymbol? handler, IEnumerable<InterpolationSyntax> before)
        => handler is { Name: "DefaultInterpolatedStringHandler", ContainingNamespace.Name: "CompilerServices" }
            && before.All(h => IsFormattedAlike(h.Expression));

    /// <summary>The type of a cast, which decides what is made of the string, and of which C# says nothing at the string itself.</summary>
    private ITypeSymbol? CastOf(ExpressionSyntax text) => text.Parent switch
    {
        ParenthesizedExpressionSyntax outer => CastOf(outer),
        CastExpressionSyntax cast => _context.TypeOf(cast),
        _ => null,
    };

    /// <summary>In a hole the first colon begins the format, even that of "global::", unless parentheses stand around it.</summary>
    private static Code InHole(Code value)
        => value.Pieces.Any(p => p is TextPiece text && text.Text.Contains(':')) ? Code.Of("(", value, ")") : value;

    /// <summary>
    /// Evaluates a hole and formats it at once. It is formatted by a string of the user's own kind, whose quotes and braces say how what
    /// stands behind its colon is to be read: "$$"""..{{a:x}}.."""" ----> "$$"""{{f.hole1:x}}"""".
    /// </summary>
    private Code Format(InterpolatedStringExpressionSyntax text, InterpolationSyntax hole)
    {
        var value = Lower(hole.Expression);
        if ((_context.TypeOf(hole.Expression) ?? _context.ConvertedTypeOf(hole.Expression)) is not { } type)
            return Refuse(hole.Expression);
        var evaluated = _variables.Temporary("hole", type, hole.Expression);
        _emitter.Declare(evaluated, value);
        var formatted = _variables.Temporary("text", "string", null, hole);
        _emitter.Declare(formatted, Code.Of(
            text.StringStartToken.Text.Trim(),
            _printer.Print(hole, new Dictionary<SyntaxNode, Code> { [hole.Expression] = Code.Of(evaluated) }),
            text.StringEndToken.Text.Trim()));
        return Code.Of(formatted);
    }

    /// <summary>
    /// Whether nobody can tell that a hole is formatted after the coroutine has waited, when the culture may be another one; a
    /// FormattableString is formatted later anyway.
    /// </summary>
    private bool MayBeFormattedLate(InterpolationSyntax hole, bool isString)
        => !isString
            ? IsFormattedAlike(hole.Expression)
            : IsTextAlike(hole.Expression) && (hole.FormatClause is null || _context.TypeOf(hole.Expression) is null or
            {
                SpecialType: SpecialType.System_String or SpecialType.System_Char or SpecialType.System_Boolean
            });

    /// <summary>Whether a value is formatted the same at any time in one culture: it holds no state that could change.</summary>
    private bool IsFormattedAlike(ExpressionSyntax expression)
        => _context.TypeOf(expression) is { } type && (IsPrimitive(type) || type.SpecialType == SpecialType.System_String);
}
