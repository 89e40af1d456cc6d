using CoroutineGen.Benchmarks.Harness;

namespace CoroutineGen.Benchmarks.Groups.Durable;

/// <summary>Another coroutine at the same place: forked, against what one would do without.</summary>
static partial class Forking
{
    const int Times = 10_000, Calls = 20, Sends = 200, Queens = 8;

    static object? s_kept;

    public static IEnumerable<Race> Races()
    {
        var plain = new Race("one coroutine", "fork", Times, Calls);
        plain.Peer("copy constructor", CopyByHand);
        plain.Peer("MemberwiseClone", CloneByHand);
        plain.Ours("Fork", ForkAverager, Bar.Time(1.5), Bar.Time(0.5, "MemberwiseClone"));
        plain.Ours("Fork of a loop in try/finally", ForkEach);
        plain.Ours("Fork with an environment", ForkCapturing, Bar.Time(2.7));
        yield return plain;

        var again = new Race($"after {Sends} sends", "fork", Times / 10, Calls);
        again.Peer("again from the start", RunAgain);
        again.Ours("Fork", ForkLate, Bar.Time(0.1));
        yield return again;

        foreach (int depth in (int[])[10, 100, 10_000])
        {
            var chain = new Race($"a chain of {depth}", "link", Math.Max(depth, 1_000), depth > 1_000 ? 2 : Calls);
            int times = Math.Max(1, 1_000 / depth);
            chain.Peer("copy constructor", () => CopyLinks(depth * times));
            chain.Ours("Fork", new Forks(Chain(depth), times).Run, Bar.Time(3));
            chain.Ours("Fork, a coroutine in each variable", new Forks(Holding(depth), times).Run, Bar.Time(8));
            chain.Ours("Fork of frames", new Forks(Folded(depth), times).Run, Bar.Time(0.6));
            yield return chain;
        }

        var queens = new Race($"{Queens} queens", "search", 1, 10);
        queens.Peer("script run again", () => PlaceAgain(Queens));
        queens.Ours("Fork", () => PlaceByFork(Queens), Bar.Time(0.6));
        queens.Peer("recursion by hand", () => PlaceByHand(Queens, 0, 0, 0, 0));
        yield return queens;
    }

    /// <summary>Forks one coroutine, again and again.</summary>
    sealed class Forks(IForkable<Coroutine<int>> coroutine, int times)
    {
        public long Run()
        {
            for (int i = 0; i < times; i++)
                s_kept = coroutine.Fork();
            return times;
        }
    }

    static TCoroutine Begun<TCoroutine>(TCoroutine coroutine)
        where TCoroutine : Coroutine<int>
    {
        coroutine.MoveNext();
        return coroutine;
    }

    static LinkCoroutine Chain(int depth)
    {
        var chain = Link(null);
        for (int i = 1; i <= depth; i++)
            chain = Link(chain);
        return Begun(chain);
    }

    static HolderCoroutine Holding(int depth)
    {
        var chain = Holder(null);
        for (int i = 1; i <= depth; i++)
            chain = Holder(chain);
        return Begun(chain);
    }

    static DeepCoroutine Folded(int depth) => Begun(Deep(depth));

    [Coroutine(Forkable = true)]
    static void Averager(Yield<double, double> yield)
    {
        double total = 0, average = 0;
        for (int n = 1; ; n++)
        {
            total += yield(average);
            average = total / n;
        }
    }

    sealed class AveragerByHand
    {
        readonly double _total, _average;
        readonly int _n, _point;

        public AveragerByHand()
        {
        }

        public AveragerByHand(AveragerByHand other)
            => (_total, _average, _n, _point) = (other._total, other._average, other._n, other._point);

        public AveragerByHand Clone() => (AveragerByHand)MemberwiseClone();

        public double State => _total + _average + _n + _point;
    }

    [Coroutine(Forkable = true)]
    static void Each(List<int> items, Yield<int> yield)
    {
        try
        {
            foreach (int item in items)
                yield(item);
        }
        finally
        {
            s_kept = null;
        }
    }

    [Coroutine(Forkable = true)]
    static void Capturing(Yield<int> yield)
    {
        int n = 0;
        void Add() => n++;
        for (; ; Add())
            yield(n);
    }

