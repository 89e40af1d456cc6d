#if PRAGMA
#pragma warning disable
#pragma warning disable CORO2002
#endif
using System;
using CoroutineGen;

#if SUPPRESS
[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage("CoroutineGen", "CORO2002", Justification = "To see that it does not help.")]
#endif

Console.WriteLine(Broken.Numbers());

static partial class Broken
{
    /// <summary>A yield that belongs to a lambda: refused.</summary>
    [Coroutine]
    public static void Numbers(Yield<int> yield)
    {
        Action<int> hand = value => yield(value);
        hand(1);
    }
}
