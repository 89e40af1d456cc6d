using System.Runtime.CompilerServices;
#if !NET
using System;
#endif

namespace CoroutineGen.Waiting;

/// <summary>Tells whether the stack has room for a continuation that runs inline (rule 163).</summary>
internal static class StackGuard
{
#if NET
    public static bool HasRoom => RuntimeHelpers.TryEnsureSufficientExecutionStack();
#else
    public static bool HasRoom
    {
        get
        {
            try
            {
                RuntimeHelpers.EnsureSufficientExecutionStack();
                return true;
            }
            catch (InsufficientExecutionStackException)
            {
                return false;
            }
        }
    }
#endif
}
