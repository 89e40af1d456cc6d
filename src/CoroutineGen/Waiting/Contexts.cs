using System.Diagnostics;
using System.Threading;
using CoroutineGen.CompilerServices;

namespace CoroutineGen.Waiting;

/// <summary>A step that is run in a context. A struct, so that what it needs takes no object.</summary>
internal interface IStep
{
    AsyncStep<int> Run();
}

/// <summary>
/// Runs steps in the execution context that a body has for its own: what it has set in an AsyncLocal is there after a yield, nobody else
/// sees it, and it sees nothing that others set meanwhile (rules 156 and 157).
/// </summary>
[StackTraceHidden]
internal static class Contexts
{
    /// <summary>
    /// Runs what may change its contexts and does not put them back: they are kept for the next time, and the caller's are put back.
    /// </summary>
    /// <param name="own">The context to run in; null for the caller's. Afterwards the one that the step has left.</param>
    /// <param name="step">The step.</param>
    public static AsyncStep<int> RunAndKeep<TStep>(ref ExecutionContext? own, TStep step)
        where TStep : struct, IStep
    {
        if (!Surroundings.Suit(own, out var around))
            return Switch(ref own, step);
        try
        {
            return step.Run();
        }
        finally
        {
            around.Return(ref own);
        }
    }

#if NET
    /// <summary>The same where the caller's context is another one, or does not flow.</summary>
    public static AsyncStep<int> Switch<TStep>(ref ExecutionContext? own, TStep step)
        where TStep : struct, IStep
    {
        var scheduling = SynchronizationContext.Current;
        var caller = Caller.Leave();
        if (own is not null)
            ExecutionContext.Restore(own);
        try
        {
            return step.Run();
        }
        finally
        {
            own = ExecutionContext.Capture() ?? own;
            caller.Return();
            if (SynchronizationContext.Current != scheduling)
                SynchronizationContext.SetSynchronizationContext(scheduling);
        }
    }

    /// <summary>
    /// The context of a caller that another one takes the place of. One that does not flow cannot be captured: meanwhile it is let flow.
    /// </summary>
    [StackTraceHidden]
    private readonly struct Caller
    {
        private readonly ExecutionContext _context;
        private readonly bool _isSuppressed;

        private Caller(bool isSuppressed)
        {
            _isSuppressed = isSuppressed;
            if (isSuppressed)
                ExecutionContext.RestoreFlow();
            _context = ExecutionContext.Capture()!;
        }

        public static Caller Leave() => new(ExecutionContext.IsFlowSuppressed());

        public void Return()
        {
            ExecutionContext.Restore(_context);
            if (_isSuppressed)
                ExecutionContext.SuppressFlow();
        }
    }
#else
    /// <summary>The same where each capture makes another context.</summary>
    public static AsyncStep<int> Switch<TStep>(ref ExecutionContext? own, TStep step)
        where TStep : struct, IStep
    {
        // One that does not flow cannot be captured: meanwhile it is let flow.
        bool isSuppressed = ExecutionContext.IsFlowSuppressed();
        if (isSuppressed)
            ExecutionContext.RestoreFlow();
        var run = new Callback<TStep>(step);
        try
        {
            ExecutionContext.Run((own ?? ExecutionContext.Capture())!.CreateCopy(), Callback<TStep>.Call, run);
        }
        finally
        {
            own = run.Left ?? own;
            if (isSuppressed)
                ExecutionContext.SuppressFlow();
        }
        return run.Result;
    }

    [StackTraceHidden]
    private sealed class Callback<TStep>(TStep step)
        where TStep : struct, IStep
    {
        public static readonly ContextCallback Call = static run => ((Callback<TStep>)run!).Run();

        public AsyncStep<int> Result { get; private set; }

        public ExecutionContext? Left { get; private set; }

        private void Run()
        {
            try
            {
                Result = step.Run();
            }
            finally
            {
                Left = ExecutionContext.Capture();
            }
        }
    }
#endif
}
