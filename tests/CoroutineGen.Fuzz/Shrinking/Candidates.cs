using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CoroutineGen.Fuzz.Shrinking;

/// <summary>
/// Smaller versions of a program, by its syntax alone: without a member, a statement, a clause; a statement by what is in it; an
/// expression by a part of it or by a number. What grammar made the program does not matter.
/// </summary>
internal static class Candidates
{
    public static IEnumerable<string> Of(string text)
    {
        var root = CSharpSyntaxTree.ParseText(text).GetRoot();
        var coroutines = root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(m => m.AttributeLists.Count > 0).ToArray();
        var source = SourceText.From(text);
        return coroutines.Select(c => source.WithChanges(WithoutCoroutine(root, c)).ToString())
            .Concat(coroutines.SelectMany(m => m.DescendantNodes()).SelectMany(Edits)
                .Where(e => e.Span.Length > (e.NewText?.Length ?? 0))
                .OrderByDescending(e => e.Span.Length - (e.NewText?.Length ?? 0))
                .Select(e => source.WithChanges(e).ToString()))
            .Distinct();
    }

    /// <summary>Without a coroutine and the arm that makes it: to make it fails, in the reference as well.</summary>
    private static IEnumerable<TextChange> WithoutCoroutine(SyntaxNode root, MethodDeclarationSyntax coroutine)
    {
        var arms = root.DescendantNodes().OfType<SwitchExpressionArmSyntax>()
            .Where(a => a.Parent!.Parent is ArrowExpressionClauseSyntax && a.ToString().Contains(coroutine.Identifier.Text + "(", StringComparison.Ordinal));
        return arms.Select(a => new TextChange(WithComma(a), "")).Append(new(coroutine.FullSpan, "")).OrderBy(c => c.Span.Start);
    }

    private static IEnumerable<TextChange> Edits(SyntaxNode node) => node switch
    {
        SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax { Arms.Count: > 1 } } => [new(WithComma(node), "")],
        BlockSyntax { Parent: BlockSyntax } block => [new(node.FullSpan, ""), new(node.Span, Inside(block))],
        StatementSyntax statement when statement is not BlockSyntax => Statement(statement),
        CatchClauseSyntax or FinallyClauseSyntax or ElseClauseSyntax or SwitchSectionSyntax or CatchFilterClauseSyntax => [new(node.FullSpan, "")],
        ExpressionSyntax expression => Expression(expression),
        _ => [],
    };

    private static TextSpan WithComma(SyntaxNode arm)
    {
        var next = arm.GetLastToken().GetNextToken();
        return TextSpan.FromBounds(arm.FullSpan.Start, next.IsKind(SyntaxKind.CommaToken) ? next.FullSpan.End : arm.FullSpan.End);
    }

    private static IEnumerable<TextChange> Statement(StatementSyntax statement)
    {
        yield return new(statement.FullSpan, "");
        foreach (var child in statement.ChildNodes())
        {
            if (child is BlockSyntax block)
                yield return new(statement.Span, Inside(block));
            else if (child is StatementSyntax inner)
                yield return new(statement.Span, inner.ToString());
            else if (child is ElseClauseSyntax or FinallyClauseSyntax && child.ChildNodes().FirstOrDefault() is BlockSyntax within)
                yield return new(statement.Span, Inside(within));
            else if (child is SwitchSectionSyntax section)
                yield return new(statement.Span, string.Join(" ", section.Statements.Where(s => s is not BreakStatementSyntax).Select(s => s.ToFullString())));
        }
    }

    private static string Inside(BlockSyntax block) => string.Concat(block.Statements.Select(s => s.ToFullString()));

    private static IEnumerable<TextChange> Expression(ExpressionSyntax expression)
    {
        if (expression is TypeSyntax and not IdentifierNameSyntax || expression.Parent is ArrowExpressionClauseSyntax)
            yield break;
        if (expression is not LiteralExpressionSyntax && expression.Span.Length > 1)
        {
            yield return new(expression.Span, "0");
            if (expression is BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or IsPatternExpressionSyntax or InvocationExpressionSyntax)
                yield return new(expression.Span, "true");
        }
        foreach (var part in expression.DescendantNodes(n => n == expression || n is ArgumentListSyntax or ArgumentSyntax or ParenthesizedExpressionSyntax
            or SwitchExpressionArmSyntax or InitializerExpressionSyntax or InterpolationSyntax or BracketedArgumentListSyntax).OfType<ExpressionSyntax>())
        {
            // A coroutine as an object, outside of a delegation, is not the same in both worlds.
            if (part is not InitializerExpressionSyntax && !part.ToString().Contains("Shared(", StringComparison.Ordinal)
                && !part.ToString().Contains("Make(", StringComparison.Ordinal) || part.ToString().StartsWith("yield", StringComparison.Ordinal))
                yield return new(expression.Span, part.ToString());
        }
    }
}
