using CoroutineGen.CompilerServices;

namespace CoroutineGen.Forking;

/// <summary>A coroutine of any type as a fork meets it.</summary>
internal interface IForked
{
    /// <summary>The name of its method.</summary>
    string Name { get; }

    /// <summary>Makes twins of the coroutine and of all that it delegates to which have none yet, and adds them.</summary>
    /// <returns>The twin of the coroutine itself.</returns>
    IForked Fork(Twins twins);

    /// <summary>Of a twin: gives it coroutines and enumerators of its own, unless that is done.</summary>
    void ForkVariables(Twins twins);

    /// <summary>Of a twin: gives it what the forker says, and the twins of what it uses.</summary>
    void ForkValues(Twins twins);
}
