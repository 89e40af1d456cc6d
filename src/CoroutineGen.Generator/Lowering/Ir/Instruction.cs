using System.Collections.Immutable;
using CoroutineGen.Generator.Lowering.Lowered;

namespace CoroutineGen.Generator.Lowering.Ir;

/// <summary>
/// A step of the flattened body. Between two marks and suspensions stand runs of the user's own statements; only try regions nest.
/// </summary>
internal abstract class Instruction
{
    /// <summary>The index of the user's token that it stands for, or -1 for plumbing.</summary>
    public int Token { get; init; } = -1;

    /// <summary>"checked" or "unchecked" where the user's statement stands in such a block; null elsewhere.</summary>
    public string? Overflow { get; init; }
}

/// <summary>Statements as text. <see cref="Leaves"/> says that control never goes on behind it.</summary>
internal sealed class Run(Code code) : Instruction
{
    public Code Code { get; } = code;

    public bool Leaves { get; init; }
}

/// <summary>The declaration of a variable, with or without initial value.</summary>
internal sealed class Declare(Variable variable, Code? value) : Instruction
{
    public Variable Variable { get; } = variable;

    public Code? Value { get; } = value;

    /// <summary>The type as the user wrote it ("var" too), for a declaration that stays in place.</summary>
    public string? WrittenType { get; init; }
}

/// <summary>The end of the body, with what it returns; null for nothing.</summary>
internal sealed class Return(Code? value) : Instruction
{
    public Code? Value { get; } = value;
}

/// <summary>A label.</summary>
internal sealed class Mark(Label label) : Instruction
{
    public Label Label { get; } = label;
}

/// <summary>An unconditional goto within the same try region or out of it.</summary>
internal sealed class Jump(Label target) : Instruction
{
    public Label Target { get; } = target;
}

/// <summary>A goto that is taken where a condition does, or does not, hold.</summary>
internal sealed class Branch(Code condition, bool when, Label target) : Instruction
{
    public Code Condition { get; } = condition;

    public bool When { get; } = when;

    public Label Target { get; } = target;
}

/// <summary>A switch that only picks where to go on.</summary>
internal sealed class Dispatch(Code value, ImmutableArray<DispatchArm> arms) : Instruction
{
    public Code Value { get; } = value;

    public ImmutableArray<DispatchArm> Arms { get; } = arms;
}

/// <param name="Labels">The case labels, each with its colon.</param>
/// <param name="Assignments">Stores of pattern variables, before the goto.</param>
/// <param name="Target">Where the arm goes.</param>
internal sealed record DispatchArm(ImmutableArray<CaseLabel> Labels, Code Assignments, Label Target);

/// <param name="Code">The label, with its colon.</param>
/// <param name="Token">The user's token that its condition stands for, or -1: what a condition calls may be told its line.</param>
internal readonly record struct CaseLabel(Code Code, int Token = -1);

/// <summary>Hands out a value, or delegates, and waits; what follows is the resumption.</summary>
internal sealed class Suspend(SuspensionKind kind, Code value, string text) : Instruction
{
    public SuspensionKind Kind { get; } = kind;

    public Code Value { get; } = value;

    /// <summary>What it gives when it goes on: good only until the next suspension. Empty for nothing.</summary>
    public Code Result { get; init; } = Code.Empty;

    /// <summary>Whether what it delegates to is known to be a coroutine of ours that hands out the same type.</summary>
    public bool IsToCoroutine { get; init; }

    /// <summary>Whether it delegates to a fresh coroutine of the method itself.</summary>
    public bool CallsItself { get; init; }

    /// <summary>Whether that can be a call of the overload that takes frames.</summary>
    public bool TakesFrames => CallsItself && Overflow is null && Value.Pieces.Any(p => p is SelfArgumentsPiece);

    /// <summary>The user's expression on one line.</summary>
    public string Text { get; } = text;

    /// <summary>The index of the token that the user's expression begins with.</summary>
    public int CallToken { get; init; } = -1;

    /// <summary>What surrounds it.</summary>
    public Protection Protection { get; init; }

    /// <summary>What to do where a Close arrives here; null where nothing but a Throw can.</summary>
    public Code? OnClose { get; init; }

    /// <summary>Its number, from 1 in the order of the text; given by the writer's layout.</summary>
    public int Point { get; set; }

    /// <summary>Where the step goes on.</summary>
    public Label Resumed { get; } = new("Resumed");
}

/// <summary>A fresh environment for the captured variables of a scope.</summary>
internal sealed class EnterScope(VariableScope scope) : Instruction
{
    public VariableScope Scope { get; } = scope;
}

/// <summary>A real try statement of the generated code.</summary>
internal sealed class TryRegion(List<Instruction> body, List<CatchRegion> catches, List<Instruction>? final) : Instruction
{
    public List<Instruction> Body { get; } = body;

    public List<CatchRegion> Catches { get; } = catches;

    /// <summary>The finally block, free of suspensions; null for none.</summary>
    public List<Instruction>? Final { get; } = final;

    /// <summary>Where the dispatch enters it, to go on at a point inside.</summary>
    public Label Entry { get; } = new("Try");
}

/// <summary>A catch clause of the generated code, free of suspensions.</summary>
/// <param name="Head">"catch (E e) when (...)".</param>
/// <param name="Body">What it does.</param>
/// <param name="Token">The user's token that it stands for, or -1.</param>
internal sealed record CatchRegion(Code Head, List<Instruction> Body, int Token)
{
    /// <summary>The environment that its filter makes, and names as closures do; null for none.</summary>
    public VariableScope? Entered { get; init; }
}
