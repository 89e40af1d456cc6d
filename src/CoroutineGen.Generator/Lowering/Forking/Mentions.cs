using CoroutineGen.Generator.Lowering.Ir;

namespace CoroutineGen.Generator.Lowering.Forking;

/// <summary>The variables that code mentions.</summary>
internal static class Mentions
{
    public static IEnumerable<Variable> In(Code code) => code.Pieces.Select(piece => piece switch
    {
        VariablePiece mention => mention.Variable,
        AddressedPiece addressed => addressed.Variable,
        _ => null,
    }).OfType<Variable>();
}
