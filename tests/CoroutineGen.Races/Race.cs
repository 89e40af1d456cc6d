using System.Collections.Concurrent;
using System.Diagnostics;

namespace CoroutineGen.Races;

/// <summary>Threads that do what must not be done: use one coroutine at the same time.</summary>
internal sealed class Race(TimeSpan duration)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly ConcurrentDictionary<string, long> _outcomes = new();
    private bool _hangs;
    private long _waits;

    /// <summary>Whatever an operation raises is right.</summary>
    public void Try(Action operation)
    {
        try
        {
            operation();
        }
        catch (Exception error)
        {
            if (error is AggregateException { InnerException: { } failure })
                error = failure;
            Count(error is CoroutineStateException refused ? refused.Reason + (refused.InnerException is { } inner ? $" ({inner.GetType().Name})" : "") : error.GetType().Name);
        }
    }

    /// <summary>Waits for an operation, which has to complete however it is misused; with what it fails is all one.</summary>
    public void Wait(Task operation)
    {
        Interlocked.Increment(ref _waits);
        if (!operation.Wait(Patience))
            Count("LOST: an operation did not complete");
    }

    /// <summary>Only this never fails.</summary>
    public void LookAt<T>(Coroutine<T> coroutine)
    {
        try
        {
            _ = coroutine.State;
        }
        catch (Exception error)
        {
            Count($"STATE FAILED: {error}");
        }
    }

    /// <summary>Runs each of <paramref name="loops"/> again and again, on a thread of its own.</summary>
    public void Run(params Action[] loops)
    {
        var threads = loops.Select(loop => new Thread(() => Repeat(loop), 1 << 20) { IsBackground = true }).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
        {
            var left = duration + Patience - _clock.Elapsed;
            _hangs |= !thread.Join(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }
    }

    public void Report(TextWriter output)
    {
        if (_hangs)
            output.WriteLine("HANG: a thread did not come back");
        output.WriteLine($"{_waits,12:n0} operations waited for");
        foreach (var outcome in _outcomes.OrderByDescending(o => o.Value))
            output.WriteLine($"{outcome.Value,12:n0} {outcome.Key}");
    }

    private void Repeat(Action loop)
    {
        while (_clock.Elapsed < duration)
            loop();
    }

    private void Count(string outcome) => _outcomes.AddOrUpdate(outcome, 1, (_, n) => n + 1);
}
