using System.Collections.Immutable;
using CoroutineGen.Generator.Binding;
using CoroutineGen.Generator.Declarations.Reading;
using CoroutineGen.Generator.Emission.Shapes;

namespace CoroutineGen.Generator.Output;

/// <summary>One file to write: its name, what it is written from, and the internal error of its body, if any.</summary>
internal sealed record GeneratedUnit(string HintName, CoroutineUnit Unit, string? InternalError)
{
    /// <summary>Joins signatures and bodies, which the pipeline keeps apart; both are in the order of the files.</summary>
    public static IEnumerable<GeneratedUnit> Join(ImmutableArray<Signature> signatures, ImmutableArray<BodyOutcome> bodies)
    {
        var kept = Enumerable.Range(0, signatures.Length).Where(i => bodies[i].IsCoroutine).ToArray();
        string[] names = HintNames.Of(kept.Select(i => signatures[i].Model).ToArray());
        return kept.Select((i, n) => new GeneratedUnit(
            names[n],
            new(
                signatures[i].Model.In(bodies[i].HiddenImports, bodies[i].Aliases).WithoutDefaults(bodies[i].WrongDefaults),
                bodies[i].Body,
                signatures[i].Lines,
                signatures[i].Settings),
            bodies[i].InternalError));
    }
}