    [Coroutine(Forkable = true)]
    static void Link(Coroutine<int>? inner, Yield<int> yield)
    {
        if (inner is not null)
            yield.From(inner);
        for (int n = 0; ; n++)
            yield(n);
    }

    [Coroutine(Forkable = true)]
    static void Holder(Coroutine<int>? inner, Yield<int> yield)
    {
        if (inner is not null)
            yield.From(inner);
        for (int n = 0; ; n++)
            yield(inner is null ? n : inner.Current);
    }

    [Coroutine(Forkable = true)]
    static void Deep(int depth, Yield<int> yield)
    {
        if (depth > 0)
            yield.From(Deep(depth - 1));
        yield(depth);
    }

    static readonly AveragerCoroutine s_averager = Averager().Prime();
    static readonly AveragerByHand s_byHand = new();
    static readonly EachCoroutine s_each = Begun(Each([1, 2, 3]));
    static readonly CapturingCoroutine s_capturing = Begun(Capturing());

    static long CopyByHand()
    {
        for (int i = 0; i < Times; i++)
            s_kept = new AveragerByHand(s_byHand);
        return (long)s_byHand.State;
    }

    static long CopyLinks(int times)
    {
        for (int i = 0; i < times; i++)
            s_kept = new AveragerByHand(s_byHand);
        return times;
    }

    static long CloneByHand()
    {
        for (int i = 0; i < Times; i++)
            s_kept = s_byHand.Clone();
        return Times;
    }

    static long ForkAverager()
    {
        for (int i = 0; i < Times; i++)
            s_kept = s_averager.Fork();
        return Times;
    }

    static long ForkEach()
    {
        for (int i = 0; i < Times; i++)
            s_kept = s_each.Fork();
        return Times;
    }

    static long ForkCapturing()
    {
        for (int i = 0; i < Times; i++)
            s_kept = s_capturing.Fork();
        return Times;
    }

    static AveragerCoroutine Sent()
    {
        var averager = Averager().Prime();
        for (int i = 0; i < Sends; i++)
            averager.Send(i);
        return averager;
    }

    static readonly AveragerCoroutine s_sent = Sent();

    static long RunAgain()
    {
        for (int i = 0; i < Times / 10; i++)
            s_kept = Sent();
        return Times;
    }

    static long ForkLate()
    {
        for (int i = 0; i < Times / 10; i++)
            s_kept = s_sent.Fork();
        return Times;
    }

    [Coroutine(Forkable = true)]
    static bool Place(int size, Yield<int, int> choose)
    {
        int columns = 0, rising = 0, falling = 0;
        for (int row = 0; row < size; row++)
        {
            int bit = 1 << choose(size);
            if (((columns | rising | falling) & bit) != 0)
                return false;
            columns |= bit;
            rising = (rising | bit) << 1;
            falling = (falling | bit) >> 1;
        }
        return true;
    }

    static long PlaceByFork(int size)
    {
        var open = new Stack<PlaceCoroutine>([Place(size).Prime()]);
        long found = 0;
        while (open.TryPop(out var choice))
        {
            for (int option = size - 1; option >= 0; option--)
            {
                var branch = option == 0 ? choice : choice.Fork();
                if (branch.TrySend(option))
                    open.Push(branch);
                else if (branch.Result)
                    found++;
            }
        }
        return found;
    }

    static long PlaceAgain(int size)
    {
        var open = new Stack<int[]>([[]]);
        long found = 0;
        while (open.TryPop(out var answers))
        {
            for (int option = size - 1; option >= 0; option--)
            {
                var branch = Place(size).Prime();
                foreach (int answer in answers)
                    branch.Send(answer);
                if (branch.TrySend(option))
                    open.Push([.. answers, option]);
                else if (branch.Result)
                    found++;
            }
        }
        return found;
    }

    static long PlaceByHand(int size, int row, int columns, int rising, int falling)
    {
        if (row == size)
            return 1;
        long found = 0;
        for (int option = 0; option < size; option++)
        {
            int bit = 1 << option;
            if (((columns | rising | falling) & bit) == 0)
                found += PlaceByHand(size, row + 1, columns | bit, (rising | bit) << 1, (falling | bit) >> 1);
        }
        return found;
    }
}
