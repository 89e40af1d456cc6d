using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Copying;

// Holes of interpolated strings.
internal sealed partial class VerbatimPrinter
{
    private sealed partial class Copy
    {
        /// <summary>
        /// A variable whose type has no name is read by a call whose "::" would begin a format: parentheses stand around it.
        /// </summary>
        private bool Hole(InterpolationSyntax hole)
        {
            if (!hole.Expression.DescendantNodesAndSelf().Any(IsBoxed))
                return false;
            Token(hole.OpenBraceToken);
            Output.Add("(");
            _first = true;
            Visit(hole.Expression);
            Output.Add(")");
            if (hole.AlignmentClause is not null)
                Visit(hole.AlignmentClause);
            if (hole.FormatClause is not null)
                Visit(hole.FormatClause);
            Token(hole.CloseBraceToken);
            return true;
        }

        private bool IsBoxed(SyntaxNode node)
            => (node is IdentifierNameSyntax name && VariableOf(name) is { Unspeakable: not null })
                || (replacements is not null && replacements.TryGetValue(node, out var code)
                    && code.Pieces.Any(p => p is VariablePiece { Variable.Unspeakable: not null }));
    }
}
