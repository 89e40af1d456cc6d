using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using CoroutineGen.CompilerServices;
using CoroutineGen.Delegation;

namespace CoroutineGen;

// What generated classes override and call: the contract of docs/internals/machine.md.
public abstract partial class CoroutineCore<TYield>
{
    /// <summary>The name of the method, for <see cref="ToString"/> and for messages.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract string Name { get; }

    /// <summary>
    /// Where the coroutine's own body stands, without the <see cref="Delegating"/> bit. One that has folded the calls of its own method has
    /// the innermost point in <see cref="Point"/>, and overrides this.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual int OwnPoint => ResumePoint;

    /// <summary>The lowered body: goes on from a point and says where it stands then. It never touches <see cref="Point"/>.</summary>
    /// <param name="point">The point to go on from, without the <see cref="Delegating"/> bit; 0 to start.</param>
    /// <param name="how">How it is entered there.</param>
    /// <returns>The point where it stands, or <see cref="Closed"/>.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract int Step(int point, Resumption how);

    /// <summary>What surrounds a point of the body.</summary>
    /// <param name="point">A suspension point, without the <see cref="Delegating"/> bit.</param>
    /// <returns>The handlers; <see cref="Protection.None"/> by default.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual Protection ProtectionAt(int point) => Protection.None;

    /// <summary>For debuggers: what a point of the body is in the user's source.</summary>
    /// <param name="point">A suspension point, without the <see cref="Delegating"/> bit; 0 for the start.</param>
    /// <returns>The place; null where nothing is known of it.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual Place? Describe(int point) => null;

    /// <summary>Drops the captured state once the coroutine is closed (rule 105).</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected virtual void Clear()
    {
    }

    /// <summary>
    /// Gives back what the body holds at this moment, as the enumerator of a <c>foreach</c>: after a step that has failed, or has ended
    /// while it held something. Inner before outer, each even where the one before throws.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected virtual void Release()
    {
    }

    /// <summary>What a body with protected points is told of how it is entered.</summary>
    /// <param name="how">How the step was entered.</param>
    /// <returns>Nothing for <see cref="Resumption.Next"/>; else that it is to unwind, with the pending exception if there is one.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected Unwinding Entered(Resumption how) => how == Resumption.Next ? default : ToUnwind(how);

    // A method of its own: the JIT drops the call where the step is inlined into a foreach and is only ever resumed.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Unwinding ToUnwind(Resumption how) => how == Resumption.Throw ? new Unwinding(TakeParked()) : Unwinding.Close;

    /// <summary>Steps the body, without any guard.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Enter(int point, Resumption how) => Step(point, how);

    /// <summary>
    /// Steps the body with a value of a type that only the object itself knows; dropped where it is not what the body receives.
    /// </summary>
    internal virtual int EnterBoxed(int point, object? sent) => Step(point, Resumption.Next);

    /// <summary><see cref="Release"/>, for the driver.</summary>
    internal void GiveBack() => Release();

    /// <summary>What surrounds a point, for the driver.</summary>
    internal Protection Surrounding(int point) => ProtectionAt(point);

    /// <summary>For a coroutine that cannot be resumed as it is asked to be: comes back only where it is closed.</summary>
    /// <param name="point">Where it stands: not at a yield.</param>
    /// <exception cref="CoroutineStateException">It is running, or has not been started.</exception>
    // Always inlined, and so is the name of a sealed class: the coroutine must not be handed to anything that is not.
    // Without a value: where the answer is a constant in the caller, the JIT leads the way on from there past the loop's own test.
    [EditorBrowsable(EditorBrowsableState.Never)]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void ThrowUnlessClosed(int point)
    {
        if (point != Closed)
            Raise.NotResumable(point, Name);
    }

    /// <summary>Keeps an exception for the step that is to raise it.</summary>
    internal void Park(Exception error) => InnerOrParked = ErrorNode<TYield>.Of(error);

    /// <summary>Gives the parked exception to the step that was entered for it.</summary>
    internal Exception TakeParked()
    {
        ref var place = ref InnerOrParked;
        var parked = place as ErrorNode<TYield>;
        place = null;
        // Null only in a data race: another thread resumes the same coroutine.
        return parked?.Raised ?? Raise.Running(Name);
    }
}
