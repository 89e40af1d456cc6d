using System.Collections.Immutable;
using System.Globalization;
using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Lowering.Deciding;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;

namespace CoroutineGen.Generator.Lowering.Printing;

/// <summary>Prints the instructions of a step method as lines: labels, dispatches, try statements, and the user's statements.</summary>
internal sealed partial class StepPrinter(StepPlan plan, StepNames names)
{
    private readonly StepPlan _plan = plan;
    private readonly StepNames _names = names;
    private readonly ImmutableArray<StepLine>.Builder _lines = ImmutableArray.CreateBuilder<StepLine>();
    private int _indent;
    private bool _inTry;
    private bool _inFinally;

    /// <summary>What the printed step mentions.</summary>
    public StepUses Uses { get; private set; }

    public EquatableArray<StepLine> Lines => new(_lines.ToImmutable());

    /// <summary>Prints all between the braces of the step method, but for the constant "Closed", which emission declares.</summary>
    // int next = -1;                                only with a finally block
    // const int K = 3;                              constants of flattened scopes
    // switch (point) { case 1: goto Resumed1; }     the dispatch
    // (the body)
    // int Add(RunLocals.Scope1 scope1, int k) ..    moved local functions
    public void Write(
        List<Instruction> body, IEnumerable<(Variable Variable, Code Value)> constants,
        IEnumerable<(Code Code, int Token)> functions)
    {
        if (_plan.HasNext)
            Line($"int {_names.Next} = -1; // -1 while it runs; a suspension sets its point, which skips finally blocks");
        foreach (var (variable, value) in constants)
            Statement(Code.Of($"const {variable.Type} {variable.StoredName} = ", value, ";"), -1);
        if (_plan.IsFlat)
        {
            WriteFlat(body);
        }
        else
        {
            Dispatch(body, isPure: _plan.Guard == StepGuard.None);
            WriteList(body);
        }
        foreach (var (code, token) in functions)
        {
            Line("");
            Append(code, token);
        }
    }

    /// <summary>Prints statements that stand in a method of their own.</summary>
    public static EquatableArray<StepLine> Print(List<Instruction> block, StepPlan plan, StepNames names)
    {
        var printer = new StepPrinter(plan, names);
        printer.WriteList(block);
        return printer.Lines;
    }

    private void Line(string text, int token = -1) => _lines.Add(new StepLine(_indent, text, token));

    private void Open()
    {
        Line("{");
        _indent++;
    }

