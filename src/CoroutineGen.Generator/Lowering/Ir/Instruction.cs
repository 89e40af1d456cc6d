using System.Collections.Immutable;
using CoroutineGen.Generator.Lowering.Lowered;

namespace CoroutineGen.Generator.Lowering.Ir;

/// <summary>
/// An instruction of the lowered body, the IR: linear code, in which only try regions nest. Between labels and suspensions stand runs of
/// the user's own statements.
/// </summary>
internal abstract class Instruction
{
    /// <summary>The index of the user's token that it stands for; -1 for generated code, which is hidden from debuggers.</summary>
    public int Token { get; init; } = -1;

    /// <summary>"checked" or "unchecked" where the user's statement stands in such a block; null elsewhere.</summary>
    public string? Overflow { get; init; }
}

/// <summary>Statements as text.</summary>
// F(n);
internal sealed class StraightLine(Code code) : Instruction
{
    public Code Code { get; } = code;

    /// <summary>Whether its end is unreachable.</summary>
    public bool NeverCompletes { get; init; }
}

/// <summary>The declaration of a variable, with or without initial value.</summary>
// int n = F();    or  f.n = F();    once it is hoisted
internal sealed class Declare(Variable variable, Code? value) : Instruction
{
    public Variable Variable { get; } = variable;

    public Code? Value { get; } = value;

    /// <summary>The type as the user wrote it ("var" too), for a declaration that stays in place.</summary>
    public string? WrittenType { get; init; }
}

/// <summary>The end of the body, with the value that it returns; null for none.</summary>
// { result.Value = v; return Closed; }
internal sealed class Return(Code? value) : Instruction
{
    public Code? Value { get; } = value;
}

/// <summary>A label.</summary>
// Loop1:
internal sealed class Mark(Label label) : Instruction
{
    public Label Label { get; } = label;
}

/// <summary>An unconditional goto, within the same try region or out of it.</summary>
// goto Loop1;
internal sealed class Jump(Label target) : Instruction
{
    public Label Target { get; } = target;
}

/// <summary>A goto that is taken where a condition does, or does not, hold.</summary>
// if (!(c)) goto End1;
internal sealed class Branch(Code condition, bool when, Label target) : Instruction
{
    public Code Condition { get; } = condition;

    public bool When { get; } = when;

    public Label Target { get; } = target;
}

/// <summary>A switch whose sections are jumps.</summary>
// switch (f.x) { case 1: goto Case1; default: goto Case2; }
internal sealed class Dispatch(Code value, ImmutableArray<DispatchArm> arms) : Instruction
{
    public Code Value { get; } = value;

    public ImmutableArray<DispatchArm> Arms { get; } = arms;
}

/// <summary>A section of a <see cref="Dispatch"/>.</summary>
/// <param name="Labels">The case labels, each with its colon.</param>
/// <param name="Assignments">Stores of hoisted pattern variables, before the goto.</param>
/// <param name="Target">The label that it jumps to.</param>
internal sealed record DispatchArm(ImmutableArray<CaseLabel> Labels, Code Assignments, Label Target);

/// <summary>A case label.</summary>
/// <param name="Code">The label, with its colon.</param>
/// <param name="Token">The user's token that its condition stands for, or -1: a method called there may take a caller line number.</param>
internal readonly record struct CaseLabel(Code Code, int Token = -1);

/// <summary>A suspension point: the step returns, to yield a value or to delegate, and is resumed behind it.</summary>
// current = v; return 1; Resumed1:
internal sealed class Suspend(SuspensionKind kind, Code value, string text) : Instruction
{
    public SuspensionKind Kind { get; } = kind;

    public Code Value { get; } = value;

    /// <summary>The value of the yield expression, valid until the next suspension. Empty for none.</summary>
    public Code Result { get; init; } = Code.Empty;

    /// <summary>Whether it delegates to a coroutine of this library that yields the same type.</summary>
    public bool IsToCoroutine { get; init; }

    /// <summary>Whether it delegates to a new coroutine of the method itself.</summary>
    public bool CallsItself { get; init; }

    /// <summary>Whether that can be a call of the overload that pushes a frame.</summary>
    public bool TakesFrames => CallsItself && Overflow is null && Value.Pieces.Any(p => p is SelfArgumentsPiece);

    /// <summary>The user's expression on one line.</summary>
    public string Text { get; } = text;

    /// <summary>The index of the token that the user's expression begins with.</summary>
    public int CallToken { get; init; } = -1;

    /// <summary>The handlers and finally blocks around it, as far as the runtime has to know.</summary>
    public Protection Protection { get; init; }

    /// <summary>Whether an exception or a close may be raised here: not for what the class gives back by itself.</summary>
    public bool IsProtected => (Protection & ~Protection.Held) != Protection.None;

    /// <summary>How a close unwinds from here; null where none arrives in the step.</summary>
    public Code? OnClose { get; init; }

    /// <summary>The number of what the body holds here; 0 for nothing.</summary>
    public int Held { get; init; }

    /// <summary>What the class runs where the body is cut short here.</summary>
    public Code Releases { get; init; } = Code.Empty;

    /// <summary>Its number, from 1 in the order of the text; given by <c>Layout</c>.</summary>
    public int Point { get; set; }

    /// <summary>The label where the step is resumed.</summary>
    public Label Resumed { get; } = new("Resumed");
}

/// <summary>A new environment (a closure's display class) for the captured variables of a scope.</summary>
// f.scope1 = new();
internal sealed class EnterScope(VariableScope scope) : Instruction
{
    public VariableScope Scope { get; } = scope;
}

/// <summary>A try statement of the generated code.</summary>
// Try1: try { .. } catch (E e) { .. } finally { .. }
internal sealed class TryRegion(List<Instruction> body, List<CatchRegion> catches, List<Instruction>? final) : Instruction
{
    public List<Instruction> Body { get; } = body;

    public List<CatchRegion> Catches { get; } = catches;

    /// <summary>The finally block, without suspension points; null for none.</summary>
    public List<Instruction>? Final { get; } = final;

    /// <summary>The label in front of it, where a dispatch jumps to for a point inside.</summary>
    public Label Entry { get; } = new("Try");
}

/// <summary>A catch clause of the generated code, without suspension points.</summary>
/// <param name="Head">"catch (E e) when (...)".</param>
/// <param name="Body">Its handler.</param>
/// <param name="Token">The user's token that it stands for, or -1.</param>
internal sealed record CatchRegion(Code Head, List<Instruction> Body, int Token)
{
    /// <summary>The environment that its filter makes; null for none.</summary>
    // when ((f.scope1 = new()) is var scope1 && ..)
    public VariableScope? Entered { get; init; }
}
