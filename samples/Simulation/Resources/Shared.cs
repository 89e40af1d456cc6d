using Simulation.Kernel;

namespace Simulation.Resources;

/// <summary>
/// What processes share: they put in and get out, and wait in two queues for that to be possible. Whenever something has been put in,
/// somebody may get something, and the other way round.
/// </summary>
abstract class Shared<TPut, TGet>(Simulator simulator)
    where TPut : Event
    where TGet : Event
{
    private readonly List<TPut> _puts = [];
    private readonly List<TGet> _gets = [];

    public Simulator Simulator => simulator;

    /// <summary>Who waits to put something in.</summary>
    public IReadOnlyList<TPut> Puts => _puts;

    /// <summary>Who waits to get something out.</summary>
    public IReadOnlyList<TGet> Gets => _gets;

    /// <summary>Does it if it is possible, and triggers it then.</summary>
    /// <returns>Whether the next one in the queue may be looked at too.</returns>
    private protected abstract bool TryPut(TPut put);

    /// <inheritdoc cref="TryPut"/>
    private protected abstract bool TryGet(TGet get);

    /// <summary>Where in the queue a claim stands that is made now: at its end.</summary>
    private protected virtual int PlaceOf(TPut put, IReadOnlyList<TPut> queue) => queue.Count;

    private protected TPut Ask(TPut put)
    {
        _puts.Insert(PlaceOf(put, _puts), put);
        put.WhenItHappens(_ => ServeGets());
        ServePuts();
        return put;
    }

    private protected TGet Ask(TGet get)
    {
        _gets.Add(get);
        get.WhenItHappens(_ => ServePuts());
        ServeGets();
        return get;
    }

    internal void Cancel(TPut put) => _puts.Remove(put);

    internal void Cancel(TGet get) => _gets.Remove(get);

    private void ServePuts() => Serve(_puts, TryPut);

    private void ServeGets() => Serve(_gets, TryGet);

    private static void Serve<TClaim>(List<TClaim> queue, Func<TClaim, bool> serve)
        where TClaim : Event
    {
        for (int n = 0; n < queue.Count;)
        {
            var claim = queue[n];
            bool goOn = serve(claim);
            if (claim.IsTriggered)
                queue.RemoveAt(n);
            else
                n++;
            if (!goOn)
                return;
        }
    }
}
