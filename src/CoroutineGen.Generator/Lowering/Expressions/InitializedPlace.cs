using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering.Expressions;

/// <summary>What an initializer sets members of, or adds to.</summary>
/// <param name="Outer">What it is a member of; null for the object itself, or for one that was read already.</param>
/// <param name="Access">The object, or how it is reached from the outer one.</param>
/// <param name="Type">Its type.</param>
internal sealed record InitializedPlace(InitializedPlace? Outer, Code Access, ITypeSymbol Type)
{
    public Code Text => Outer is null ? Access : Code.Of(Outer.Text, Access);
}
