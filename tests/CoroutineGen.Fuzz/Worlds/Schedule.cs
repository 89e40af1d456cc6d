using System.Runtime.CompilerServices;
using CoroutineGen.Tests.Waiting;

namespace CoroutineGen.Fuzz.Worlds;

/// <summary>How an await goes.</summary>
internal enum Going
{
    /// <summary>It has completed.</summary>
    Ready,

    /// <summary>It calls back from within its registration.</summary>
    Inline,

    /// <summary>Another thread has come back with it before its registration returns.</summary>
    Racing,

    /// <summary>The thread pool calls back some time.</summary>
    Pool,

    /// <summary>A thread with a synchronization context of its own calls back.</summary>
    Pump,

    /// <summary>A task of the framework's, which captures where it is awaited.</summary>
    Yielded,
}

/// <summary>How the awaits of a world go, one after the other. What a program does must not depend on it.</summary>
/// <param name="seed">0: each is ready; 1: each is on the pool; else it is mixed.</param>
public sealed class Schedule(int seed)
{
    public const int Ready = 0, Pool = 1;

    private static readonly Pump Pump = new();
    private readonly Random _random = new(seed);

    internal static Pump Place => Pump;

    internal Going Next() => seed switch
    {
        Ready => Going.Ready,
        Pool => Going.Pool,
        _ => One(),
    };

    private Going One()
    {
        // Awaits of one thread follow each other, but the program itself may be what is wrong.
        lock (_random)
            return _random.Next(20) switch { < 6 => Going.Ready, < 9 => Going.Inline, < 11 => Going.Racing, < 15 => Going.Pool, < 17 => Going.Pump, _ => Going.Yielded };
    }
}

/// <summary>What is awaited: it has no value, and goes as it is told.</summary>
public readonly struct Turn : ICriticalNotifyCompletion
{
    /// <summary>How many registrations may call back within each other: then it is the pool's turn, or the stack would be at its end.</summary>
    private const int Deepest = 20;

    [ThreadStatic]
    private static int _depth;
    private static int _racing;
    private readonly Going _going;

    internal Turn(Going going) => _going = going;

    public bool IsCompleted => _going == Going.Ready;

    public Turn GetAwaiter() => this;

    public void GetResult()
    {
    }

    public void OnCompleted(Action continuation)
    {
        var context = ExecutionContext.Capture();
        UnsafeOnCompleted(context is null ? continuation : () => ExecutionContext.Run(context, static go => ((Action)go!)(), continuation));
    }

    public void UnsafeOnCompleted(Action continuation)
    {
        switch (_going)
        {
            case Going.Inline when _depth < Deepest:
                Call(continuation);
                break;
            case Going.Racing when Volatile.Read(ref _racing) < Deepest:
                Race(continuation);
                break;
            case Going.Pump:
                Schedule.Place.Post(static go => ((Action)go!)(), continuation);
                break;
            case Going.Yielded:
                Task.Yield().GetAwaiter().UnsafeOnCompleted(continuation);
                break;
            default:
                ThreadPool.UnsafeQueueUserWorkItem(static go => go(), continuation, preferLocal: false);
                break;
        }
    }

    private static void Call(Action continuation)
    {
        _depth++;
        try
        {
            continuation();
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>Another thread goes on; the registration returns when it has come back, or after a while.</summary>
    private static void Race(Action continuation)
    {
        Interlocked.Increment(ref _racing);
        var done = new ManualResetEventSlim();
        ThreadPool.UnsafeQueueUserWorkItem(
            static race =>
            {
                race.continuation();
                Interlocked.Decrement(ref _racing);
                race.done.Set();
            },
            (continuation, done), preferLocal: false);
        done.Wait(TimeSpan.FromMilliseconds(1));
    }
}
