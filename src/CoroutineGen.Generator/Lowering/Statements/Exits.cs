using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering;

/// <summary>
/// Control that leaves: return, break, continue, goto, a close. Real finally blocks run by themselves when C# jumps out of them; a finally
/// that suspends was moved behind its try block, so whatever crosses it notes where it wants to go, and goes there afterwards.
/// </summary>
internal sealed class Exits(LoweringContext context, VariableMap variables) : IExitCodes
{
    private readonly List<MovedFinally> _crossed = [];
    private readonly Dictionary<SyntaxNode, (Label Break, Label Continue)> _targets = [];
    private readonly Dictionary<ILabelSymbol, Label> _labels = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<Label, int> _depths = [];
    private readonly Dictionary<SwitchLabelSyntax, Label> _sections = [];
    private readonly Dictionary<SyntaxNode, Variable> _caught = [];
    private Variable? _result;

    /// <summary>A label at the current depth of moved finally blocks.</summary>
    public Label NewLabel(string hint)
    {
        var label = new Label(hint);
        _depths[label] = _crossed.Count;
        return label;
    }

    public void EnterMovedFinally(MovedFinally final) => _crossed.Add(final);

    public void LeaveMovedFinally() => _crossed.RemoveAt(_crossed.Count - 1);

    /// <summary>Says where break and continue of a flattened loop or switch go.</summary>
    public void SetTarget(SyntaxNode loop, Label onBreak, Label onContinue) => _targets[loop] = (onBreak, onContinue);

    public void SetLabel(ILabelSymbol symbol, Label label) => _labels[symbol] = label;

    public Label LabelOf(ILabelSymbol symbol) => _labels[symbol];

    public void SetSection(SwitchLabelSyntax label, Label target) => _sections[label] = target;

    /// <summary>Says which variable holds the exception in a handler that was moved out of its catch clause.</summary>
    public void SetCaught(CatchClauseSyntax clause, Variable error) => _caught[clause] = error;

    public Code Return(Code? value)
    {
        if (_crossed.Count == 0)
        {
            bool hasValue = value is not null;
            return Code.Of(new ReturnPiece(IsBefore: true, hasValue), value ?? Code.Empty, new ReturnPiece(IsBefore: false, hasValue));
        }
        if (value is null)
            return Cross(new Exit(ExitKind.Return, null));
        _result ??= variables.Temporary("result", context.Symbol.ReturnType, context.Method);
        return Cross(new Exit(ExitKind.Return, null), Code.Of(_result, " = ", value, "; "));
    }

    /// <summary>What an exit does at the current depth, once the finally blocks inside it have run.</summary>
    public Code Perform(Exit exit) => exit.Kind switch
    {
        ExitKind.Jump => Jump(exit.Target!),
        ExitKind.Close => Close(),
        _ when _crossed.Count > 0 => Cross(exit),
        _ => Return(context.Symbol.ReturnsVoid ? null : Code.Of(_result!)),
    };

    public Code Close()
        => _crossed.Count == 0
            ? Code.Of("return ", new StepNamePiece(StepName.Next), new StepNamePiece(StepName.How), ".Exit();")
            : Cross(new Exit(ExitKind.Close, null));

    public Code Jump(Label target)
        => _depths[target] == _crossed.Count ? Code.Of("goto ", target, ";") : Cross(new Exit(ExitKind.Jump, target));

    /// <summary>
    /// Where a break, continue or goto goes by a plain jump; null where it crosses a moved finally, or stays in copied code.
    /// </summary>
    public Label? PlainTarget(StatementSyntax statement)
        => TargetOf(statement) is { } target && _depths[target] == _crossed.Count ? target : null;

    private Code Cross(Exit exit, Code? before = null)
    {
        var final = _crossed[_crossed.Count - 1];
        return Code.Of("{ ", before ?? Code.Empty, final.Leave, " = ", final.NumberOf(exit), "; goto ", final.Start, "; }");
    }

    Code? IExitCodes.Return(ReturnStatementSyntax statement, Code? value) => Return(value);

    Code? IExitCodes.Jump(StatementSyntax statement) => TargetOf(statement) is { } target ? Jump(target) : null;

