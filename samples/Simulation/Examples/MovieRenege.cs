using CoroutineGen;
using Simulation.Chance;
using Simulation.Kernel;
using Simulation.Resources;

namespace Simulation.Examples;

/// <summary>One ticket counter, three movies: an event that many wait for at once.</summary>
sealed partial class MovieRenege(TextWriter output) : IExample
{
    private const int Tickets = 50;

    private readonly PythonRandom _random = new(42);
    private readonly Simulator _simulator = new();

    public void Run()
    {
        output.WriteLine("Movie renege");
        string[] names = ["Python Unchained", "Kill Process", "Pulp Implementation"];
        Movie[] movies = [.. names.Select(name => new Movie(name, _simulator.Event()))];
        _simulator.Start(Arrivals(new Resource(_simulator, capacity: 1), movies));
        _simulator.Run(until: 120);

        foreach (var movie in movies)
        {
            output.WriteLine($"Movie \"{movie.Name}\" sold out {movie.WhenSoldOut:F1} minutes after ticket counter opening.");
            output.WriteLine($"  Number of people leaving queue when film sold out: {movie.Renegers}");
        }
    }

    [Coroutine]
    private void Arrivals(Resource counter, Movie[] movies, Yield<Event> wait)
    {
        while (true)
        {
            wait(_simulator.Timeout(_random.ExpoVariate(1 / 0.5)));
            var movie = _random.Choice(movies);
            int tickets = (int)_random.RandInt(1, 6);
            if (movie.Available > 0)
                _simulator.Start(Moviegoer(movie, tickets, counter));
        }
    }

    [Coroutine]
    private void Moviegoer(Movie movie, int tickets, Resource counter, Yield<Event> wait)
    {
        using var turn = counter.Request();
        var first = turn | movie.SoldOut;
        wait(first);
        if (!first.Has(turn))
        {
            movie.Renegers++;
            return;
        }

        if (movie.Available < tickets)
        {
            // There is some discussion before she leaves.
            wait(_simulator.Timeout(0.5));
            return;
        }

        movie.Available -= tickets;
        if (movie.Available < 2)
        {
            movie.SoldOut.Succeed();
            movie.WhenSoldOut = _simulator.Now;
            movie.Available = 0;
        }
        wait(_simulator.Timeout(1));
    }

    private sealed class Movie(string name, Event soldOut)
    {
        public string Name => name;

        public Event SoldOut => soldOut;

        public int Available { get; set; } = Tickets;

        public double WhenSoldOut { get; set; }

        public int Renegers { get; set; }
    }
}
