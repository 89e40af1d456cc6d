using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Finding;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Lowering.TypeNames;

namespace CoroutineGen.Generator.Lowering.Unwinding;

/// <summary>
/// What the class releases and not the step, as the enumerator of a foreach, or a finally block of the user's that waits for its turn. The
/// step notes in the frame what it holds, and has no handler; so the JIT keeps its variables in registers. When the step fails or the body
/// ends, the class calls Release, which reads the note.
/// </summary>
// f.held1 = 2;                                               in the step
// case 2: f.held1 = 1; try { f.s?.Dispose(); } finally { Release(); } break;      in Release, which emission writes
internal sealed class HeldResources(VariableMap variables, LoweringContext context)
{
    private readonly List<Held> _all = [];
    private string? _methodName;

    /// <summary>
    /// The variable with the number of the innermost resource that is held; 0 for none. Null where the body holds nothing.
    /// </summary>
    public Variable? Held { get; private set; }

    /// <summary>All resources, by number.</summary>
    public IReadOnlyList<Held> All => _all;

    /// <summary>What Release mentions: it has to be hoisted, since Release is another method.</summary>
    public IEnumerable<Code> Mentions => _all.Select(h => h.Release).Concat(Held is null ? [] : [Code.Of(Held)]);

    /// <summary>The finally blocks among them.</summary>
    public IEnumerable<List<Instruction>> Blocks => _all.Select(h => h.Block).OfType<List<Instruction>>();

    /// <summary>Adds a resource that is held within another.</summary>
    /// <param name="outer">The number of the other; 0 for none.</param>
    /// <param name="release">The statement that releases it.</param>
    public Held Add(int outer, Code release) => Add(outer, release, null);

    /// <summary>Adds a finally block of the user's, which is to run as a resource is released.</summary>
    // M(1, ref f);
    public Held AddFinally(int outer, List<Instruction> block)
        => Add(outer, Code.Of(new FinallyCallPiece(MethodName, _all.Count + 1), ";"), block);

    private Held Add(int outer, Code release, List<Instruction>? block)
    {
        Held ??= variables.Temporary("held", "int", null, context.Method, FieldRole.Held);
        var held = new Held(_all.Count + 1, outer, release, block);
        _all.Add(held);
        return held;
    }

    /// <summary>The user's method, as its own body names it.</summary>
    // Walk<T>
    // this.Walk<T>                   of an instance method
    // global::Trees.Walk<T>          where the body declares that name itself
    private string MethodName => _methodName ??= Receiver + context.Method.Identifier.Text + context.Method.TypeParameterList switch
    {
        { } list => "<" + string.Join(", ", list.Parameters.Select(p => p.Identifier.Text)) + ">",
        null => "",
    };

    private string Receiver => !context.Symbol.IsStatic ? "this."
        : DeclarationsByName.In(context.Method).Contains(context.Symbol.Name) ? TypeText.Of(context.Symbol.ContainingType) + "."
        : "";

    /// <summary>The note of what is held now: after a resource is acquired, and before it is released.</summary>
    // f.held1 = 2;
    public Code Note(int number) => Code.Of(Held!, $" = {number};");
}

/// <summary>A resource that the body holds, or a finally block that waits for its turn.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Outer">The number of what is held around it; 0 for nothing.</param>
/// <param name="Release">The statement that releases it.</param>
/// <param name="Block">The finally block; null for a resource.</param>
internal sealed record Held(int Number, int Outer, Code Release, List<Instruction>? Block)
{
    /// <summary>All code that is run for it.</summary>
    public IEnumerable<Code> Code => (Block ?? []).SelectMany(Instructions.CodeOf).Prepend(Release);
}
