using CoroutineGen.Generator.Caching;

namespace CoroutineGen.Generator.Declarations;

/// <summary>A member that a body can only mean where it says the member's name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type that it stands in: <see cref="DeclarationHash.PathOf"/>.</param>
/// <param name="Hash">The hash of its declaration, and of that type.</param>
internal readonly record struct DeclaredMember(string Name, string Type, Fingerprint Hash);
