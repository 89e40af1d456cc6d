using System.Runtime.CompilerServices;

namespace CoroutineGen.Tests.Waiting;

/// <summary>How an await of a body behaves: what a body does must not depend on it.</summary>
public enum Readiness
{
    /// <summary>It has completed.</summary>
    Ready,

    /// <summary>It completes on the pool.</summary>
    Pool,

    /// <summary>It completes on another thread before its registration returns (rule 164).</summary>
    Racing,

    /// <summary>It calls back from within its registration.</summary>
    Inline,
}

/// <summary>An awaitable of a given readiness.</summary>
internal readonly struct Wait(Readiness readiness) : ICriticalNotifyCompletion
{
    public bool IsCompleted => readiness == Readiness.Ready;

    public Wait GetAwaiter() => this;

    public void GetResult()
    {
    }

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation)
    {
        switch (readiness)
        {
            case Readiness.Inline:
                continuation();
                break;
            case Readiness.Racing:
                var thread = new Thread(() => continuation());
                thread.Start();
                thread.Join();
                break;
            default:
                ThreadPool.UnsafeQueueUserWorkItem(static go => ((Action)go!)(), continuation);
                break;
        }
    }
}

/// <summary>The rows of a test that runs with each.</summary>
public sealed class EachReadiness : Xunit.TheoryData<Readiness>
{
    public EachReadiness() => AddRange([.. Enum.GetValues<Readiness>()]);
}
