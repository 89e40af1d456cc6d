using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using CoroutineGen.Delegation;

namespace CoroutineGen;

// How a coroutine ends.
public abstract partial class CoroutineCore<TYield>
{
    /// <summary>Closes the coroutine without an error; a result that the body has left stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void End()
    {
        Point = Closed;
        Rare = null;
        CurrentValue = default!;
        Clear();
    }

    /// <summary>Closes the coroutine because of an error.</summary>
    /// <param name="error">An exception, or its node; null for none.</param>
    // Apart from the above: a guard that is inlined, and allocates a node, would keep the JIT from inlining the step there.
    internal void End(object? error)
    {
        Point = Closed;
        Rare = error is null ? null : ErrorNode<TYield>.Of(error);
        CurrentValue = default!;
        Clear();
    }

    /// <summary>Closes the coroutine because of an exception that escaped from its body.</summary>
    /// <returns>The exception that its user gets.</returns>
    internal Exception Fail(Exception error)
    {
        try
        {
            Release();
        }
        catch (Exception other)
        {
            error = other;
        }
        error = Escaping(error);
        End(error);
        return error;
    }

    /// <summary>Closes a coroutine whose step has failed.</summary>
    /// <param name="failure">The node of the exception that is on its way out; null where none was seen.</param>
    // Virtual instead of a test whether there is something to release: passed to a method that is not inlined, the object would escape, and
    // be allocated on the heap.
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected virtual void Abandon(object? failure)
    {
        Point = Closed;
        Rare = failure as CoroutineCore<TYield>;
        CurrentValue = default!;
        Clear();
    }

    /// <summary>
    /// <see cref="Abandon"/> for a body that may hold something: it is given back while the coroutine still counts as running.
    /// </summary>
    /// <param name="failure">The exception that is on its way out, unless giving back throws another one.</param>
    // Inlined, its exception handlers would nest in those of the guard, and the JIT would inline less of the rest.
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected void AbandonHeld(object? failure)
    {
        try
        {
            Release();
        }
        catch (Exception error) when ((failure = error) is CoroutineCompletedException)
        {
            error = Leaked(error);
            failure = error;
            throw error;
        }
        finally
        {
            End(failure);
        }
    }

    /// <summary>
    /// What leaves the frame when an exception escapes from the body: PEP 479 keeps Done from passing for an end (rule 35).
    /// </summary>
    internal virtual Exception Escaping(Exception error)
        => error is CoroutineCompletedException ? Leaked(error) : error;

    /// <summary>What the user gets instead of a <see cref="CoroutineCompletedException"/> that escaped from the body (rule 35).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected Exception Leaked(Exception completed)
        => new CoroutineStateException(CoroutineStateReason.LeakedDone, Name, at: null, completed);

    /// <summary>The same for the exception that a guard's filter has left in <see cref="Rare"/>, where the new one goes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected Exception LeakedDone()
    {
        var error = Leaked((Rare as ErrorNode<TYield>)!.Raised);
        Rare = ErrorNode<TYield>.Of(error);
        return error;
    }

    /// <summary>What the user gets who has asked it to end, where it has yielded instead (rule 61).</summary>
    internal CoroutineStateException IgnoredExit() => new(CoroutineStateReason.IgnoredExit, Name, Describe(OwnPoint)?.ToString());

    /// <summary>Makes a failure by an exit an end like any other (rule 58).</summary>
    internal void Absorb()
    {
        Rare = null;
        ForgetResult();
    }

    /// <summary>Takes back a result that was left before an exception in a finally block.</summary>
    private protected virtual void ForgetResult()
    {
    }
}
