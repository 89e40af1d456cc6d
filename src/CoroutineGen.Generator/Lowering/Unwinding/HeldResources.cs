using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;

namespace CoroutineGen.Generator.Lowering.Unwinding;

/// <summary>
/// Resources that the class releases and not the step, as the enumerator of a foreach. The step notes in the frame what it holds, and has
/// no handler; so the JIT keeps its variables in registers. When the step fails or the body ends, the class calls Release, which reads the
/// note.
/// </summary>
// f.held1 = 2;                                               in the step
// case 2: f.held1 = 1; try { f.s?.Dispose(); } finally { Release(); } break;      in Release, which emission writes
internal sealed class HeldResources(VariableMap variables, LoweringContext context)
{
    private readonly List<Held> _all = [];

    /// <summary>
    /// The variable with the number of the innermost resource that is held; 0 for none. Null where the body holds nothing.
    /// </summary>
    public Variable? Held { get; private set; }

    /// <summary>All resources, by number.</summary>
    public IReadOnlyList<Held> All => _all;

    /// <summary>What Release mentions: it has to be hoisted, since Release is another method.</summary>
    public IEnumerable<Code> Mentions => _all.Select(h => h.Release).Concat(Held is null ? [] : [Code.Of(Held)]);

    /// <summary>Adds a resource that is held within another.</summary>
    /// <returns>Its number.</returns>
    public int Add(int outer, Code release)
    {
        Held ??= variables.Temporary("held", "int", null, context.Method, FieldRole.Held);
        _all.Add(new Held(_all.Count + 1, outer, release));
        return _all.Count;
    }

    /// <summary>The note of what is held now: after a resource is acquired, and before it is released.</summary>
    // f.held1 = 2;
    public Code Note(int number) => Code.Of(Held!, $" = {number};");
}

/// <summary>A resource that the body holds.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Outer">The number of the resource around it; 0 for none.</param>
/// <param name="Release">The statement that releases it.</param>
internal sealed record Held(int Number, int Outer, Code Release);
