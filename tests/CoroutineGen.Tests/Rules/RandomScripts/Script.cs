namespace CoroutineGen.Tests.Rules.RandomScripts;

/// <summary>What one instruction of a body does.</summary>
public enum Op
{
    Yield,
    From,
    Return,
    Raise,
    Rethrow,
    Act,
    EndFinally,
    Jump,
}

/// <summary>What can be done to a coroutine, from outside or from a body.</summary>
public enum Deed
{
    Next,
    Send,
    Throw,
    Close,
    Observe,
}

/// <summary>What a delegation delegates to.</summary>
public enum InnerKind
{
    Coroutine,
    Foreign,
    Sequence,
    FailingSequence,
    Null,
}

/// <summary>The exceptions that scripts raise.</summary>
public enum Kind
{
    Plain,
    Exit,
    Done,
}

/// <summary>What surrounds an instruction, from the inside out.</summary>
public sealed record Region(RegionKind Kind, int Handler, Region? Outer);

public enum RegionKind
{
    /// <summary>catch (Exception), which does not see an exit.</summary>
    Catch,

    /// <summary>A catch that names CoroutineExitException, and Exception.</summary>
    CatchExit,

    /// <summary>try with a finally.</summary>
    Finally,

    /// <summary>Inside the finally block itself: leaving it drops what was pending.</summary>
    FinallyBlock,
}

/// <summary>One instruction. What its numbers mean depends on the operation.</summary>
public sealed record Instruction(Op Op, Region? Region)
{
    public int Value { get; set; }

    public int Target { get; init; }

    public InnerKind Inner { get; init; }

    public Deed Deed { get; init; }

    public Kind Kind { get; init; }

    public override string ToString() => Op switch
    {
        Op.Yield => $"yield {Value}",
        Op.From => $"from {Inner} {Target} ({Value})",
        Op.Return => $"return {Value}",
        Op.Raise => $"raise {Kind} {Value}",
        Op.Act => $"{Deed} {Target} {Kind} {Value}",
        Op.Jump => $"jump {Value}",
        _ => Op.ToString(),
    };
}

/// <summary>What a coroutine of a script receives.</summary>
public enum Receives
{
    Nothing,
    Int,
    Long,
}

public sealed record ScriptBody(Receives Receives, IReadOnlyList<Instruction> Code)
{
    public override string ToString()
    {
        var lines = Code.Select((instruction, i) => $"  {i}: {instruction} {Describe(instruction.Region)}");
        return $"receives {Receives}\n{string.Join("\n", lines)}";

        static string Describe(Region? region) => region is null ? "" : $"| {region.Kind}->{region.Handler} {Describe(region.Outer)}";
    }
}

/// <summary>Something that is done to a coroutine from outside.</summary>
public sealed record Act(Deed Deed, int Target, Kind Kind, int Value)
{
    public override string ToString() => $"{Deed} {Target} {Kind} {Value}";
}

/// <summary>A few coroutines that know each other, and what is done to them.</summary>
public sealed record Script(IReadOnlyList<ScriptBody> Bodies, IReadOnlyList<Act> Acts)
{
    public override string ToString()
        => string.Join("\n", Bodies.Select((body, i) => $"c{i} {body}")) + "\nacts: " + string.Join(", ", Acts);
}
