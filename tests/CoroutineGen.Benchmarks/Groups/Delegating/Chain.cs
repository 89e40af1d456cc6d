using CoroutineGen.Benchmarks.Harness;

namespace CoroutineGen.Benchmarks.Groups.Delegating;

/// <summary>Chains of delegations: what one value costs should not depend on the depth.</summary>
static partial class Chain
{
    const int Values = 20_000, Frames = 100_000;
    const string Reference = "C# iterators, depth 1", OneDeep = "depth 1", OneDeepSteady = "depth 1, steady stream";

    public static readonly Group Group = new("chain", "Chains of yield.From",
        "Depth 1 is one delegation. The iterators pass each value on in a loop, level by level, which is all that C# has."
        + " Steady: the innermost hands out value after value. Cold: the chain stands, each level hands out one value on the way"
        + " up, so that each value comes from another frame, which nothing has touched since it was made; chains are made before"
        + $" the clock starts, as many as give {Frames:N0} frames.", Races)
    {
        IsChecked = true,
        QuickRaces = () => [Steady()],
    };

    static IEnumerable<Race> Races()
    {
        yield return Steady();
        yield return Cold();
    }

    static Race Steady()
    {
        var race = new Race("steady stream", "value", Values) { Rounds = 15 };
        race.Peer(Reference, Pull(StreamIterator(1).GetEnumerator(), Values));
        foreach (int depth in new[] { 100, 10_000 })
        {
            int values = Values / depth;
            race.Peer($"C# iterators, depth {depth:N0}", Pull(StreamIterator(depth).GetEnumerator(), values), values);
        }
        race.Ours(OneDeep, Pull(Stream(1), Values), Bar.Time(1.2));
        race.Ours("depth 100", Pull(Stream(100), Values), Bar.Time(1.2, OneDeep));
        race.Ours("depth 10,000", Pull(Stream(10_000), Values), Bar.Time(1.2, OneDeep));
        race.Ours("depth 1,000,000", Pull(Stream(1_000_000), Values));
        return race;
    }

    static Race Cold()
    {
        var race = new Race("all frames cold", "value", Values) { Rounds = 9, WarmUps = 7 };
        race.Ours(OneDeepSteady, Pull(Stream(1), Values));
        foreach (int depth in new[] { 1, 100, 10_000 })
        {
            int values = depth > 100 ? 50 : depth + 1, chains = depth > 100 ? 1 : 1000;
            var chain = AscendIterator(depth);
            race.Prepared($"C# iterators, depth {depth:N0}", ours: false, () => Drain(chains, values, chain), chains * values);
        }
        foreach (int depth in new[] { 1, 100, 10_000, 1_000_000 })
        {
            int chains = Math.Max(Frames / depth, 1);
            Bar[] bars = depth == 10_000 ? [Bar.Time(10, OneDeepSteady)] : [];
            race.Prepared($"depth {depth:N0}", ours: true, () => DrainCoroutines(chains, depth), (long)chains * (depth + 1), bars);
        }
        return race;
    }

    [Coroutine]
    static void Stream(int depth, Yield<int> yield)
    {
        if (depth > 0)
        {
            var inner = Stream(depth - 1); // not folded: the driver is meant
            yield.From(inner);
        }
        for (int n = 0; ; n++)
            yield(n);
    }

    static IEnumerable<int> StreamIterator(int depth)
    {
        if (depth > 0)
        {
            foreach (int n in StreamIterator(depth - 1))
                yield return n;
        }
        for (int n = 0; ; n++)
            yield return n;
    }

    /// <summary>The first value comes from the bottom; when it is there, the chain stands.</summary>
    [Coroutine]
    static void Ascend(int depth, Yield<int> yield)
    {
        if (depth > 0)
        {
            var inner = Ascend(depth - 1); // not folded: the driver is meant
            yield.From(inner);
        }
        else
            yield(-1);
        yield(depth);
    }

    static IEnumerable<int> AscendIterator(int depth)
    {
        if (depth > 0)
        {
            foreach (int n in AscendIterator(depth - 1))
                yield return n;
        }
        else
        {
            yield return -1;
        }
        yield return depth;
    }

    static Func<long> Pull(StreamCoroutine stream, int values)
    {
        stream.MoveNext();
        return () =>
        {
            long sum = 0;
            for (int i = 0; i < values && stream.MoveNext(); i++)
                sum += stream.Current;
            return sum;
        };
    }

    static Func<long> Pull(IEnumerator<int> stream, int values)
    {
        stream.MoveNext();
        return () =>
        {
            long sum = 0;
            for (int i = 0; i < values && stream.MoveNext(); i++)
                sum += stream.Current;
            return sum;
        };
    }

    static Func<long> DrainCoroutines(int chains, int depth)
    {
        var standing = new AscendCoroutine[chains];
        for (int i = 0; i < chains; i++)
        {
            standing[i] = Ascend(depth);
            standing[i].MoveNext();
        }
        return () =>
        {
            long sum = 0;
            foreach (var chain in standing)
            {
                while (chain.MoveNext())
                    sum += chain.Current;
            }
            return sum;
        };
    }

    static Func<long> Drain(int chains, int count, IEnumerable<int> chain)
    {
        var standing = new IEnumerator<int>[chains];
        for (int i = 0; i < chains; i++)
        {
            standing[i] = chain.GetEnumerator();
            standing[i].MoveNext();
        }
        return () =>
        {
            long sum = 0;
            foreach (var values in standing)
            {
                for (int i = 0; i < count && values.MoveNext(); i++)
                    sum += values.Current;
            }
            return sum;
        };
    }
}
