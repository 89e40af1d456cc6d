using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Meaning;
using CoroutineGen.Generator.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Copying;

/// <summary>
/// Interpolated strings. No directive may stand in one, so a line break in a hole is copied as it is: the lines below keep the numbers that
/// they have in the user's file.
/// </summary>
internal sealed partial class VerbatimPrinter
{
    private sealed partial class Copy
    {
        private void Interpolation(InterpolatedStringExpressionSyntax text)
        {
            if (CallerTexts.AreAskedBy(_context.ConvertedTypeOf(text)))
                printer.NamedTexts.UnionWith(text.Contents.OfType<InterpolationSyntax>().Select(h => h.Expression));
            if (!_first)
                Separate(text.StringStartToken);
            _first = true;
            _strings++;
            VisitChildren(text);
            _strings--;
        }

        /// <summary>What separates two tokens within a string: as many line breaks as the user's, or one space.</summary>
        private static string InString(string trivia)
            => LineBreaks.In(trivia) is > 0 and var lines ? new string('\n', lines) : trivia.Length > 0 ? " " : "";

        /// <summary>Puts code in the place of a node; below a node of several lines the user's lines go on.</summary>
        private void Put(SyntaxNode node, Code code)
        {
            if (node is InterpolationSyntax hole)
            {
                PutHole(hole, code);
                return;
            }
            int line = LineOf(node.SpanStart);
            foreach (var piece in code.Pieces)
            {
                if (piece is not NewLinePiece { Token: >= 0 } newLine)
                    Output.Add(piece);
                else
                {
                    int target = LineOf(_context.Tokens.PositionOf(newLine.Token));
                    Output.Add(_strings == 0 ? newLine : new TextPiece(target > line ? new string('\n', target - line) : " "));
                    line = target;
                }
            }
            int missing = LineOf(node.Span.End) - line;
            if (missing <= 0)
                return;
            if (_strings > 0)
                Output.Add(new string('\n', missing));
            else
                _movedUp = CallerLines.AreAskedIn(root, _context.Model, _context.Cancellation);
        }

        /// <summary>A hole that was formatted before keeps its lines within its braces.</summary>
        private void PutHole(InterpolationSyntax hole, Code code)
        {
            int lines = LineOf(hole.Span.End) - LineOf(hole.SpanStart);
            for (int i = 0; i < code.Pieces.Length; i++)
            {
                if (i < code.Pieces.Length - 1 || code.Pieces[i] is not TextPiece end || lines == 0)
                    Output.Add(code.Pieces[i]);
                else
                    Output.Add(new string('\n', lines) + end.Text);
            }
        }

        private int LineOf(int position) => root.SyntaxTree.GetText(_context.Cancellation).Lines.IndexOf(position);
    }

    /// <summary>Copied expressions whose text somebody asks for.</summary>
    public HashSet<ExpressionSyntax> NamedTexts { get; } = [];

    /// <summary>Refuses them where, now that all variables have their places, they read otherwise than the user's.</summary>
    public void CheckNamedTexts()
    {
        foreach (var text in NamedTexts.Where(t => IsSpaced(t) || NamesIn(t).Any(IsElsewhere)))
            _context.Refusals.Add(LoweringDiagnostics.TextIsAskedFor, text, text.ToString());

        static IEnumerable<IdentifierNameSyntax> NamesIn(ExpressionSyntax text)
            => text.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>();

        bool IsElsewhere(IdentifierNameSyntax name)
            => _variables.Find(name) is { Placement: Placement.Frame or Placement.Environment };

        static bool IsSpaced(ExpressionSyntax text) => text.DescendantTrivia()
            .Any(t => text.Span.Contains(t.Span) && (!t.IsKind(SyntaxKind.WhitespaceTrivia) || t.Span.Length > 1));
    }

    /// <summary>
    /// What is printed by itself may be put into the line of its statement: what is told its line stands in a line of its own.
    /// </summary>
    private Code InItsLine(SyntaxNode node, Code code)
    {
        var lines = node.SyntaxTree.GetText(_context.Cancellation).Lines;
        var statement = node.FirstAncestorOrSelf<StatementSyntax>() ?? _context.Body;
        return lines.IndexOf(node.SpanStart) == lines.IndexOf(statement.SpanStart)
            || !CallerLines.AreAskedIn(node, _context.Model, _context.Cancellation)
                ? code
                : Code.Of(new NewLinePiece(_context.Tokens.Of(node), 4), code);
    }
}
