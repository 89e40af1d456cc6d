using System.Collections.Immutable;
using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Copying;

/// <summary>Variables that an expression declares: out variables, deconstructions, patterns. Hoisted ones become targets.</summary>
internal sealed partial class VerbatimPrinter
{
    private sealed partial class Copy
    {
        private bool Declaration(DeclarationExpressionSyntax declaration)
        {
            if (declaration.Designation is SingleVariableDesignationSyntax single
                && printer._variables.Find(_context.Model.GetDeclaredSymbol(single, _context.Cancellation)) is { } variable)
            {
                Replace(declaration, new OutVariablePiece(variable, declaration.Type.ToString()));
                return true;
            }
            if (declaration.Designation is ParenthesizedVariableDesignationSyntax tuple && Tracked(tuple).Count > 0)
            {
                Separate(declaration.GetFirstToken());
                Tuple(tuple);
                _pending = declaration.GetLastToken().TrailingTrivia;
                return true;
            }
            return false;
        }

        private List<Variable> Tracked(SyntaxNode pattern)
            => pattern.DescendantNodesAndSelf().OfType<SingleVariableDesignationSyntax>()
                .Select(d => printer._variables.Find(_context.Model.GetDeclaredSymbol(d, _context.Cancellation)))
                .OfType<Variable>().ToList();

        /// <summary>"var (a, b)": each name becomes a target or a declaration of its own.</summary>
        private void Tuple(ParenthesizedVariableDesignationSyntax tuple)
        {
            Output.Add("(");
            bool first = true;
            foreach (var designation in tuple.Variables)
            {
                if (!first)
                    Output.Add(", ");
                first = false;
                switch (designation)
                {
                    case ParenthesizedVariableDesignationSyntax inner:
                        Tuple(inner);
                        break;
                    case SingleVariableDesignationSyntax single
                        when printer._variables.Find(_context.Model.GetDeclaredSymbol(single, _context.Cancellation)) is { } variable:
                        Output.Add(new OutVariablePiece(variable, "var"));
                        break;
                    default:
                        Output.Add("_");
                        break;
                }
            }
            Output.Add(")");
        }

        /// <summary>"e is P": hoisted pattern variables are assigned right after the match, in the same expression.</summary>
        private bool Match(IsPatternExpressionSyntax match)
        {
            var tracked = Tracked(match.Pattern).ToImmutableArray();
            if (tracked.IsEmpty)
                return false;
            var pattern = match.Pattern;
            bool negated = false;
            while (pattern is ParenthesizedPatternSyntax or UnaryPatternSyntax)
            {
                if (pattern is UnaryPatternSyntax unary)
                {
                    negated = !negated;
                    pattern = unary.Pattern;
                }
                else
                    pattern = ((ParenthesizedPatternSyntax)pattern).Pattern;
            }
            Separate(match.GetFirstToken());
            Output.Add(new PatternEdgePiece(tracked, PatternEdge.Before, negated));
            _first = true;
            Visit(match.Expression);
            Token(match.IsKeyword);
            Output.Add(" ");
            _first = true;
            Output.Add(new PatternEdgePiece(tracked, PatternEdge.Not, negated));
            Visit(pattern);
            Output.Add(new PatternEdgePiece(tracked, PatternEdge.After, negated));
            _pending = match.GetLastToken().TrailingTrivia;
            return true;
        }
    }
}
