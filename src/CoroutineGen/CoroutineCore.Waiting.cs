using System;
using System.Threading;
using System.Threading.Tasks;
using CoroutineGen.CompilerServices;
using CoroutineGen.Waiting;

namespace CoroutineGen;

// What a driver of asynchronous coroutines asks of every coroutine of its chain. Nothing that resumes synchronously comes here.
public abstract partial class CoroutineCore<TYield>
{
    /// <summary>Steps the body, which may wait.</summary>
    /// <param name="point">The point to go on from.</param>
    /// <param name="how">How it is entered there.</param>
    /// <param name="around">
    /// The execution context for what has none of its own: all that is synchronous at the end of a chain runs in one, which begins as that
    /// of the asynchronous coroutine that delegates to it (rule 158).
    /// </param>
    internal virtual AsyncStep<int> EnterAsync(int point, Resumption how, ref ExecutionContext? around)
        => Contexts.RunAndKeep(ref around, new PlainEntry<TYield>(this, point, how));

    /// <summary>
    /// Steps it with a value of a type that only the object itself knows; dropped where it is not what the body receives.
    /// </summary>
    internal virtual AsyncStep<int> EnterBoxedAsync(int point, object? sent, ref ExecutionContext? around)
        => Contexts.RunAndKeep(ref around, new BoxedEntry<TYield>(this, point, sent));

    /// <summary>Whether the last operation is in progress, or its answer has not been taken: until then the next one is refused.</summary>
    internal virtual bool HasAnswerToTake => false;

    /// <summary>Closes it because its step has ended, or failed.</summary>
    /// <returns>The exception that its user gets, or null.</returns>
    internal Exception? EndWith(Exception? failure)
    {
        if (failure is not null)
            return Fail(failure);
        End();
        return null;
    }
}
