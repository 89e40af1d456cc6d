using System.Runtime.CompilerServices;
using CoroutineGen.Benchmarks.Harness;

namespace CoroutineGen.Benchmarks.Groups;

/// <summary>Bodies that call something: it could throw or resume the coroutine, so they run guarded.</summary>
static partial class Guarded
{
    const int Values = 10_000, Calls = 60;

    static readonly IScale Scale = new Doubling();
    static readonly Dictionary<int, int> Prices = Enumerable.Range(0, 256).ToDictionary(n => n, n => n * 3);
    static readonly string[] Words = ["alpha", "beta=2", "gamma rays=30", "delta", "=", "epsilon and on=4", "zeta", "eta=7"];

    public static readonly Group Group = new("guarded", "Bodies with calls in foreach",
        "Whatever a body calls could throw, or resume the coroutine itself, so it runs guarded. The calls: a static method that"
        + " is not inlined, a method of an interface, a look-up in a dictionary, and a search in a string. The plain loop has the"
        + " body where the foreach would be: what is left without any iterator.", Races)
    {
        WithoutPgo = true,
    };

    static IEnumerable<Race> Races()
    {
        yield return Compare("a call", MixedIterator, MixedLoop, Mixed);
        yield return Compare("a call through an interface", ScaledIterator, ScaledLoop, Scaled);
        yield return Compare("a dictionary look-up", PricedIterator, PricedLoop, Priced);
        yield return Compare("a search in a string", FoundIterator, FoundLoop, Found);
    }

    static Race Compare(string title, Func<long> iterator, Func<long> loop, Func<long> coroutine)
    {
        var race = new Race(title, "value", Values, Calls) { Call = "enumeration" };
        race.Peer("C# iterator", iterator);
        race.Peer("plain loop", loop);
        race.Ours("coroutine", coroutine, Bar.Time(0.8), Bar.Bytes(0));
        return race;
    }

    interface IScale
    {
        int Apply(int value);
    }

    sealed class Doubling : IScale
    {
        public int Apply(int value) => value * 2;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
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

    [Coroutine]
    static void Scaling(IScale scale, int count, Yield<int> yield)
    {
        for (int n = 0; n < count; n++)
            yield(scale.Apply(n));
    }

    static IEnumerable<int> ScalingIterator(IScale scale, int count)
    {
        for (int n = 0; n < count; n++)
            yield return scale.Apply(n);
    }

    [Coroutine]
    static void Pricing(Dictionary<int, int> prices, int count, Yield<int> yield)
    {
        for (int n = 0; n < count; n++)
        {
            if (prices.TryGetValue(n & 511, out int price))
                yield(price);
            else
                yield(-1);
        }
    }

    static IEnumerable<int> PricingIterator(Dictionary<int, int> prices, int count)
    {
        for (int n = 0; n < count; n++)
        {
            if (prices.TryGetValue(n & 511, out int price))
                yield return price;
            else
                yield return -1;
        }
    }

    [Coroutine]
    static void Finding(string[] words, int count, Yield<int> yield)
    {
        for (int n = 0; n < count; n++)
        {
            string word = words[n % words.Length];
            yield(word.IndexOf('=', StringComparison.Ordinal) + word.Length);
        }
    }

    static IEnumerable<int> FindingIterator(string[] words, int count)
    {
        for (int n = 0; n < count; n++)
        {
            string word = words[n % words.Length];
            yield return word.IndexOf('=', StringComparison.Ordinal) + word.Length;
        }
    }

    static long MixedLoop()
    {
        long sum = 0;
        for (int n = 0; n < Values; n++)
            sum += Mix(n);
        return sum;
    }

    static long ScaledLoop()
    {
        long sum = 0;
        var scale = Scale;
        for (int n = 0; n < Values; n++)
            sum += scale.Apply(n);
        return sum;
    }

    static long PricedLoop()
    {
        long sum = 0;
        var prices = Prices;
        for (int n = 0; n < Values; n++)
            sum += prices.TryGetValue(n & 511, out int price) ? price : -1;
        return sum;
    }

    static long FoundLoop()
    {
        long sum = 0;
        string[] words = Words;
        for (int n = 0; n < Values; n++)
        {
            string word = words[n % words.Length];
            sum += word.IndexOf('=', StringComparison.Ordinal) + word.Length;
        }
        return sum;
    }

    static long Mixed()
    {
        long sum = 0;
        foreach (int n in Mixing(Values))
            sum += n;
        return sum;
    }

    static long MixedIterator()
    {
        long sum = 0;
        foreach (int n in MixingIterator(Values))
            sum += n;
        return sum;
    }

    static long Scaled()
    {
        long sum = 0;
        foreach (int n in Scaling(Scale, Values))
            sum += n;
        return sum;
    }

    static long ScaledIterator()
    {
        long sum = 0;
        foreach (int n in ScalingIterator(Scale, Values))
            sum += n;
        return sum;
    }

    static long Priced()
    {
        long sum = 0;
        foreach (int n in Pricing(Prices, Values))
            sum += n;
        return sum;
    }

    static long PricedIterator()
    {
        long sum = 0;
        foreach (int n in PricingIterator(Prices, Values))
            sum += n;
        return sum;
    }

    static long Found()
    {
        long sum = 0;
        foreach (int n in Finding(Words, Values))
            sum += n;
        return sum;
    }

    static long FoundIterator()
    {
        long sum = 0;
        foreach (int n in FindingIterator(Words, Values))
            sum += n;
        return sum;
    }
}
