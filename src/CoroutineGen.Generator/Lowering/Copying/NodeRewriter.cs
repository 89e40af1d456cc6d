using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Copying;

/// <summary>Knows which kinds of nodes are not copied letter by letter, and the rule for each.</summary>
internal sealed class NodeRewriter
{
    private readonly VariableRewriter _variables;
    private readonly IncrementRewriter _increments;
    private readonly LocalFunctionRewriter _functions;
    private readonly MethodGroupRewriter _methodGroups;
    private readonly ArgumentListRewriter _arguments;
    private readonly CallerTextRewriter _callerTexts;
    private readonly AskedTexts _askedTexts;
    private readonly InferredNameRewriter _inferredNames;
    private readonly InterpolationRewriter _interpolations;
    private readonly DeclarationRewriter _declarations;
    private readonly PatternRewriter _patterns;
    private readonly ReceiverRewriter _receivers;
    private readonly ExitRewriter _exits;

    public NodeRewriter(
        LoweringContext context, NameLookup names, CallerTextRewriter callerTexts, AskedTexts askedTexts,
        IReadOnlyDictionary<ConditionalAccessExpressionSyntax, Code> receivers, IExitCodes exits)
    {
        _callerTexts = callerTexts;
        _askedTexts = askedTexts;
        _variables = new(context, names);
        _increments = new(context, names);
        _arguments = new(context, callerTexts);
        _functions = new(names, _arguments);
        _methodGroups = new(context, names, _functions);
        _inferredNames = new(context, names);
        _interpolations = new(names, askedTexts);
        _declarations = new(names);
        _patterns = new(names);
        _receivers = new(context, receivers);
        _exits = new(context, exits);
    }

    /// <summary>Copies a node that is not copied letter by letter; false where it is.</summary>
    public bool TryRewrite(SyntaxNode node, SyntaxCopier copier)
    {
        switch (node)
        {
            case IdentifierNameSyntax name when _variables.TryRewrite(name, copier):
                return true;
            case PrefixUnaryExpressionSyntax step:
                return _increments.TryRewrite(step, step.Operand, step.OperatorToken, isPrefix: true, copier);
            case PostfixUnaryExpressionSyntax step:
                return _increments.TryRewrite(step, step.Operand, step.OperatorToken, isPrefix: false, copier);
            case SimpleNameSyntax name:
                return _methodGroups.TryRewrite(name, copier);
            case MemberAccessExpressionSyntax part when _receivers.TryRewrite(part, copier):
                return true;
            case InvocationExpressionSyntax call:
                return _functions.TryRewrite(call, copier) || _variables.TryRewriteNameof(call, copier);
            case LocalFunctionStatementSyntax declaration:
                return _functions.TryRewrite(declaration, copier);
            case AnonymousObjectMemberDeclaratorSyntax member:
                return _inferredNames.TryRewrite(member, copier);
            case ArgumentSyntax { Parent: TupleExpressionSyntax tuple } element:
                return _inferredNames.TryRewrite(element, tuple, copier);
            case QueryClauseSyntax or SelectOrGroupClauseSyntax or OrderingSyntax or CollectionExpressionSyntax:
                _askedTexts.NoteUnwritten(node);
                return false;
            case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.CollectionInitializerExpression } initializer:
                _callerTexts.Rewrite(initializer, copier);
                return true;
            case BaseArgumentListSyntax list:
                return _arguments.TryRewrite(list, copier);
            case InterpolatedStringExpressionSyntax text:
                _interpolations.Rewrite(text, copier);
                return true;
            case InterpolationSyntax hole:
                return _interpolations.TryRewrite(hole, copier);
            case BaseObjectCreationExpressionSyntax creation:
                return _methodGroups.TryRewrite(creation, copier);
            case DeclarationExpressionSyntax declaration:
                return _declarations.TryRewrite(declaration, copier);
            case SingleVariableDesignationSyntax designation:
                return _patterns.TryRewrite(designation, copier);
            case IsPatternExpressionSyntax match:
                return _patterns.TryRewrite(match, copier);
            case MemberBindingExpressionSyntax or ElementBindingExpressionSyntax:
                return _receivers.TryRewriteBinding((ExpressionSyntax)node, copier);
            case StatementSyntax statement:
                return _exits.TryRewrite(statement, copier);
            default:
                return false;
        }
    }
}
