using CoroutineGen.Generator.Caching;

namespace CoroutineGen.Generator.Declarations;

/// <summary>A member that a body can only mean where it says the member's name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Hash">The hash of its declaration, and of the type that it stands in.</param>
internal readonly record struct DeclaredMember(string Name, Fingerprint Hash);
