namespace CoroutineGen;

/// <summary>
/// What can be forked: every coroutine of a <see cref="CoroutineAttribute.Forkable"/> method (rule 201). Enumerators, coroutines and
/// resources of yours that a forkable coroutine uses can implement it too: a fork then gets its own.
/// </summary>
/// <typeparam name="TSelf">The type itself, or what it is used as.</typeparam>
public interface IForkable<out TSelf>
{
    /// <summary>Makes another one that stands where this one stands; from then on neither sees what is done to the other.</summary>
    /// <returns>The other one.</returns>
    TSelf Fork();
}
