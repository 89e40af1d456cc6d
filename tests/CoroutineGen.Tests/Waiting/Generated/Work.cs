namespace CoroutineGen.Tests.Waiting.Generated;

/// <summary>What bodies await: each leaves a line in the log, and is ready or not as the schedule says.</summary>
internal sealed class Work(int seed)
{
    private readonly Random _random = new(seed);

    public List<string> Log { get; } = [];

    public bool Never => Log.Count > 1_000;

    /// <summary>0: always ready; 1: always on the pool; else mixed.</summary>
    private Readiness Next => seed switch
    {
        0 => Readiness.Ready,
        1 => Readiness.Pool,
        _ => (Readiness)_random.Next(4),
    };

    public async Task Do(string what)
    {
        Log.Add(what);
        await new Wait(Next);
        Log.Add("/" + what);
    }

    public async ValueTask<int> Number(int value)
    {
        Log.Add($"number {value}");
        await new Wait(Next);
        return value;
    }

    public async Task<int[]> Numbers(int count)
    {
        await new Wait(Next);
        return [.. Enumerable.Range(0, count)];
    }

    public async Task<string?> Text(int value)
    {
        await new Wait(Next);
        return value % 2 == 0 ? null : $" {value} ";
    }

    public async IAsyncEnumerable<int> Items(int count)
    {
        try
        {
            for (int i = 0; i < count; i++)
            {
                await new Wait(Next);
                Log.Add($"item {i}");
                yield return i;
            }
        }
        finally
        {
            await new Wait(Next);
            Log.Add("items disposed");
        }
    }

    public async IAsyncEnumerable<(int, int)> Pairs(int value)
    {
        await new Wait(Next);
        yield return (value, 2);
        yield return (value, 3);
    }

    public IEnumerable<int> Sequence(int count)
    {
        try
        {
            for (int i = 0; i < count; i++)
                yield return i;
        }
        finally
        {
            Log.Add("sequence disposed");
        }
    }

    public int Seen(int value)
    {
        Log.Add($"seen {value}");
        return value;
    }

    public Disposable Resource(string name) => new(this, name);

    public IDisposable Plain(string name) => new PlainDisposable(this, name);

    /// <summary>It is seen when it is formatted.</summary>
    public sealed class Loud(Work work)
    {
        public override string ToString()
        {
            work.Log.Add("formatted");
            return "loud";
        }
    }

    public sealed class Disposable(Work work, string name) : IAsyncDisposable
    {
        public int Length => name.Length;

        public async ValueTask DisposeAsync()
        {
            await new Wait(work.Next);
            work.Log.Add($"{name} disposed");
        }
    }

    private sealed class PlainDisposable(Work work, string name) : IDisposable
    {
        public void Dispose() => work.Log.Add($"{name} disposed");
    }
}
