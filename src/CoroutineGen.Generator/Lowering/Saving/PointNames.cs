using System.Text;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Saving;

/// <summary>
/// What a point is called in saved coroutines: the label of its statement, or its full text without layout and comments. Two alike would
/// be told apart by their order only, and a yield that is inserted before them would move saved coroutines silently (rule 233).
/// </summary>
// Charge: var paid = yield(new Charge(sum));    ---->  Charge
// var paid = yield( new  Charge( sum ) );       ---->  yield(new Charge(sum))
// var paid = await yield(sum);                  ---->  yield(sum)
internal static class PointNames
{
    /// <summary>The name of a point, and whether it is a label.</summary>
    /// <param name="suspension">The yield, or the delegation.</param>
    public static (string Name, bool IsLabel) Of(SyntaxNode suspension)
        => LabelOf(suspension) is { } label ? (label.Identifier.ValueText, true) : (TextOf(CallOf(suspension)), false);

    /// <summary>The call of a suspension that is awaited: where it goes on, no await says (rule 128).</summary>
    // await yield(sum).ConfigureAwait(false)    ---->  yield(sum)
    private static SyntaxNode CallOf(SyntaxNode suspension)
    {
        for (var at = (suspension as AwaitExpressionSyntax)?.Expression; ;)
        {
            switch (at)
            {
                case null:
                    return suspension;
                case ParenthesizedExpressionSyntax inner:
                    at = inner.Expression;
                    continue;
                case InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } member
                }:
                    at = member.Expression;
                    continue;
                default:
                    return at;
            }
        }
    }

    /// <summary>The label that names a point: the last one before its statement; null for none.</summary>
    public static LabeledStatementSyntax? LabelOf(SyntaxNode suspension)
        => suspension.FirstAncestorOrSelf<StatementSyntax>()?.Parent as LabeledStatementSyntax;

    /// <summary>Refuses names that two points have.</summary>
    /// <param name="points">The suspensions in the order of the text, each with its name.</param>
    /// <param name="context">Where that is refused.</param>
    public static void Check(IEnumerable<(SyntaxNode Place, string Name)> points, LoweringContext context)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (place, name) in points)
            if (!known.Add(name))
                context.Refusals.Add(SaveDiagnostics.SameName, place, name);
    }

    /// <summary>Says of labels before yields, to which nothing jumps, that they name nothing.</summary>
    public static void CheckLabels(LoweringContext context)
    {
        var labels = context.Body.DescendantNodes().OfType<LabeledStatementSyntax>().ToList();
        if (labels.Count == 0)
            return;
        var targets = new HashSet<string>(
            context.Body.DescendantNodes().OfType<GotoStatementSyntax>().Select(g => g.Expression).OfType<IdentifierNameSyntax>()
                .Select(name => name.Identifier.ValueText),
            StringComparer.Ordinal);
        foreach (var label in labels)
            if (!targets.Contains(label.Identifier.ValueText) && InStatement(label).Any(context.Suspensions.IsYield))
                context.Refusals.Warn(SaveDiagnostics.LabelNamesNothing, label.Identifier, label.Identifier.ValueText);
    }

    /// <summary>What stands in the statement of a label itself, and in no statement within that: there the label names the point.</summary>
    public static IEnumerable<SyntaxNode> InStatement(LabeledStatementSyntax label)
        => label.Statement is LabeledStatementSyntax ? []
            : label.Statement.DescendantNodes(node => node == label.Statement || node is not StatementSyntax);

    /// <summary>The tokens of a node, with a space only where C# or the eye needs one: the same for every layout.</summary>
    private static string TextOf(SyntaxNode node)
    {
        var text = new StringBuilder();
        var before = default(SyntaxToken);
        foreach (var token in node.DescendantTokens())
        {
            if (text.Length > 0 && token.Text.Length > 0 && IsApart(before, token))
                text.Append(' ');
            text.Append(token.Text);
            before = token;
        }
        return text.ToString();
    }

    private static bool IsApart(SyntaxToken left, SyntaxToken right)
    {
        if (left.Parent is InterpolatedStringContentSyntax && left.IsKind(SyntaxKind.InterpolatedStringTextToken))
            return false;
        return (IsWord(left) && IsWord(right)) || left.IsKind(SyntaxKind.CommaToken) || IsOperator(left) || IsOperator(right);
    }

    private static bool IsWord(SyntaxToken token) => token.Kind() is SyntaxKind.IdentifierToken or SyntaxKind.NumericLiteralToken
        or SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken || token.IsKeyword() || token.IsContextualKeyword();

    /// <summary>Whether a token stands between two operands.</summary>
    private static bool IsOperator(SyntaxToken token) => token.Parent switch
    {
        BinaryExpressionSyntax binary => binary.OperatorToken == token,
        AssignmentExpressionSyntax assignment => assignment.OperatorToken == token,
        ConditionalExpressionSyntax choice => choice.QuestionToken == token || choice.ColonToken == token,
        EqualsValueClauseSyntax or LambdaExpressionSyntax or SwitchExpressionArmSyntax
            => token.Kind() is SyntaxKind.EqualsToken or SyntaxKind.EqualsGreaterThanToken,
        _ => false,
    };
}
