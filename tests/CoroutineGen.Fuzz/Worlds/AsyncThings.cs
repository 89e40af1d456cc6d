namespace CoroutineGen.Fuzz.Worlds;

// What asynchronous programs enumerate, dispose of and delegate to. What is not an asynchronous method runs in the execution context of
// its caller, and what it sets there stays: that is seen.

/// <summary>Logs its disposal before and after it waits, and may fail at it.</summary>
public sealed class AsyncResource(World world, int id, bool fails = false) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        world.L(92, id);
        await world.Now();
        world.L(93, id);
        if (fails)
            throw new Blue(id);
    }
}

/// <summary>Disposed of by its shape, in place, and sets something where it is disposed of.</summary>
public struct AsyncResourceStruct(World world, int id)
{
    private int _count = id;

    public int Count() => ++_count;

    public ValueTask DisposeAsync()
    {
        world.L(94, ++_count);
        world.Ambient.Value += 11;
        return new(world.Go(95));
    }
}

/// <summary>A sequence whose enumerator logs each step and its disposal, and fails now and then.</summary>
public sealed class AsyncSequence(World world, int count) : IAsyncEnumerable<int>
{
    public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        world.L(96, count);
        return new Enumerator(world, count);
    }

    private sealed class Enumerator(World world, int count) : IAsyncEnumerator<int>
    {
        private int _at;

        public int Current => _at * 10;

        public ValueTask<bool> MoveNextAsync()
        {
            world.Ambient.Value += 13;
            return Move();
        }

        public async ValueTask DisposeAsync()
        {
            world.L(97, _at);
            await world.Now();
            world.L(98, _at);
        }

        private async ValueTask<bool> Move()
        {
            await world.Now();
            if ((world.F & 7) == 5)
                throw new Blue(_at);
            return world.L(99, ++_at) <= count;
        }
    }
}

/// <summary>An asynchronous coroutine behind a class of the user's own (rules 102, 103 and 172).</summary>
public sealed class AsyncForeign(World world, IAsyncCoroutine<int, int, int> inner) : IAsyncCoroutine<int, int, int>
{
    public CoroutineState State => inner.State;

    public int Current => inner.Current;

    public bool HasResult => inner.HasResult;

    public int Result => inner.Result;

    public ValueTask<bool> MoveNextAsync()
    {
        world.Ambient.Value += 17;
        return inner.MoveNextAsync();
    }

    // As above: an operation without a value sends one to the push-style call.
    public ValueTask<bool> TrySendAsync(int value)
    {
        world.Ambient.Value += 17;
        return inner.TrySendAsync(value);
    }

    public async ValueTask<bool> TryThrowAsync(Exception error)
    {
        await world.Now();
        return await inner.TryThrowAsync(error);
    }

    public async ValueTask CloseAsync()
    {
        world.L(89, (int)State);
        await world.Now();
        await inner.CloseAsync();
    }

    public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        => inner.GetAsyncEnumerator(cancellationToken);
}
