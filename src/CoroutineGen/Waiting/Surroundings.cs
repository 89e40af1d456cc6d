using System.Runtime.CompilerServices;
using System.Threading;

namespace CoroutineGen.Waiting;

/// <summary>
/// What the caller of a step is surrounded by, for the usual case: it suits the body, and the step changes nothing of it. A step that is no
/// async method does not put its caller's contexts back by itself.
/// </summary>
internal readonly struct Surroundings
{
    private readonly ExecutionContext _caller;
    private readonly SynchronizationContext? _scheduling;

    private Surroundings(ExecutionContext caller, SynchronizationContext? scheduling)
    {
        _caller = caller;
        _scheduling = scheduling;
    }

    /// <summary>Whether a step can be run at once: the body has no context of its own yet, or it is the caller's.</summary>
    /// <param name="own">The context of the body.</param>
    /// <param name="around">What is to be put back.</param>
    // False also where the caller's context does not flow: then it cannot be captured.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Suit(ExecutionContext? own, out Surroundings around)
    {
#if NET
        var caller = ExecutionContext.Capture();
        around = new Surroundings(caller!, SynchronizationContext.Current);
        return caller is not null && (own is null || own == caller);
#else
        // Each capture makes another one, and there is nothing that puts one back.
        around = default;
        return false;
#endif
    }

    /// <summary>Puts back what the step has changed, and keeps its context for the next one.</summary>
    /// <param name="own">The context of the body: afterwards the one that the step has left.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Return(ref ExecutionContext? own)
    {
        if (ExecutionContext.Capture() != _caller || SynchronizationContext.Current != _scheduling)
            PutBack(ref own);
        else if (own is null)
            own = _caller;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PutBack(ref ExecutionContext? own)
    {
#if NET
        own = ExecutionContext.Capture() ?? own ?? _caller;
        ExecutionContext.Restore(_caller);
#endif
        if (SynchronizationContext.Current != _scheduling)
            SynchronizationContext.SetSynchronizationContext(_scheduling);
    }
}
