using System.Runtime.CompilerServices;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Copying;
using CoroutineGen.Generator.Lowering.Expressions;
using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Unwinding;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Statements;

/// <summary>
/// Lowers the statements that suspend to labels and jumps; all others are copied. C# allows no goto into a nested block, so every block,
/// loop, if and switch around a suspension point is flattened, up to the nearest try region.
/// </summary>
/// <remarks>
/// The comments of its methods show the user's construct, an arrow, and the generated code: B stands for a body that is lowered in turn,
/// f for the frame. A variable is shown hoisted, as f.x, where it usually is; names are shown without "global::" and namespace. Layout
/// numbers the labels, and Tidy drops those that nobody jumps to, so that what is printed is often shorter.
/// </remarks>
internal sealed partial class StatementLowerer(
    LoweringContext context, VariableMap variables, VerbatimPrinter printer, InstructionBuilder builder, ExpressionLowerer expressions,
    WaysOut ways)
{
    private readonly LoweringContext _context = context;
    private readonly VariableMap _variables = variables;
    private readonly VerbatimPrinter _printer = printer;
    private readonly InstructionBuilder _builder = builder;
    private readonly ExpressionLowerer _expressions = expressions;
    private readonly WaysOut _ways = ways;
    private readonly Regions _regions = ways.Regions;
    private readonly Exits _exits = ways.Exits;
    private readonly JumpTargets _targets = ways.Targets;

    /// <summary>Constants of scopes that were flattened: declared once, at the top.</summary>
    public List<(Variable Variable, Code Value)> Constants { get; } = [];

    /// <summary>Local functions of scopes that were flattened: declared once, at the end.</summary>
    public List<(Code Code, int Token)> LocalFunctions { get; } = [];

    // => F(yield(1));        ---->  current = 1; return 1; Resumed1: F(sent); return Closed;
    // => yield(1) + 2;       ---->  current = 1; return 1; Resumed1: { result.Value = sent + 2; return Closed; }
    // { B }                  ---->  B return Closed;      where its end is reachable
    public void LowerBody()
    {
        EnterScope(_context.Method);
        if (_context.Body is BlockSyntax block)
        {
            if (Suspends(block))
                LowerBlock(block);
            else
                Copy(block);
            return;
        }
        var expression = (ExpressionSyntax)_context.Body;
        _builder.Token = _context.Tokens.Of(expression);
        if (expression is ThrowExpressionSyntax @throw)
            _builder.Emit(Code.Of("throw ", _expressions.Lower(@throw.Expression), ";"), neverCompletes: true);
        else if (_context.ResultType is null)
            _expressions.LowerStatement(expression);
        else
            Return(_expressions.Lower(expression));
    }

    private bool Suspends(SyntaxNode? node) => _context.Suspensions.Suspends(node);

    // { int copy = i; .. () => copy .. }    ---->  f.scope1 = new(); f.scope1.copy = f.i; ..      a fresh environment per entry
    private void EnterScope(SyntaxNode owner)
    {
        if (_variables.FindScope(owner) is { HasEnvironment: true } scope)
            _builder.Add(new EnterScope(scope));
    }

    private void LowerBlock(BlockSyntax block)
    {
        EnterScope(block);
        LowerStatements(block.Statements, 0);
    }

    // A; using var r = x; B    ---->  A; using (var r = x) { B }, lowered as that: what follows a using declaration is its body
    private void LowerStatements(SyntaxList<StatementSyntax> statements, int start)
    {
        if (start == 0)
            DeclareLabels(statements);
        for (int i = start; i < statements.Count; i++)
        {
            if (WithoutLabels(statements[i])
                is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.UsingKeyword } @using)
            {
                MarkLabels(statements[i]);
                UsingDeclaration(
                    @using, statements[i].Parent!, statements.Skip(i + 1).Any(Suspends), () => LowerStatements(statements, i + 1));
                return;
            }
            LowerStatement(statements[i]);
        }
    }

    /// <summary>The body of an if or a loop: a block, or a statement with a scope of its own.</summary>
    private void LowerEmbedded(StatementSyntax statement)
    {
        if (statement is BlockSyntax block)
        {
            if (Suspends(block))
                LowerBlock(block);
            else
                CopyStatements(block);
            return;
        }
        EnterScope(statement);
        LowerStatement(statement);
    }

    /// <summary>
    /// Copies a block without suspension points below a statement that was flattened. It keeps its braces where it declares anything.
    /// </summary>
    // { F(); G(); }        ---->  F(); G();
    // { int x = F(); }     ---->  { int x = F(); }
    private void CopyStatements(BlockSyntax block)
    {
        if (block.Statements.Any(s => s is LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax or LabeledStatementSyntax)
            || block.DescendantNodes().Any(n => n is SingleVariableDesignationSyntax))
        {
            Copy(block);
            return;
        }
        foreach (var statement in block.Statements)
            Copy(statement);
    }

    // return v;    ---->  { result.Value = v; return Closed; }
    // return v;    ---->  { f.result1 = v; f.leave1 = 2; goto Finally1; }      where a finally block that suspends has to run first
    private void Return(Code? value)
    {
        if (_regions.Moved is not null)
        {
            _builder.Emit(_exits.Return(value), neverCompletes: true);
            return;
        }
        _regions.Return();
        _builder.Return(value);
    }

    // F(i);                  ---->  F(f.i);                        text with holes: variables, jumps, returns
    // if (c) continue;       ---->  if (c) goto Continue1;         the loop around it was flattened
    private void Copy(StatementSyntax statement)
    {
        _builder.Token = _context.Tokens.Of(statement);
        if (statement is ReturnStatementSyntax @return)
        {
            Return(@return.Expression is { } value ? _printer.Print(value) : null);
            return;
        }
        if (_targets.Of(statement) is { } target && _exits.IsPlain(target))
            _builder.Add(new Jump(target) { Token = _builder.Token });
        else if (statement is not EmptyStatementSyntax)
            _builder.Emit(_printer.Print(statement), neverCompletes: NeverCompletes(statement));
    }

    /// <summary>Whether the end of a copied statement is certainly unreachable; "no" is always a safe answer.</summary>
    private static bool NeverCompletes(StatementSyntax statement) => statement switch
    {
        ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax => true,
        IfStatementSyntax { Else: { } otherwise } choice => NeverCompletes(choice.Statement) && NeverCompletes(otherwise.Statement),
        BlockSyntax { Statements: { Count: > 0 } statements } => NeverCompletes(statements[statements.Count - 1]),
        _ => false,
    };

    /// <summary>Lowers one statement; refuses what it does not know.</summary>
    /// <exception cref="InsufficientExecutionStackException">
    /// Statements are nested too deeply to recurse: the body becomes a stub, and the compiler lives on.
    /// </exception>
    public void LowerStatement(StatementSyntax statement)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        _builder.Token = _context.Tokens.Of(statement);
        switch (statement)
        {
            case LocalDeclarationStatementSyntax declaration:
                LocalDeclaration(declaration);
                break;
            case LocalFunctionStatementSyntax function:
                LocalFunction(function);
                break;
            case LabeledStatementSyntax labeled:
                Labeled(labeled);
                break;
            case not null when !Suspends(statement):
                Copy(statement);
                break;
            case BlockSyntax block:
                LowerBlock(block);
                break;
            case ExpressionStatementSyntax expression:
                _expressions.LowerStatement(expression.Expression);
                break;
            case ReturnStatementSyntax @return:
                Return(_expressions.Lower(@return.Expression!));
                break;
            case ThrowStatementSyntax @throw:
                _builder.Emit(Code.Of("throw ", _expressions.Lower(@throw.Expression!), ";"), neverCompletes: true);
                break;
            case IfStatementSyntax @if:
                If(@if);
                break;
            case WhileStatementSyntax @while:
                While(@while);
                break;
            case DoStatementSyntax @do:
                Do(@do);
                break;
            case ForStatementSyntax @for:
                For(@for);
                break;
            case CommonForEachStatementSyntax @foreach:
                ForEach(@foreach);
                break;
            case SwitchStatementSyntax @switch:
                Switch(@switch);
                break;
            case TryStatementSyntax @try:
                Try(@try);
                break;
            case UsingStatementSyntax @using:
                Using(@using);
                break;
            case LockStatementSyntax @lock:
                Lock(@lock);
                break;
            case CheckedStatementSyntax @checked:
                Checked(@checked);
                break;
            case FixedStatementSyntax:
                RefuseUnsafe(statement, "a fixed block");
                break;
            case UnsafeStatementSyntax:
                RefuseUnsafe(statement, "an unsafe block");
                break;
            default:
                Refuse(statement!, $"this statement ({statement!.Kind()})");
                break;
        }
    }

    private void Refuse(SyntaxNode place, string what)
        => _context.Refusals.Add(LoweringDiagnostics.NotLowered, FirstYieldIn(place), what);

    private void RefuseUnsafe(SyntaxNode place, string what)
        => _context.Refusals.Add(LoweringDiagnostics.UnsafeAcrossSuspension, FirstYieldIn(place), what);

    private SyntaxNode FirstYieldIn(SyntaxNode place) => place.DescendantNodes().FirstOrDefault(_context.Suspensions.IsYield) ?? place;

    // if (c) A               ---->  if (!(c)) goto End; A; End:
    // if (c) A else B        ---->  if (!(c)) goto Else; A; goto End; Else: B; End:
    // if (yield(1) > 2) F();     ---->  current = 1; return 1; Resumed1: if (sent > 2) F();      only the condition suspends
    private void If(IfStatementSyntax @if)
    {
        if (!Suspends(@if.Statement) && !Suspends(@if.Else))
        {
            var head = _expressions.Conditions.Condition(@if.Condition);
            _builder.Emit(
                _printer.Print(@if, new Dictionary<SyntaxNode, Code> { [@if.Condition] = head }), neverCompletes: NeverCompletes(@if));
            return;
        }
        var otherwise = _regions.NewLabel(@if.Else is null ? "End" : "Else");
        _expressions.Conditions.Branch(@if.Condition, false, otherwise);
        LowerEmbedded(@if.Statement);
        if (@if.Else is null)
        {
            _builder.Mark(otherwise);
            return;
        }
        var end = _regions.NewLabel("End");
        _builder.Jump(end);
        _builder.Mark(otherwise);
        LowerEmbedded(@if.Else.Statement);
        _builder.Mark(end);
    }

    // checked { int b = a + 1; F(); yield(c); }
    // ---->
    // int b = checked(a + 1); checked { F(); } current = checked(c); return 1; Resumed1:
    private void Checked(CheckedStatementSyntax statement)
    {
        string? outer = _builder.Overflow;
        _builder.Overflow = statement.Keyword.Text;
        LowerBlock(statement.Block);
        _builder.Overflow = outer;
    }
}
