using Simulation.Kernel;

namespace Simulation.Resources;

/// <summary>Holds things: who gets one gets the one that was put in first.</summary>
class Store<T> : Shared<Store<T>.Putting, Store<T>.Getting>
{
    private readonly int _capacity;

    /// <param name="simulator">Where it is.</param>
    /// <param name="capacity">How many things it holds.</param>
    public Store(Simulator simulator, int capacity = int.MaxValue)
        : base(simulator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _capacity = capacity;
    }

    /// <summary>How many things are in it.</summary>
    public virtual int Count => Items.Count;

    /// <summary>What is in it, the oldest first.</summary>
    private protected List<T> Items { get; } = [];

    /// <summary>Puts one in; happens when there is room.</summary>
    public Putting Put(T item) => Ask(new Putting(Simulator, item));

    /// <summary>Gets one out; happens when there is one.</summary>
    public Getting Get() => Ask(new Getting(this, null));

    private protected override bool TryPut(Putting put)
    {
        if (Count < _capacity)
        {
            Keep(put.Item);
            put.Succeed();
        }
        return false;
    }

    private protected override bool TryGet(Getting get)
    {
        if (Count > 0)
            get.Succeed(Take());
        return false;
    }

    private protected virtual void Keep(T item) => Items.Add(item);

    private protected virtual T Take()
    {
        var item = Items[0];
        Items.RemoveAt(0);
        return item;
    }

    /// <summary>One that is put in.</summary>
    public sealed class Putting(Simulator simulator, T item) : Event(simulator)
    {
        public T Item => item;
    }

    /// <summary>One that is got out.</summary>
    public sealed class Getting(Store<T> store, Predicate<T>? fits) : Event<T>(store.Simulator), IDisposable
    {
        /// <summary>Which will do; null for any.</summary>
        public Predicate<T>? Fits => fits;

        /// <summary>Does not wait for it any more.</summary>
        public void Dispose()
        {
            if (!IsTriggered)
                store.Cancel(this);
        }
    }
}

/// <summary>A store of which one gets what is least.</summary>
sealed class PriorityStore<T>(Simulator simulator, int capacity = int.MaxValue) : Store<T>(simulator, capacity)
    where T : IComparable<T>
{
    private readonly PriorityQueue<T, (T Item, long Order)> _items = new();
    private long _kept;

    public override int Count => _items.Count;

    private protected override void Keep(T item) => _items.Enqueue(item, (item, _kept++));

    private protected override T Take() => _items.Dequeue();
}

/// <summary>A store of which one gets what fits; who waits for something else is not in the way.</summary>
sealed class FilterStore<T>(Simulator simulator, int capacity = int.MaxValue) : Store<T>(simulator, capacity)
{
    /// <summary>Gets the first that fits.</summary>
    public Getting Get(Predicate<T> fits) => Ask(new Getting(this, fits));

    private protected override bool TryGet(Getting get)
    {
        int found = Items.FindIndex(item => get.Fits?.Invoke(item) ?? true);
        if (found >= 0)
        {
            var item = Items[found];
            Items.RemoveAt(found);
            get.Succeed(item);
        }
        return true;
    }
}
