using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CoroutineGen.CompilerServices;

/// <summary>
/// What a generated <c>foreach</c> over a coroutine reads: nothing can have changed since it was told that there is a value.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Latest
{
    /// <summary>The value that a coroutine has handed out, right after its <c>MoveNext</c> has said so.</summary>
    /// <typeparam name="TYield">What it hands out.</typeparam>
    /// <param name="coroutine">The coroutine.</param>
    /// <returns>Its <see cref="Coroutine{TYield}.Current"/>, without looking at its state.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TYield Of<TYield>(Coroutine<TYield> coroutine) => coroutine.CurrentValue;
}
