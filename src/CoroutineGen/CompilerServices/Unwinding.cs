using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace CoroutineGen.CompilerServices;

/// <summary>
/// How a body is entered at a protected point: to go on, which is the default; to raise an exception there; or to leave through the
/// finally blocks (rule 67). For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public readonly struct Unwinding
{
    private static readonly Exception Closing = new CoroutineExitException();

    /// <summary>What to raise, or <see cref="Closing"/>, which is never raised; null to go on.</summary>
    private readonly Exception? _error;

    internal Unwinding(Exception error) => _error = error;

    internal static Unwinding Close => new(Closing);

    /// <summary>Comes first at a protected point: raises the exception where there is one.</summary>
    /// <returns>False to go on; true to leave through the finally blocks.</returns>
    /// <exception cref="Exception">The exception that is to be raised at the point, with the stack trace that it has.</exception>
    // Inlined, so that the body itself throws: it has no other method to leave then, and each costs.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool RaiseOrUnwind()
    {
        if (_error is null)
            return false;
        if (_error != Closing)
            throw WithItsStackTrace(_error);
        return true;
    }

    /// <summary>Comes at the end of an unwinding.</summary>
    /// <returns>The point of a closed coroutine, while it is being closed.</returns>
    /// <exception cref="CoroutineExitException">
    /// The exit was ignored by a yield and goes on after a later resumption (rules 61 and 62).
    /// </exception>
    // Inlined, so that the step keeps this in a register, or knows it to be nothing: a call on it would need its address.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Exit() => ExitFor(_error);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ExitFor(Exception? error) => error == Closing ? Coroutine<Unit>.Closed : throw new CoroutineExitException();

    /// <summary>The exception itself; one that was thrown before has a stack trace to keep, and is thrown here (rule 38).</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Only asked whether there is one.")]
    private static Exception WithItsStackTrace(Exception error) => error.TargetSite is null ? error : Fault.Rethrow(error);
}