    private void Close()
    {
        _indent--;
        Line("}");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    // mark Loop; branch End unless c; jump Loop    ---->  Loop1: if (!(c)) goto End1; goto Loop1;
    private void WriteList(List<Instruction> list)
    {
        for (int i = 0; i < list.Count; i++)
        {
            var next = i + 1 < list.Count ? list[i + 1] : null;
            switch (list[i])
            {
                case Mark mark:
                    Label(mark.Label.Name, next);
                    break;
                case StraightLine run:
                    Statements(run, run.Code, i > 0 ? list[i - 1] : null, next);
                    break;
                case Return end when end != _fallsThrough:
                    Statements(end, ReturnPiece.Around(end.Value), i > 0 ? list[i - 1] : null, next);
                    break;
                case Declare declare:
                    Declare(declare);
                    break;
                case Jump jump:
                    Line($"goto {jump.Target.Name};", jump.Token);
                    break;
                case Branch branch:
                    var condition = Wrap(branch.Condition, branch.Overflow);
                    Statement(branch.When
                        ? Code.Of("if (", condition, ") goto ", branch.Target, ";")
                        : Code.Of("if (!(", condition, ")) goto ", branch.Target, ";"), branch.Token);
                    break;
                case Suspend suspend:
                    Suspend(suspend, next);
                    break;
                case Dispatch dispatch:
                    Dispatch(dispatch);
                    break;
                case EnterScope enter:
                    EnterScope(enter.Scope);
                    break;
                case TryRegion region:
                    Try(region);
                    break;
            }
        }
    }

    /// <summary>The user's statements. Neighbours share a checked block, whose braces are hidden from debuggers.</summary>
    // checked { F(); G(); }    ---->  checked { F(); G(); }
    // (&n)->F();               ---->  unsafe { fixed (int* n1 = &f.n) { (&(*n1))->F(); } }      the address of a field of the frame
    private void Statements(Instruction statements, Code code, Instruction? previous, Instruction? next)
    {
        if (statements.Overflow is { } overflow && BlockOf(previous) != overflow)
        {
            Line(overflow);
            Open();
        }
        var pinned = code.Pieces.OfType<AddressedPiece>().Select(p => p.Variable).Distinct()
            .Where(v => v.Storage is Storage.Frame or Storage.Environment).ToList();
        foreach (var variable in pinned)
        {
            Append(Code.Of($"unsafe {{ fixed ({variable.Type}* {variable.PatternLocal} = &", variable, ")"), -1);
            Open();
        }
        Statement(code, statements.Token);
        foreach (var _ in pinned)
        {
            Close();
            Line("}");
        }
        if (statements.Overflow is not null && BlockOf(next) != statements.Overflow)
            Close();
    }

    /// <summary>The checked block that statements stand in, as the user wrote them; null for none.</summary>
    private static string? BlockOf(Instruction? instruction) => instruction is StraightLine or Return ? instruction.Overflow : null;

    private static Code Wrap(Code value, string? overflow) => overflow is null ? value : Code.Of(overflow + "(", value, ")");

    /// <summary>
    /// A label, with an empty statement where C# needs one: before a declaration, or at the end of a block. Hidden from debuggers.
    /// </summary>
    // Resumed1:    ---->  Resumed1: ;
    private void Label(string name, Instruction? next)
    {
        bool needsStatement = next is null or Declare { Variable.Storage: Storage.Local } or Declare { Value: null };
        _lines.Add(new StepLine(_indent - 1, needsStatement ? name + ": ;" : name + ":", -1));
    }

    // int n = F();              ---->  int n = F();                   a local
    // int n = F();              ---->  f.n = F();                     hoisted
    // Func<int> g = () => n;    ---->  Func<int> g; { var scope1 = f.scope1; g = () => scope1.n; }
    private void Declare(Declare declare)
    {
        var variable = declare.Variable;
        if (variable.Storage == Storage.Open)
        {
            // Never read, but evaluated for its side effects.
            if (declare.Value is { } unread)
                Statement(Code.Of("_ = ", Wrap(unread, declare.Overflow), ";"), declare.Token);
            return;
        }
        if (variable.Storage != Storage.Local)
        {
            if (declare.Value is { } stored)
                Statement(Code.Of(new Target(variable), " = ", Wrap(stored, declare.Overflow), ";"), declare.Token);
            return;
        }
        string type = declare.WrittenType ?? (variable.Unspeakable is null ? variable.RefPrefix + variable.Type : "var");
        if (declare.Value is { HasClosure: true } captures)
        {
            // Declared outside of the braces around a closure, to be in scope behind them.
            Line($"{variable.Type} {variable.StoredName};");
            Statement(Code.Of($"{variable.StoredName} = ", Wrap(captures, declare.Overflow), ";"), declare.Token);
            return;
        }
        Statement(declare.Value is { } value
            ? Code.Of($"{type} {variable.StoredName} = ", Wrap(value, declare.Overflow), ";")
            : Code.Of($"{type} {variable.StoredName};"), declare.Token);
    }

    // (a scope with captured variables)    ---->  f.scope1 = new();
    // (that of the method)                 ---->  f.scope1 = new() { p = f.p };      with its captured parameters
    private void EnterScope(VariableScope scope)
    {
        var parameters = scope.Variables.Where(v => v is { IsCaptured: true, IsParameter: true }).ToList();
        string initial = parameters.Count == 0
            ? ""
            : " { " + string.Join(", ", parameters.Select(p => $"{p.StoredName} = {_names.Frame}.{p.StoredName}")) + " }";
        Line($"{_names.Frame}.{scope.FieldName} = new(){initial};");
    }

    // try B catch (E) C    ---->  Try1: try { switch (point) { case 1: goto Resumed1; } B } catch (E) { C }
    // try B finally C      ---->  Try1: try { switch (point) { case 1: goto Resumed1; } B } finally { if (next < 0) { C } }
    private void Try(TryRegion region)
    {
        Uses |= StepUses.Handlers;
        bool outer = _inTry;
        bool outerFinally = _inFinally;
        bool suspends = Instructions.Suspend(region.Body);
        if (suspends)
            Label(region.Entry.Name, region);
        // No local can be declared in a filter: environments for its closures are copied before the try, where each resumption passes.
        var copies = Closures(region.Catches.Select(c => c.Head))
            .Except(region.Catches.Select(c => c.Entered).OfType<VariableScope>()).ToList();
        BeginClosures(copies);
        Line("try");
        Open();
        _inTry = suspends || outer;
        _inFinally = outerFinally || (suspends && region.Final is not null);
        if (suspends)
            Dispatch(region.Body, isPure: false);
        WriteList(region.Body);
        _inTry = outer;
        Close();
        foreach (var clause in region.Catches)
        {
            Append(clause.Head, clause.Token);
            Open();
            WriteList(clause.Body);
            Close();
        }
        _inFinally = outerFinally;
        if (region.Final is not null)
            Finally(region.Final, suspends);
        EndClosures(copies);
    }

    // finally { F(); }    ---->  finally { if (next < 0) { F(); } }      with a suspension in the try block: that returns, but is no exit
    private void Finally(List<Instruction> final, bool suspends)
    {
        Line("finally");
        Open();
        if (suspends)
        {
            Line($"if ({_names.Next} < 0)");
            Open();
        }
        WriteList(final);
        if (suspends)
            Close();
        Close();
    }

    /// <summary>A statement, within braces where closures in it capture environments.</summary>
    private void Statement(Code code, int token)
    {
        var copies = Closures([code]);
        BeginClosures(copies);
        Append(code, token);
        EndClosures(copies);
    }

    private void Append(Code code, int token)
    {
        var printer = new CodePrinter(_plan, _names, _inFinally);
        _lines.AddRange(printer.Print(code, token, _indent));
        Uses |= printer.Uses;
    }
}