    Code? IExitCodes.Rethrow(ThrowStatementSyntax statement)
    {
        foreach (var ancestor in statement.Ancestors())
        {
            if (ancestor is CatchClauseSyntax clause)
                return _caught.TryGetValue(clause, out var error) ? RethrowOf(error) : null;
            if (ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
                return null;
        }
        return null;
    }

    /// <summary>Throws a stored exception again, with the stack that it has.</summary>
    public static Code RethrowOf(Variable error)
        => Code.Of("throw global::CoroutineGen.CompilerServices.Fault.Rethrow(", error, ");");

    private Label? TargetOf(StatementSyntax statement)
    {
        switch (statement)
        {
            case BreakStatementSyntax:
                return FindTarget(statement, n => n is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax
                    or CommonForEachStatementSyntax or SwitchStatementSyntax)?.Break;
            case ContinueStatementSyntax:
                return FindTarget(statement, n => n is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax
                    or CommonForEachStatementSyntax)?.Continue;
            case GotoStatementSyntax { RawKind: (int)SyntaxKind.GotoStatement } jump:
                return context.Model.GetSymbolInfo(jump.Expression!, context.Cancellation).Symbol is ILabelSymbol symbol
                    && _labels.TryGetValue(symbol, out var label) ? label : null;
            case GotoStatementSyntax jump:
                return SectionOf(jump);
            default:
                return null;
        }
    }

    private (Label Break, Label Continue)? FindTarget(StatementSyntax statement, Func<SyntaxNode, bool> isTarget)
    {
        foreach (var ancestor in statement.Ancestors())
        {
            if (ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
                return null;
            if (isTarget(ancestor))
                return _targets.TryGetValue(ancestor, out var target) ? target : null;
        }
        return null;
    }

    /// <summary>"goto case 3": the section of the innermost switch that has this constant.</summary>
    private Label? SectionOf(GotoStatementSyntax jump)
    {
        var @switch = jump.Ancestors().OfType<SwitchStatementSyntax>().FirstOrDefault();
        if (@switch is null)
            return null;
        object? wanted = jump.Expression is null ? null : context.Model.GetConstantValue(jump.Expression, context.Cancellation).Value;
        foreach (var label in @switch.Sections.SelectMany(s => s.Labels))
        {
            bool matches = label switch
            {
                DefaultSwitchLabelSyntax => jump.IsKind(SyntaxKind.GotoDefaultStatement),
                CaseSwitchLabelSyntax @case => jump.IsKind(SyntaxKind.GotoCaseStatement)
                    && SameConstant(context.Model.GetConstantValue(@case.Value, context.Cancellation).Value, wanted),
                _ => false,
            };
            if (matches)
                return _sections.TryGetValue(label, out var target) ? target : null;
        }
        return null;
    }

    /// <summary>Constants of different integral types may meet: "case 1" of a long switch, and "goto case 1".</summary>
    private static bool SameConstant(object? left, object? right)
        => Equals(left, right)
            || (left is IConvertible a && right is IConvertible b && left is not string && right is not string
                && string.Equals(
                    Convert.ToString(left is char c ? (int)c : a, System.Globalization.CultureInfo.InvariantCulture),
                    Convert.ToString(right is char d ? (int)d : b, System.Globalization.CultureInfo.InvariantCulture),
                    StringComparison.Ordinal));
}

internal enum ExitKind
{
    Return,
    Jump,
    Close,
}

/// <summary>A way out of a region.</summary>
internal sealed record Exit(ExitKind Kind, Label? Target);

/// <summary>A finally block that suspends, and therefore stands behind its try block as ordinary code.</summary>
internal sealed class MovedFinally(Variable leave, Variable error, Label start)
{
    /// <summary>Where to go afterwards: 0 on, n the n-th of <see cref="Exits"/>.</summary>
    public Variable Leave { get; } = leave;

    /// <summary>The exception to throw again afterwards, or null.</summary>
    public Variable Error { get; } = error;

    public Label Start { get; } = start;

    /// <summary>The exits that cross it, numbered from 1.</summary>
    public List<Exit> Exits { get; } = [];

    public string NumberOf(Exit exit)
    {
        int index = Exits.IndexOf(exit);
        if (index < 0)
        {
            index = Exits.Count;
            Exits.Add(exit);
        }
        return (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
