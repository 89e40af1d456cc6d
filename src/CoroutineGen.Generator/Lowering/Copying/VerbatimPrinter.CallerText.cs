using CoroutineGen.Generator.Lowering.Meaning;
using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Copying;

/// <summary>
/// [CallerArgumentExpression] hands a method the text of an argument. Where copying changes that text, the user's own is passed explicitly.
/// </summary>
internal sealed partial class VerbatimPrinter
{
    /// <summary>The arguments that pass the user's own text to the Add of an element, each with a comma before.</summary>
    public string TextsOfElement(ExpressionSyntax element)
        => Named(CallerTexts.OfElement(element, _context.Model, _context.Cancellation));

    public string TextsOfElement(CollectionElementSyntax element, ITypeSymbol collection)
        => Named(CallerTexts.OfElement(element, collection, _context.Model, _context.Cancellation));

    private static string Named(IEnumerable<(IParameterSymbol Parameter, string Text)> texts)
        => string.Concat(texts.Select(t => $", {TypeText.Escape(t.Parameter.Name)}: {SymbolDisplay.FormatLiteral(t.Text, quote: true)}"));

    private sealed partial class Copy
    {
        /// <summary>
        /// What is passed to a method that asks for its text, and that nobody calls by name, so that nothing else can be passed to it.
        /// </summary>
        private bool Unwritten(SyntaxNode node)
        {
            if (UnwrittenCalls.Of(node, _context.Model, _context.Cancellation).Any(CallerTexts.AreAskedBy))
                printer.NamedTexts.UnionWith(node.DescendantNodes(n => n == node || n is not ExpressionSyntax).OfType<ExpressionSyntax>());
            return false;
        }

        /// <summary>What stands before the end of a list of arguments; empty for nearly all of them.</summary>
        private string TextsFor(BaseArgumentListSyntax list)
        {
            if (list.Parent is not { } call || !MayChange(list, call))
                return "";
            string named = Named(CallerTexts.Of(call, _context.Model, _context.Cancellation));
            return list.Arguments.Count == 0 && named.Length > 0 ? named.Substring(2) : named;
        }

        /// <summary>
        /// "new K { a + 1 }", whose Add asks for the text ----> "new K { { f.a + 1, "a + 1" } }".
        /// </summary>
        private bool ElementText(ExpressionSyntax element)
        {
            if (element.Parent is not InitializerExpressionSyntax { RawKind: (int)SyntaxKind.CollectionInitializerExpression }
                || !Changes(element))
                return false;
            var texts = CallerTexts.OfElement(element, _context.Model, _context.Cancellation);
            var written = element is InitializerExpressionSyntax several ? several.Expressions.ToList() : [element];
            // Names cannot be written there.
            if (texts.Count == 0 || texts.Where((t, i) => t.Parameter.Ordinal - Receivers(t.Parameter) != written.Count + i).Any())
                return false;
            Separate(element.GetFirstToken());
            _first = true;
            Output.Add("{ ");
            for (int i = 0; i < written.Count; i++)
            {
                if (i > 0)
                    Output.Add(", ");
                _first = true;
                VisitElement(written[i]);
            }
            Output.Add(string.Concat(texts.Select(t => ", " + SymbolDisplay.FormatLiteral(t.Text, quote: true))) + " }");
            _pending = element.GetLastToken().TrailingTrivia;
            return true;
        }

        /// <summary>An Add that is an extension method has the collection before the elements.</summary>
        private static int Receivers(IParameterSymbol parameter)
            => parameter.ContainingSymbol is IMethodSymbol { IsStatic: true, IsExtensionMethod: true } ? 1 : 0;

        private bool MayChange(BaseArgumentListSyntax list, SyntaxNode call)
            => list.Arguments.Any(a => Changes(a.Expression))
                || (call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax on } && Changes(on.Expression))
                || call is ElementBindingExpressionSyntax or InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax };

        /// <summary>Whether an expression is printed in other words, or with other spaces, than the user's.</summary>
        private bool Changes(ExpressionSyntax argument)
            => _context.Suspensions.Suspends(argument)
                || argument.DescendantNodesAndSelf().Any(n => n is SimpleNameSyntax name
                    && (name.Parent is InvocationExpressionSyntax
                        || FunctionOf(name) is not null || VariableOf(name) is { IsConstant: false }))
                || argument.DescendantTrivia().Any(t => !t.IsKind(SyntaxKind.WhitespaceTrivia) || t.Span.Length > 1);
    }
}
