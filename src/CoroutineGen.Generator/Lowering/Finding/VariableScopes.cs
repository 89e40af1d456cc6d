using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Finding;

/// <summary>
/// Where the scope of a local begins and ends. A scope is told by the node that enters it: of a loop, the parts of the header that are
/// evaluated once, or once for each iteration, have scopes of their own.
/// </summary>
internal static class VariableScopes
{
    /// <summary>The node that a local's scope begins with; null where the local stays inside one expression.</summary>
    public static SyntaxNode? OwnerOf(SyntaxNode declaration)
    {
        if (declaration is ForEachStatementSyntax)
            return declaration;
        if (declaration is CatchDeclarationSyntax)
            return declaration.Parent;
        for (var node = declaration; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case SwitchExpressionArmSyntax:
                    return parent;
                case ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method }:
                    return method;
                case FromClauseSyntax { Parent: QueryExpressionSyntax } first when node == first.Expression:
                    break;
                case QueryClauseSyntax or SelectOrGroupClauseSyntax or AnonymousFunctionExpressionSyntax or ArrowExpressionClauseSyntax:
                    return null;
                case CatchFilterClauseSyntax:
                    return parent.Parent;
                case SwitchLabelSyntax:
                    return parent.Parent!.Parent;
                case CommonForEachStatementSyntax loop:
                    return node == loop.Expression ? node : loop;
                case ForStatementSyntax loop:
                    return PartOf(loop, node);
                case WhileStatementSyntax or DoStatementSyntax or UsingStatementSyntax or FixedStatementSyntax:
                    return parent;
                case StatementSyntax statement:
                    return OwnerOf(statement);
            }
        }
        return null;
    }

    /// <summary>
    /// What is declared in a statement belongs to the block around it, or to the statement where it is the body of another one.
    /// </summary>
    private static SyntaxNode OwnerOf(StatementSyntax statement)
    {
        SyntaxNode outermost = statement;
        while (outermost.Parent is LabeledStatementSyntax)
            outermost = outermost.Parent;
        return outermost.Parent switch
        {
            BlockSyntax block => block,
            SwitchSectionSyntax section => section.Parent!,
            _ => statement,
        };
    }

    /// <summary>
    /// A condition is tested, and its variables begin, before each iteration; so do those of the iterators after each; the others once.
    /// </summary>
    private static SyntaxNode PartOf(ForStatementSyntax loop, SyntaxNode part)
    {
        if (part == loop.Condition)
            return part;
        return part is ExpressionSyntax iterator && loop.Incrementors.Contains(iterator) ? loop.Incrementors[0] : loop;
    }

    /// <summary>Whether a scope is flattened: it suspends, or it is an arm beside one that does.</summary>
    public static bool LosesItsPlace(SyntaxNode scope, SuspensionMap suspensions) => scope switch
    {
        SwitchExpressionArmSyntax arm => ((SwitchExpressionSyntax)arm.Parent!).Arms.Any(suspensions.Suspends),
        SwitchStatementSyntax choice => choice.Sections.Any(suspensions.Suspends),
        MethodDeclarationSyntax => suspensions.Count > 0,
        CommonForEachStatementSyntax loop => suspensions.Suspends(loop.Statement),
        ExpressionSyntax { Parent: StatementSyntax loop } => suspensions.Suspends(loop),
        _ => suspensions.Suspends(scope),
    };

    /// <summary>
    /// The nodes around a place that scopes may begin with, inner before outer, up to the method. Those of a statement that begin behind
    /// the part of it where the place is have not been entered there: they are left out.
    /// </summary>
    // for (int i = yield(1); F(out var c); i++) { yield(2); }    ---->  at yield(1): the for; at yield(2): the block, F(out var c), the for
    public static IEnumerable<SyntaxNode> Around(SyntaxNode place, SyntaxNode method)
    {
        SyntaxNode? part = null;
        for (var node = place; ; (part, node) = (node, node.Parent!))
        {
            switch (node)
            {
                case ForStatementSyntax loop:
                    if (loop.Condition is not null && part != loop.Declaration && !loop.Initializers.Any(i => i == part))
                        yield return loop.Condition;
                    yield return loop;
                    break;
                case CommonForEachStatementSyntax loop:
                    if (part != loop.Expression)
                        yield return loop;
                    yield return loop.Expression;
                    break;
                case DoStatementSyntax loop when part != loop.Condition:
                case SwitchStatementSyntax choice when part == choice.Expression:
                    break;
                case ExpressionSyntax { Parent: ForStatementSyntax loop } iterator when loop.Incrementors.Contains(iterator):
                    yield return loop.Incrementors[0];
                    break;
                case ExpressionSyntax:
                    break;
                default:
                    yield return node;
                    break;
            }
            if (node == method)
                yield break;
        }
    }

    /// <summary>The section that a variable of a switch statement is in scope in; null for one that is so in all of its scope.</summary>
    // case int n when ..: .. case int n: ..    ---->  one scope, that of the switch, and an n for each section
    public static SwitchSectionSyntax? SectionOf(Variable variable)
        => variable.Declaration?.FirstAncestorOrSelf<SwitchLabelSyntax>()?.Parent as SwitchSectionSyntax;

    /// <summary>
    /// How many scopes may surround one: the header of a foreach surrounds its iterations, and they its body; the variables of a for loop
    /// surround those of its condition.
    /// </summary>
    public static int DepthOf(SyntaxNode scope)
    {
        bool isHeader = scope is ExpressionSyntax { Parent: CommonForEachStatementSyntax };
        var place = isHeader ? scope.Parent! : scope;
        return (2 * place.Ancestors().Count()) + (isHeader ? 0 : 1);
    }
}
