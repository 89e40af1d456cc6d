using System;

namespace CoroutineGen.Delegation;

/// <summary>
/// The state of closing a chain. All of it is in fields, and none in locals, so that closing can be suspended where a finally block
/// awaits, and resumed; as long as none can, it is a struct on the stack, and adds nothing to the driver.
/// </summary>
internal struct Closing<TYield>(int lowest, Exception? error, Exception? exit)
{
    /// <summary>The index in the driver's stack of the last one to close: 0, or 1 where an exit is to be raised in the root.</summary>
    public readonly int Lowest = lowest;

    /// <summary>The exit that was thrown: raised in the root once the others are closed, unless one of them has failed.</summary>
    public readonly Exception? Exit = exit;

    /// <summary>What to raise in the next coroutine, instead of closing it.</summary>
    public Exception? Error = error;

    /// <summary>The coroutine that is being closed. Its finally blocks may delegate: then there are others above it on the stack.</summary>
    public CoroutineCore<TYield> Node = null!;

    /// <summary>Its index in the stack.</summary>
    public int Floor = 0;
}
