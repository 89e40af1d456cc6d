using System;
using CoroutineGen.CompilerServices;

namespace CoroutineGen.Delegation;

/// <summary>
/// An exception that is stored where a coroutine keeps the inner one: it is to be raised in the body, or has ended it. A thread that reads
/// it as a link, in a data race, finds a coroutine that has ended.
/// </summary>
internal sealed class ErrorNode<TYield> : CoroutineCore<TYield>
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
