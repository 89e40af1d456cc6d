using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Ir;

/// <summary>What says where a foreach stands that suspends.</summary>
/// <param name="Loop">The loop.</param>
/// <param name="Items">What it goes through; null where that is a coroutine, or is not known to be found again.</param>
/// <param name="Taken">The index of the element that it is at, or how many its enumerator has given.</param>
/// <param name="Enumerator">The enumerator; null where it goes by index.</param>
internal sealed record LoopPlace(CommonForEachStatementSyntax Loop, Variable? Items, Variable? Taken, Variable? Enumerator);
