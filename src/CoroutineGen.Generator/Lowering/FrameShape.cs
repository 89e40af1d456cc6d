namespace CoroutineGen.Generator.Lowering;

/// <summary>The variables that live across suspensions.</summary>
/// <param name="Fields">The fields of the frame, in the order of their declaration; parameters first.</param>
/// <param name="Scopes">The environments of captured variables, one class for each scope that has any.</param>
internal sealed record FrameShape(EquatableArray<FrameField> Fields, EquatableArray<ScopeClass> Scopes);

/// <summary>A field of the frame.</summary>
/// <param name="Name">The user's own name, with a suffix only where two variables of one name need two fields.</param>
/// <param name="Type">The C# text of its type, good inside the generated class.</param>
/// <param name="Parameter">The name of the factory parameter that it is set from; null for a local.</param>
/// <param name="HoldsReferences">Whether it may keep an object alive: false only for types known to be unmanaged.</param>
internal sealed record FrameField(string Name, string Type, string? Parameter, bool HoldsReferences);

/// <summary>A class for the captured variables of one scope: an object is made each time that the scope is entered.</summary>
internal sealed record ScopeClass(string Name, EquatableArray<FrameField> Fields);
