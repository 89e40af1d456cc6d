using System;
using System.ComponentModel;

namespace CoroutineGen.CompilerServices;

/// <summary>For generated code: finds out whether a user-defined <c>&amp;&amp;</c> goes on to its right side.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ShortCircuit
{
    /// <summary>The right side of an <c>&amp;&amp;</c> that suspends: reached only where the left side did not decide.</summary>
    /// <typeparam name="T">The type of both sides.</typeparam>
    /// <returns>Nothing.</returns>
    /// <exception cref="Reached">Always.</exception>
    public static T Right<T>() => throw new Reached();

    /// <summary>Says that the right side was reached; never leaves generated code.</summary>
    public sealed class Reached : Exception
    {
        internal Reached()
        {
        }
    }
}
