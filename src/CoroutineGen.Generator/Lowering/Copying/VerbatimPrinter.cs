using System.Runtime.CompilerServices;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Meaning;
using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Copying;

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
        return node is ExpressionSyntax ? InItsLine(node, copy.Output.ToCode()) : copy.Output.ToCode();
    }

    private sealed partial class Copy(VerbatimPrinter printer, SyntaxNode root, IReadOnlyDictionary<SyntaxNode, Code>? replacements)
    {
        private readonly LoweringContext _context = printer._context;
        private readonly int _column = ColumnOf(root.GetFirstToken());
        private bool _first = true;
        private SyntaxTriviaList _pending;

        /// <summary>What stands before was of more lines in the user's file.</summary>
        private bool _movedUp;

        /// <summary>How many interpolated strings surround what is copied.</summary>
        private int _strings = root is InterpolationSyntax ? 1 : 0;

        public CodeBuilder Output { get; } = new();

        public void Visit(SyntaxNode node)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            if (replacements is not null && replacements.TryGetValue(node, out var replacement))
                Replace(node, replacement);
            else if (node is not ExpressionSyntax element || node == root || !ElementText(element))
                VisitElement(node);
        }

        private void VisitElement(SyntaxNode node)
        {
            if (!Rewrite(node))
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
            SeparateFromLast(token);
            _movedUp = false;
        }

        private void SeparateFromLast(SyntaxToken token)
        {
            if (_first)
            {
                _first = false;
                return;
            }
            if (_strings > 0)
                Output.Add(InString(_pending.ToFullString() + token.LeadingTrivia.ToFullString()));
            else if (HasLineBreak(_pending) || HasLineBreak(token.LeadingTrivia) || _movedUp)
                Output.Add(new NewLinePiece(_context.Tokens.Of(token.SpanStart), Math.Max(0, ColumnOf(token) - _column)));
            else if (_pending.Count > 0 || token.LeadingTrivia.Count > 0)
                Output.Add(" ");
        }

        private void Replace(SyntaxNode node, Code code)
        {
            Separate(node.GetFirstToken());
            Put(node, code);
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
                case MemberAccessExpressionSyntax part when node != root && IsCopied(part):
                    var type = _context.TypeOf(part)!.WithNullableAnnotation(NullableAnnotation.None);
                    Replace(part, $"(({TypeText.Of(type)})", PrintInner(part), ")");
                    return true;
                case InvocationExpressionSyntax { Expression: SimpleNameSyntax name } call when FunctionOf(name) is { } function:
                    CallFunction(call, name, function);
                    return true;
                case LocalFunctionStatementSyntax declaration
                    when printer._functions.Find(_context.Model.GetDeclaredSymbol(declaration, _context.Cancellation)) is { } function:
                    DeclareFunction(declaration, function);
                    return true;
                case AnonymousObjectMemberDeclaratorSyntax member:
                    return Member(member);
                case ArgumentSyntax { Parent: TupleExpressionSyntax tuple } element:
                    return Element(element, tuple);
                case InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } call
                    when _context.Model.GetConstantValue(call, _context.Cancellation) is { HasValue: true, Value: string text }:
                    Replace(node, SymbolDisplay.FormatLiteral(text, quote: true));
                    return true;
                case QueryClauseSyntax or SelectOrGroupClauseSyntax or OrderingSyntax or CollectionExpressionSyntax:
                    return Unwritten(node);
                case BaseArgumentListSyntax arguments:
                    return Arguments(arguments);
                case InterpolatedStringExpressionSyntax text:
                    Interpolation(text);
                    return true;
                case BaseObjectCreationExpressionSyntax creation when FunctionIn(creation) is { } group:
                    Visit(group);
                    return true;
                case InterpolationSyntax hole:
                    return Hole(hole);
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

        private Variable? VariableOf(SimpleNameSyntax name) => printer._variables.Find(name);

        private bool Name(IdentifierNameSyntax name)
        {
            // The name of an argument or of an attribute's property is a parameter's, perhaps one of this very method.
            if (name.Parent is NameColonSyntax or NameEqualsSyntax || VariableOf(name) is not { } variable)
                return false;
            if (printer._variables.AddressOf(name) is { } address)
            {
                Replace(name, new AddressedPiece(variable, address));
                return true;
            }
            bool inClosure = VariableMap.IsInClosure(name, _context.Body);
            Replace(name, new VariablePiece(
                variable, inClosure,
                IsTarget: name.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
                    && assignment.Left == name,
                IsRead: inClosure && !Writes.To(name) && variable.TypeSymbol is { IsReferenceType: true }));
            return true;
        }

        /// <summary>
        /// Whether a member is called on a copy of a part of a variable of a foreach or a using, which is an ordinary variable now.
        /// </summary>
        private bool IsCopied(MemberAccessExpressionSyntax part)
        {
            var member = part.Parent switch
            {
                MemberAccessExpressionSyntax access when access.Expression == part => (ExpressionSyntax)access,
                ElementAccessExpressionSyntax access when access.Expression == part => access,
                _ => null,
            };
            return member is not null && _context.Receivers.IsOfLoopOrUsing(part) && _context.TypeOf(part) is { IsReferenceType: false }
                && _context.Receivers.IsCopied(part, _context.Model.GetSymbolInfo(member, _context.Cancellation).Symbol);
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
