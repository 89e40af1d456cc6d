using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace CoroutineGen.CompilerServices;

/// <summary>Raising an exception that was caught before. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public static class Fault
{
    /// <summary>Raises <paramref name="error"/> with the stack trace that it has (rule 38).</summary>
    /// <param name="error">An exception, thrown before or not.</param>
    /// <returns>Never: it is there to write <c>throw Fault.Rethrow(e)</c>, which the compiler knows to leave.</returns>
    public static Exception Rethrow(Exception error)
    {
        ExceptionDispatchInfo.Capture(error).Throw();
        return error;
    }
}
