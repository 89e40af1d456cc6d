using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Lowering.Lowered;

namespace CoroutineGen.Generator.Emission.Shapes;

/// <summary>All that one generated file is written from.</summary>
/// <param name="Body">The lowered body; null for a stub, which only has the signature so that callers bind.</param>
/// <param name="Lines">The lines of the user's tokens; null where no debugger needs them, as in a skeleton.</param>
/// <param name="Settings">What the project decides.</param>
internal sealed record CoroutineUnit(CoroutineModel Model, LoweredBody? Body, LineMap? Lines, ProjectSettings Settings);
