using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Copying;

/// <summary>
/// The door of the copying. It copies the user's own syntax, token by token, and leaves a hole wherever that mentions a variable that may
/// be hoisted, a control transfer that leaves the copied statement, or a sub-expression that was lowered already.
/// </summary>
internal sealed class VerbatimPrinter
{
    private readonly LoweringContext _context;
    private readonly AskedTexts _askedTexts;
    private readonly CallerTextRewriter _callerTexts;
    private readonly NodeRewriter _rewriter;

    public VerbatimPrinter(LoweringContext context, VariableMap variables, LocalFunctionMap functions, IExitCodes exits)
    {
        var names = new NameLookup(context, variables, functions);
        _context = context;
        _askedTexts = new AskedTexts(context, names);
        _callerTexts = new CallerTextRewriter(context, names);
        _rewriter = new NodeRewriter(context, names, _callerTexts, _askedTexts, Receivers, exits);
    }

    /// <summary>What the member accesses behind a lowered "?." belong to.</summary>
    public Dictionary<ConditionalAccessExpressionSyntax, Code> Receivers { get; } = [];

    /// <summary>Copies a node.</summary>
    /// <param name="node">What to copy.</param>
    /// <param name="replacements">Sub-expressions that were lowered, and what stands for them.</param>
    public Code Print(SyntaxNode node, IReadOnlyDictionary<SyntaxNode, Code>? replacements = null)
        => SyntaxCopier.Copy(node, replacements, _rewriter, _context);

    /// <summary>The arguments that pass the user's own text to the Add of an element, each with a comma before.</summary>
    public string TextsOfElement(ExpressionSyntax element) => _callerTexts.OfElement(element);

    public string TextsOfElement(CollectionElementSyntax element, ITypeSymbol collection) => _callerTexts.OfElement(element, collection);

    /// <summary>Refuses copied texts that are asked for where, now that all variables have their places, they read otherwise.</summary>
    public void CheckNamedTexts() => _askedTexts.Check();
}
