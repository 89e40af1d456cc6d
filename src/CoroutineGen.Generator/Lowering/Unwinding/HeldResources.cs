using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;

namespace CoroutineGen.Generator.Lowering.Unwinding;

/// <summary>
/// What a body holds and has to give back, as the enumerator of a foreach, where the runtime's guard can do that. The step notes what it
/// holds in the frame and has no handler for it, which is what lets the JIT keep its variables in registers.
/// </summary>
internal sealed class HeldResources(VariableMap variables, LoweringContext context)
{
    private readonly List<Held> _all = [];

    /// <summary>The variable that says what is held: the number of the innermost, or 0.</summary>
    public Variable? Held { get; private set; }

    /// <summary>All that the body may hold, by number.</summary>
    public IReadOnlyList<Held> All => _all;

    /// <summary>What is mentioned outside of the step, and has to be in the frame for it.</summary>
    public IEnumerable<Code> Mentions => _all.Select(h => h.Release).Concat(Held is null ? [] : [Code.Of(Held)]);

    /// <summary>Adds something that is held within what is held already.</summary>
    /// <returns>Its number.</returns>
    public int Add(int outer, Code release)
    {
        Held ??= variables.Temporary("held", "int", null, context.Method, FieldRole.Held);
        _all.Add(new Held(_all.Count + 1, outer, release));
        return _all.Count;
    }

    /// <summary>What the step notes when it begins to hold something, and before it gives it back.</summary>
    public Code Note(int number) => Code.Of(Held!, $" = {number};");
}

/// <summary>Something that the body holds.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Outer">The number of what is still held when this is not; 0 for nothing.</param>
/// <param name="Release">The statement that gives it back.</param>
internal sealed record Held(int Number, int Outer, Code Release);
