using CoroutineGen.Generator.Caching;

namespace CoroutineGen.Generator.Declarations;

/// <summary>What a factory is to the members that its type inherits, as text.</summary>
/// <param name="Overridden">What it overrides; null for nothing.</param>
/// <param name="Implemented">The methods of interfaces that lead to it.</param>
internal sealed record FactoryRole(OverriddenMethod? Overridden, EquatableArray<ImplementedMethod> Implemented)
{
    /// <summary>That of nearly all factories.</summary>
    public static FactoryRole None { get; } = new(null, EquatableArray<ImplementedMethod>.Empty);
}

/// <summary>A method that a factory overrides.</summary>
/// <param name="Accessibility">Its accessibility, which an override has to repeat.</param>
/// <param name="ReturnType">What the override returns; null for the class of the coroutine itself.</param>
internal sealed record OverriddenMethod(string Accessibility, string? ReturnType);

/// <summary>A method of an interface.</summary>
internal sealed record ImplementedMethod(string Interface, string ReturnType);
