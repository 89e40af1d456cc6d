using CoroutineGen.Benchmarks.Harness;
using Xunit;

namespace CoroutineGen.Tests.Measuring;

/// <summary>What the benchmarks make of their clocks, with made-up ones: nothing here depends on how fast anything runs.</summary>
public class HarnessTests
{
    private static readonly Effort Full = new(Quick: false);
    private static object? _kept;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0.06)]
    public void A_known_ratio_is_seen_whatever_slows_the_machine(double ratio)
    {
        var race = new Race("made up", "step", 1) { WarmUps = 0 };
        race.Add(Fake("one", 10, seed: 1));
        race.Add(Fake("other", 10 * ratio, seed: 2));
        var result = new RaceResult([race.Run(Full, turn: 0), race.Run(Full, turn: 1)], []);

        Assert.Equal(ratio, result.Ratio(1).Mean, ratio * 0.001);
        Assert.Equal(1 / ratio, result.Ratio(0, peer: 1).Mean, 0.001 / ratio);
    }

    [Fact]
    public void Of_several_processes_the_mean_counts_and_the_extremes_are_told()
    {
        var result = new RaceResult([Run(10, 10), Run(10, 20), Run(20, 80)], [Run(40, 10), Run(40, 40), Run(10, 40)]);
        var ratio = result.Ratio(1);
        Assert.Equal(2, ratio.Mean, 1e-9);                              // of 1, 2 and 4
        Assert.Equal((1, 4), (ratio.Low, ratio.High));
        Assert.Equal(1, result.Ratio(1, pgo: false).Mean, 1e-9);        // of 1/4, 1 and 4
        Assert.Equal(Math.Cbrt(10 * 20 * 80), result.Time(1), 1e-9);
        Assert.Equal(Math.Cbrt(10 * 40 * 40), result.Time(1, pgo: false), 1e-9);
    }

    [Fact]
    public void The_most_bytes_of_any_process_count()
    {
        var result = new RaceResult([Run(1, 1, bytes: 0), Run(1, 1, bytes: 48), Run(1, 1, bytes: 0)], []);
        Assert.Equal(48, result.Bytes(1));
    }

    [Theory]
    [InlineData(0.5, true)]
    [InlineData(0.499, false)]
    public void A_bar_is_met_where_it_is_just_reached(double atMost, bool met)
    {
        var result = new RaceResult([Run(10, 5)], [Run(10, 5)]);
        Assert.Equal(met, result.Meets(1, Bar.Time(atMost)));
        Assert.Equal(met, result.Meets(1, Bar.WithoutPgo(atMost)));
        Assert.Equal(met, result.Meets(1, Bar.Time(atMost, "one")));
    }

    [Fact]
    public void Bars_on_bytes_and_counts()
    {
        var result = new RaceResult([Run(1, 1, bytes: 48, count: 1)], []);
        Assert.True(result.Meets(1, Bar.Bytes(48)));
        Assert.False(result.Meets(1, Bar.Bytes(47)));
        Assert.True(result.Meets(1, Bar.BytesOfPeer()));
        Assert.True(result.Meets(1, Bar.Count(1)));
        Assert.False(result.Meets(1, Bar.Count(0)));
    }

    [Fact]
    public void What_was_not_measured_does_not_meet_its_bar()
    {
        var result = new RaceResult([Run(1, 1)], []);
        Assert.False(result.Meets(1, Bar.WithoutPgo(100)));
        Assert.False(result.Meets(1, Bar.Count(100)));
        Assert.Throws<ArgumentException>(() => result.Meets(1, Bar.Time(1, "nobody")));
    }

    [Theory]
    [InlineData(null, 24)]
    [InlineData("round", 240)]
    public void Bytes_are_told_for_an_operation_or_for_a_call(string? call, double expected)
    {
        var race = new Race("allocating", "object", 10, calls: 3) { WarmUps = 1, Rounds = 3, Call = call };
        race.Peer("ten objects", TenObjects);
        race.Prepared("ten objects, one more before", ours: true, () =>
        {
            _kept = new object();
            return TenObjects;
        });
        var run = race.Run(Full, turn: 0);
        Assert.Equal([expected, expected], run.Contenders.Select(contender => contender.Bytes));
    }

    [Fact]
    public void Every_contender_runs_once_in_every_round_and_another_begins()
    {
        var order = new List<string>();
        var race = new Race("order", "step", 1) { WarmUps = 0, Rounds = 3 };
        foreach (string name in new[] { "a", "b", "c" })
            race.Add(new(name, false, () =>
            {
                order.Add(name);
                return new(1, 0);
            }, []));
        race.Run(Full, turn: 1);
        Assert.Equal("bcacababc", string.Concat(order));
    }

    [Fact]
    public void Medians_and_means()
    {
        Assert.Equal(6, Statistics.Mean([4, 9]), 1e-9);
        Assert.Equal(3, Statistics.Median([5, 1, 3]));
        Assert.Equal(2, Statistics.Median([3, 100, 1, 1]));
    }

    /// <summary>A machine that is up to five times slower in some rounds, for all alike, and stalls a contender now and then.</summary>
    private static Contender Fake(string name, double nanoseconds, int seed)
    {
        var shared = new Random(42);
        var own = new Random(seed);
        return new(name, false, () =>
        {
            double slow = 1 + (4 * shared.NextDouble());
            double stalled = own.Next(5) == 0 ? 10 + own.Next(100) : 1;
            return new(nanoseconds * slow * stalled, 0);
        }, []);
    }

    private static long TenObjects()
    {
        for (int i = 0; i < 10; i++)
            _kept = new object();
        return 10;
    }

    private static RaceRun Run(double one, double other, double bytes = 48, long? count = null) => new("race", "step", "step", null,
    [
        new("one", false, [one, one, one], 48, null, []),
        new("other", true, [other, other, other], bytes, count, []),
    ]);
}
