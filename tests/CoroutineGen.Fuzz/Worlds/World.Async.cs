namespace CoroutineGen.Fuzz.Worlds;

// What asynchronous programs have besides: what is awaited, and what runs in whose execution context.
public abstract partial class World
{
    /// <summary>What each execution context has of its own: all lines of an asynchronous world tell it.</summary>
    public readonly AsyncLocal<int> Ambient = new();

    /// <summary>Whether the program has coroutines that await.</summary>
    public bool IsAsync { get; internal set; }

    /// <summary>Whether its trace tells which execution context each line was written in.</summary>
    public bool TellsContexts { get; internal set; }

    /// <summary>How its awaits go.</summary>
    public Schedule Schedule { get; internal set; } = new(Schedule.Ready);

    /// <summary>Awaited by a body itself.</summary>
    public Turn Now() => new(Schedule.Next());

    /// <summary>Some work, in whose execution context nothing that it sets can be seen elsewhere.</summary>
    public async Task Go(int place)
    {
        L(place, 0);
        Ambient.Value += 100;
        await Now();
        L(place, 1);
    }

    /// <summary>Sets what the one who calls it has, as no asynchronous method can.</summary>
    public int Set(int value)
    {
        Ambient.Value = value;
        return value;
    }

    public async ValueTask<int> LA(int place, int value)
    {
        await Now();
        return L(place, value);
    }

    public async Task<bool> IsA(int place, bool value)
    {
        bool seen = Is(place, value);
        await Now();
        return seen;
    }

    public async ValueTask<T> Later<T>(T value)
    {
        await Now();
        return value;
    }

    /// <summary>Fails now and then, before it has waited or afterwards.</summary>
    public async Task Risk(int place, int value)
    {
        if ((value & 15) == 3)
            throw new Red(L(place, value));
        await Now();
        if ((value & 15) == 5)
            throw new Blue(L(place, value));
    }

    public async Task<int> PokeAsync(int slot, int operation, int value)
    {
        if (!HasFuel())
            return L(10, -1);
        var target = Slots[slot % 3]!;
        Log($"poke {slot % 3} {operation} when {target.State}");
        await Operations.DoAsync(this, target, (Operation)(operation % 4), value);
        return L(11, (int)target.State);
    }

    /// <summary>The items of a sequence, each awaited.</summary>
    public async IAsyncEnumerable<T> Items<T>(IEnumerable<T> items)
    {
        int at = 0;
        try
        {
            foreach (var item in items)
            {
                await Now();
                L(90, at++);
                yield return item;
                Ambient.Value += 7;
            }
        }
        finally
        {
            await Now();
            L(91, at);
        }
    }

    public IAsyncCoroutine<int, int, int> MakeAsync(int index, int a, int b) => (IAsyncCoroutine<int, int, int>)New(index, a, b).Made;

    public IAsyncCoroutine<Unit, int, int> MakeConsumerAsync(int index, int a, int b) => (IAsyncCoroutine<Unit, int, int>)New(index, a, b).Made;

    public IAsyncEnumerable<int> IterateAsync(int index, int a, int b) => (IAsyncEnumerable<int>)New(index, a, b).Made;

    public AsyncForeign ForeignAsync(int index, int a, int b) => new(this, MakeAsync(index, a, b));

    public IAsyncCoroutine<int, int, int> SharedAsync(int index)
    {
        Spend();
        return (IAsyncCoroutine<int, int, int>)_shared[index % 3]!;
    }

    public IAsyncCoroutine<Unit, int, int> SharedConsumerAsync(int index)
    {
        Spend();
        return (IAsyncCoroutine<Unit, int, int>)_shared[index % 3]!;
    }
}
