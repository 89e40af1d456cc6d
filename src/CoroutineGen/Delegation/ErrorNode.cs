using System;
using CoroutineGen.CompilerServices;

namespace CoroutineGen.Delegation;

/// <summary>
/// An exception in the place where a coroutine keeps what it waits for: one that is to be raised in its body, or has ended it. To whoever
/// comes upon it there by a race it is a coroutine that has ended.
/// </summary>
internal sealed class ErrorNode<TYield> : Coroutine<TYield>
{
    private ErrorNode(Exception raised)
    {
        Raised = raised;
        Point = Closed;
    }

    public Exception Raised { get; }

    protected override string Name => "error";

    /// <summary>The node for an exception, or the node itself.</summary>
    // Static, and asked only where something has failed: a coroutine that ends well keeps its object off the heap.
    public static ErrorNode<TYield> Of(object error) => error as ErrorNode<TYield> ?? new((Exception)error);

    protected override int Step(int point, Resumption how) => Closed;
}
