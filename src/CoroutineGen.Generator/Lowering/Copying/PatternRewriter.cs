using System.Collections.Immutable;
using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Copying;

/// <summary>
/// Variables that a pattern declares. A pattern assigns no field, so hoisted ones are assigned right after the match, in the same
/// expression.
/// </summary>
internal sealed class PatternRewriter(NameLookup names)
{
    /// <summary>
    /// case int n:    ---->    case int n1:
    /// </summary>
    public bool TryRewrite(SingleVariableDesignationSyntax designation, SyntaxCopier copier)
    {
        if (names.VariableOf(designation) is not { } variable)
            return false;
        copier.Output.Replace(designation, Code.Of(new PatternVariablePiece(variable)));
        return true;
    }

    /// <summary>
    /// e is int n       ---->    (e is int n1 &amp;&amp; (f.n = n1) is var _)
    /// e is not int n   ---->    !(e is int n1 &amp;&amp; (f.n = n1) is var _)
    /// </summary>
    public bool TryRewrite(IsPatternExpressionSyntax match, SyntaxCopier copier)
    {
        var declared = names.VariablesDeclaredIn(match.Pattern).ToImmutableArray();
        if (declared.IsEmpty)
            return false;
        var (pattern, isNegated) = WithoutNot(match.Pattern);
        copier.Output.Begin(match);
        copier.Output.Add(new PatternEdgePiece(declared, PatternEdge.Before, isNegated));
        copier.Visit(match.Expression);
        copier.Output.Token(match.IsKeyword);
        copier.Output.Add(" ");
        copier.Output.Join();
        copier.Output.Add(new PatternEdgePiece(declared, PatternEdge.Not, isNegated));
        copier.Visit(pattern);
        copier.Output.Add(new PatternEdgePiece(declared, PatternEdge.After, isNegated));
        copier.Output.End(match);
        return true;
    }

    /// <summary>
    /// not (P)    ---->    P, negated
    /// </summary>
    private static (PatternSyntax Pattern, bool IsNegated) WithoutNot(PatternSyntax pattern)
    {
        bool isNegated = false;
        while (true)
        {
            switch (pattern)
            {
                case UnaryPatternSyntax not:
                    isNegated = !isNegated;
                    pattern = not.Pattern;
                    break;
                case ParenthesizedPatternSyntax inner:
                    pattern = inner.Pattern;
                    break;
                default:
                    return (pattern, isNegated);
            }
        }
    }
}
