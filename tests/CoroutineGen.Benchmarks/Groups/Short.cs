using CoroutineGen.Benchmarks.Harness;

namespace CoroutineGen.Benchmarks.Groups;

/// <summary>Loops over a few values: what making the coroutine costs is a part of it.</summary>
static partial class Short
{
    const int Items = 5, Loops = 2_000, Calls = 60;

    public static readonly Group Group = new("short", "Loops of five values",
        "A coroutine is made for five values, again and again: taken by a `foreach` in the method that makes it, and handed out as an"
        + " `IEnumerable<T>`.", Races)
    {
        WithoutPgo = true,
    };

    static IEnumerable<Race> Races()
    {
        yield return Compare("a body that calls nothing", PureIterator, Pure, 0.7);
        yield return Compare("a body that calls", CallingIterator, Calling, 0.7);
        yield return Compare("handed out as IEnumerable", PureIterator, Handed, 1.0);
    }

    static Race Compare(string title, Func<long> iterator, Func<long> coroutine, double bar)
    {
        var race = new Race(title, "loop", Loops, Calls);
        race.Peer("C# iterator", iterator);
        race.Ours("coroutine", coroutine, Bar.Time(bar), Bar.BytesOfPeer());
        return race;
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    static int Mix(int value) => value ^ (value >> 3);

    [Coroutine]
    static void Mixing(int count, Yield<int> yield)
    {
        for (int n = 0; n < count; n++)
            yield(Mix(n));
    }

    static IEnumerable<int> MixingIterator(int count)
    {
        for (int n = 0; n < count; n++)
            yield return Mix(n);
    }

    static IEnumerable<int> Range(int start, int count) => Simple.Range(start, count);

    // The loop stands in a method of its own, as in a program: in a loop the JIT does not keep an object off the heap.
    static long Pure()
    {
        long sum = 0;
        for (int loop = 0; loop < Loops; loop++)
            sum += OnePure(loop);
        return sum;
    }

    static long OnePure(int start)
    {
        long sum = 0;
        foreach (int n in Simple.Range(start, Items))
            sum += n;
        return sum;
    }

    static long PureIterator()
    {
        long sum = 0;
        for (int loop = 0; loop < Loops; loop++)
            sum += OnePureIterator(loop);
        return sum;
    }

    static long OnePureIterator(int start)
    {
        long sum = 0;
        foreach (int n in Simple.RangeIterator(start, Items))
            sum += n;
        return sum;
    }

    static long Handed()
    {
        long sum = 0;
        for (int loop = 0; loop < Loops; loop++)
            sum += OneHanded(loop);
        return sum;
    }

    static long OneHanded(int start)
    {
        long sum = 0;
        foreach (int n in Range(start, Items))
            sum += n;
        return sum;
    }

    static long Calling()
    {
        long sum = 0;
        for (int loop = 0; loop < Loops; loop++)
            sum += OneCalling();
        return sum;
    }

    static long OneCalling()
    {
        long sum = 0;
        foreach (int n in Mixing(Items))
            sum += n;
        return sum;
    }

    static long CallingIterator()
    {
        long sum = 0;
        for (int loop = 0; loop < Loops; loop++)
            sum += OneCallingIterator();
        return sum;
    }

    static long OneCallingIterator()
    {
        long sum = 0;
        foreach (int n in MixingIterator(Items))
            sum += n;
        return sum;
    }
}
