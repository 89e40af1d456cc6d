using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Meaning;
using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Copying;

/// <summary>
/// [CallerArgumentExpression] hands a method the text of an argument. Where copying changes that text, the user's own is passed explicitly.
/// </summary>
internal sealed class CallerTextRewriter(LoweringContext context, NameLookup names)
{
    /// <summary>What is known of expressions already: each is the receiver or the argument of another one, down a chain of calls.</summary>
    private readonly Dictionary<SyntaxNode, bool> _changes = [];

    /// <summary>The arguments that pass the user's own text to the Add of an element, each with a comma before.</summary>
    public string OfElement(ExpressionSyntax element)
        => Named(CallerTexts.OfElement(element, context.Model, context.Cancellation));

    /// <summary>The same for an element of a collection expression.</summary>
    public string OfElement(CollectionElementSyntax element, ITypeSymbol collection)
        => Named(CallerTexts.OfElement(element, collection, context.Model, context.Cancellation));

    /// <summary>
    /// What stands before the end of a list of arguments; empty for nearly all of them.
    /// Check(a + 1)    ---->    Check(f.a + 1, text: "a + 1")
    /// </summary>
    public string OfList(BaseArgumentListSyntax list)
    {
        if (list.Parent is not { } call || !MayChange(list, call))
            return "";
        string named = Named(CallerTexts.Of(call, context.Model, context.Cancellation));
        return list.Arguments.Count == 0 && named.Length > 0 ? named.Substring(2) : named;
    }

    /// <summary>
    /// Copies a collection initializer, whose Add may ask for the text of an element.
    /// new K { a + 1 }    ---->    new K { { f.a + 1, "a + 1" } }
    /// </summary>
    public void Rewrite(InitializerExpressionSyntax initializer, SyntaxCopier copier)
    {
        foreach (var child in initializer.ChildNodesAndTokens())
        {
            if (child.AsNode() is not ExpressionSyntax element || copier.ReplacementOf(element) is not null
                || !TryRewriteElement(element, copier))
                copier.Visit(child);
        }
    }

    private bool TryRewriteElement(ExpressionSyntax element, SyntaxCopier copier)
    {
        if (!Changes(element))
            return false;
        var texts = CallerTexts.OfElement(element, context.Model, context.Cancellation);
        var written = element is InitializerExpressionSyntax several ? several.Expressions.ToList() : [element];
        // Names cannot be written there.
        if (texts.Count == 0 || texts.Where((t, i) => t.Parameter.Ordinal - Receivers(t.Parameter) != written.Count + i).Any())
            return false;
        copier.Output.Begin(element);
        copier.Output.Add("{ ");
        for (int i = 0; i < written.Count; i++)
        {
            if (i > 0)
                copier.Output.Add(", ");
            copier.Output.Join();
            copier.Visit(written[i]);
        }
        copier.Output.Add(string.Concat(texts.Select(t => ", " + SymbolDisplay.FormatLiteral(t.Text, quote: true))) + " }");
        copier.Output.End(element);
        return true;
    }

    /// <summary>An Add that is an extension method has the collection before the elements.</summary>
    private static int Receivers(IParameterSymbol parameter)
        => parameter.ContainingSymbol is IMethodSymbol { IsStatic: true, IsExtensionMethod: true } ? 1 : 0;

    private static string Named(IEnumerable<(IParameterSymbol Parameter, string Text)> texts)
        => string.Concat(texts.Select(t => $", {TypeText.Escape(t.Parameter.Name)}: {SymbolDisplay.FormatLiteral(t.Text, quote: true)}"));

    private bool MayChange(BaseArgumentListSyntax list, SyntaxNode call)
        => list.Arguments.Any(a => Changes(a.Expression))
            || (call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax on } && Changes(on.Expression))
            || call is ElementBindingExpressionSyntax or InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax };

    /// <summary>Whether an expression is printed in other words, or with other spaces, than the user's.</summary>
    private bool Changes(ExpressionSyntax argument)
    {
        if (!_changes.TryGetValue(argument, out bool changes))
            _changes.Add(argument, changes = context.Suspensions.Suspends(argument)
                || argument.DescendantNodesAndSelf(IsUnknown).Any(n => _changes.TryGetValue(n, out bool known) ? known : ChangesItself(n))
                || argument.DescendantTrivia(IsUnknown).Any(t => !t.IsKind(SyntaxKind.WhitespaceTrivia) || t.Span.Length > 1));
        return changes;
    }

    private bool IsUnknown(SyntaxNode node) => !_changes.ContainsKey(node);

    private bool ChangesItself(SyntaxNode node)
        => node is SimpleNameSyntax name
            && (name.Parent is InvocationExpressionSyntax
                || names.FunctionOf(name) is not null || names.VariableOf(name) is { IsConstant: false });
}
