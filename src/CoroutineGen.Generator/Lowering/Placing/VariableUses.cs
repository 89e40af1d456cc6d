using CoroutineGen.Generator.Lowering.Ir;

namespace CoroutineGen.Generator.Lowering.Placing;

/// <summary>What is known of a variable from all its mentions.</summary>
internal sealed class VariableUses
{
    /// <summary>The numbers of the runs that mention it.</summary>
    public HashSet<int> Runs { get; } = [];

    public int Declarations { get; set; }

    /// <summary>Whether it cannot be declared in place: in braces of its own, in a spilled condition, in a dispatch.</summary>
    public bool MustHoist { get; set; }

    /// <summary>The instructions that mention it.</summary>
    public HashSet<Instruction> Instructions { get; } = [];

    /// <summary>The instruction that declares it.</summary>
    public Instruction? Declaration { get; set; }

    /// <summary>Whether it is also mentioned outside of all instructions, or declared in a dispatch or a filter.</summary>
    public bool IsElsewhere { get; set; }
}
