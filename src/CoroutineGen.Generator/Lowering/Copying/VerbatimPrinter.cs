using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering;

/// <summary>
/// Copies the user's own syntax, token by token, and leaves a hole wherever it mentions a variable that may be hoisted, a control transfer
/// that leaves the copied statement, or a sub-expression that was lowered already.
/// </summary>
internal sealed partial class VerbatimPrinter(
    LoweringContext context, VariableMap variables, LocalFunctionMap functions, IExitCodes exits)
{
    /// <summary>What the member accesses behind a lowered "?." belong to.</summary>
    public Dictionary<ConditionalAccessExpressionSyntax, Code> Receivers { get; } = [];

    /// <summary>Copies a node.</summary>
    /// <param name="node">What to copy.</param>
    /// <param name="replacements">Sub-expressions that were lowered, and what stands for them.</param>
    public Code Print(SyntaxNode node, IReadOnlyDictionary<SyntaxNode, Code>? replacements = null)
    {
        var copy = new Copy(this, node, replacements);
        copy.Visit(node);
        return copy.Output.ToCode();
    }

    private sealed partial class Copy(VerbatimPrinter printer, SyntaxNode root, IReadOnlyDictionary<SyntaxNode, Code>? replacements)
    {
        private readonly LoweringContext _context = printer._context;
        private readonly int _column = ColumnOf(root.GetFirstToken());
        private bool _first = true;
        private SyntaxTriviaList _pending;

        public CodeBuilder Output { get; } = new();

        public void Visit(SyntaxNode node)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            if (replacements is not null && replacements.TryGetValue(node, out var replacement))
                Replace(node, replacement);
            else if (!Rewrite(node))
                VisitChildren(node);
        }

        private void VisitChildren(SyntaxNode node)
        {
            foreach (var child in node.ChildNodesAndTokens())
            {
                if (child.IsToken)
                    Token(child.AsToken());
                else
                    Visit(child.AsNode()!);
            }
        }

        private void Token(SyntaxToken token)
        {
            Separate(token);
            Output.Add(token.Text);
            _pending = token.TrailingTrivia;
        }

        /// <summary>Puts the space or the line break that the user had before a token.</summary>
        private void Separate(SyntaxToken token)
        {
            if (_first)
            {
                _first = false;
                return;
            }
            if (HasLineBreak(_pending) || HasLineBreak(token.LeadingTrivia))
                Output.Add(new NewLinePiece(_context.TokenOf(token.SpanStart), Math.Max(0, ColumnOf(token) - _column)));
            else if (_pending.Count > 0 || token.LeadingTrivia.Count > 0)
                Output.Add(" ");
        }

        private void Replace(SyntaxNode node, Code code)
        {
            Separate(node.GetFirstToken());
            Output.Add(code);
            _pending = node.GetLastToken().TrailingTrivia;
        }

        /// <summary>Puts code in front of a token.</summary>
        private void Replace(SyntaxToken token, Code code)
        {
            Separate(token);
            Output.Add(code);
            _first = true;
        }

        /// <summary>What "?.M" is a member of, where the test for null was lowered.</summary>
        private Code? ReceiverOf(ExpressionSyntax binding)
        {
            foreach (var ancestor in binding.Ancestors())
            {
                if (ancestor is ConditionalAccessExpressionSyntax access && access.WhenNotNull.Span.Contains(binding.Span))
                    return printer.Receivers.TryGetValue(access, out var receiver) ? receiver : null;
            }
            return null;
        }

        private void Replace(SyntaxNode node, params object[] parts) => Replace(node, Code.Of(parts));

        /// <summary>Copies a node that is not copied letter by letter; false where it is.</summary>
        private bool Rewrite(SyntaxNode node)
        {
            switch (node)
            {
                case IdentifierNameSyntax name when Name(name):
                    return true;
                case PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax:
                    return Count((ExpressionSyntax)node);
                case SimpleNameSyntax name:
                    return MethodGroup(name);
                case InvocationExpressionSyntax { Expression: SimpleNameSyntax name } call when FunctionOf(name) is { } function:
                    CallFunction(call, name, function);
                    return true;
                case LocalFunctionStatementSyntax declaration
                    when printer._functions.Find(_context.Model.GetDeclaredSymbol(declaration, _context.Cancellation)) is { } function:
                    DeclareFunction(declaration, function);
                    return true;
                case AnonymousObjectMemberDeclaratorSyntax { NameEquals: null, Expression: IdentifierNameSyntax name }
                    when VariableOf(name) is { } member:
                    Inferred(name, member, name.Identifier.Text + " = ");
                    return true;
                case ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax, Expression: IdentifierNameSyntax name }
                    when VariableOf(name) is { } element && NamesElement((TupleExpressionSyntax)node.Parent!, name):
                    Inferred(name, element, name.Identifier.Text + ": ");
                    return true;
                case InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } call
                    when _context.Model.GetConstantValue(call, _context.Cancellation) is { HasValue: true, Value: string text }:
                    Replace(node, SymbolDisplay.FormatLiteral(text, quote: true));
                    return true;
                case ArgumentListSyntax arguments:
                    return CallerTexts(arguments) || SelfArguments(arguments);
                case DeclarationExpressionSyntax declaration:
                    return Declaration(declaration);
                case SingleVariableDesignationSyntax designation when variableOf(designation) is { } variable:
                    Replace(node, new PatternVariablePiece(variable));
                    return true;
                case IsPatternExpressionSyntax match:
                    return Match(match);
                case MemberBindingExpressionSyntax binding when ReceiverOf(binding) is { } receiver:
                    Replace(binding.GetFirstToken(), receiver);
                    VisitChildren(binding);
                    return true;
                case ElementBindingExpressionSyntax binding when ReceiverOf(binding) is { } receiver:
                    Replace(binding.GetFirstToken(), receiver);
                    VisitChildren(binding);
                    return true;
                case StatementSyntax statement:
                    return Statement(statement);
                default:
                    return false;
            }

            Variable? variableOf(SyntaxNode declaration)
                => printer._variables.Find(_context.Model.GetDeclaredSymbol(declaration, _context.Cancellation));
        }

        private void Inferred(IdentifierNameSyntax name, Variable variable, string prefix)
        {
            Separate(name.GetFirstToken());
            Output.Add(new InferredNamePiece(variable, prefix));
            _first = true;
            Visit(name);
        }

        /// <summary>Whether an element of a tuple has its name from a variable: not where another one would have it too.</summary>
        private bool NamesElement(TupleExpressionSyntax tuple, IdentifierNameSyntax name)
            => !IsAssigned(tuple) && _context.TypeOf(tuple) is INamedTypeSymbol { TupleElements: { IsDefaultOrEmpty: false } elements }
                && elements.Any(e => e.Name == name.Identifier.ValueText);

        private static bool IsAssigned(TupleExpressionSyntax tuple)
        {
            SyntaxNode node = tuple;
            while (node.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax outer })
                node = outer;
            return node.Parent is AssignmentExpressionSyntax assignment && assignment.Left == node;
        }

        private Variable? VariableOf(IdentifierNameSyntax name) => printer._variables.Find(name);

        private bool Name(IdentifierNameSyntax name)
        {
            // The name of an argument or of an attribute's property is a parameter's, perhaps one of this very method.
            if (name.Parent is NameColonSyntax or NameEqualsSyntax || VariableOf(name) is not { } variable)
                return false;
            Replace(name, new VariablePiece(
                variable, VariableMap.IsInClosure(name, _context.Body),
                IsTarget: name.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
                    && assignment.Left == name));
            return true;
        }

        /// <summary>A statement that leaves what is copied, for a place that was flattened.</summary>
        private bool Statement(StatementSyntax statement)
        {
            var exit = statement switch
            {
                ReturnStatementSyntax @return when !InFunction(@return)
                    => printer._exits.Return(@return, @return.Expression is { } e ? PrintInner(e) : null),
                BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax => printer._exits.Jump(statement),
                ThrowStatementSyntax { Expression: null } @throw => printer._exits.Rethrow(@throw),
                _ => null,
            };
            if (exit is null)
                return false;
            Replace(statement, exit);
            return true;
        }

        private Code PrintInner(ExpressionSyntax expression) => printer.Print(expression, replacements);

        private bool InFunction(SyntaxNode node)
            => node.Ancestors().TakeWhile(a => a != _context.Body)
                .Any(a => a is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);

        private static bool HasLineBreak(SyntaxTriviaList trivia)
        {
            foreach (var item in trivia)
            {
                if (item.IsKind(SyntaxKind.EndOfLineTrivia))
                    return true;
            }
            return false;
        }

        private static int ColumnOf(SyntaxToken token)
        {
            var text = token.SyntaxTree!.GetText();
            var line = text.Lines.GetLineFromPosition(token.SpanStart);
            int column = 0;
            for (int i = line.Start; i < token.SpanStart && char.IsWhiteSpace(text[i]); i++)
                column++;
            return column;
        }
    }

    private readonly LoweringContext _context = context;
    private readonly VariableMap _variables = variables;
    private readonly LocalFunctionMap _functions = functions;
    private readonly IExitCodes _exits = exits;
}

/// <summary>
/// How a copied statement leaves for a place that was flattened; null where the user's own text still means the right thing.
/// </summary>
internal interface IExitCodes
{
    Code? Return(ReturnStatementSyntax statement, Code? value);

    Code? Jump(StatementSyntax statement);

    Code? Rethrow(ThrowStatementSyntax statement);
}
