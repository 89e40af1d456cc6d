namespace CoroutineGen.Benchmarks.Harness;

/// <summary>
/// Measures contenders against each other in interleaved rounds, so that whatever slows the machine for a while slows them all. The first
/// contender is the one that ratios refer to.
/// </summary>
/// <param name="title">What the work is.</param>
/// <param name="unit">What one operation is called.</param>
/// <param name="operations">How many of them a call does.</param>
/// <param name="calls">
/// How often a contender is called in a round. Many short calls rather than a long one: the JIT optimises a method for good only between
/// calls of it.
/// </param>
sealed class Race(string title, string unit, long operations, int calls = 1)
{
    readonly List<Contender> _contenders = [];

    /// <summary>What bytes are counted for, if a call and not an operation.</summary>
    public string? Call { get; init; }

    /// <summary>What <see cref="Contender.Count"/> counts.</summary>
    public string? Counted { get; init; }

    public int Rounds { get; init; } = 31;

    /// <summary>Runs before the first round. Tiered compilation works in the background, after a delay, so they have pauses.</summary>
    public int WarmUps { get; init; } = 14;

    public Meter Meter { get; init; } = Meter.Thread;

    /// <param name="name">What stands in the table.</param>
    /// <param name="run">Does the operations once, and returns something that depends on all of them.</param>
    /// <param name="operations">How many operations, if not as many as the others.</param>
    /// <param name="meter">How it is measured, if not as the others.</param>
    /// <param name="count">What it counts beside the time.</param>
    public void Peer(string name, Func<long> run, long? operations = null, Meter? meter = null, Func<long>? count = null)
        => Add(new(name, false, Plain(run, operations, meter), []) { Count = count });

    public void Ours(string name, Func<long> run, params Bar[] bars) => Add(new(name, true, Plain(run, null, null), bars));

    public void Ours(string name, Func<long> run, Func<long> count, params Bar[] bars)
        => Add(new(name, true, Plain(run, null, null), bars) { Count = count });

    /// <summary>A contender whose run needs something new each time, which does not count.</summary>
    public void Prepared(string name, bool ours, Func<Func<long>> prepare, long? operations = null, params Bar[] bars)
        => Add(new(name, ours, () => Once(prepare(), operations ?? Operations, Meter), bars));

    public void Add(Contender contender) => _contenders.Add(contender);

    long Operations => operations;

    /// <param name="effort">How many rounds.</param>
    /// <param name="turn">
    /// Which contender comes first. It differs from process to process, so that the JIT puts the code elsewhere: where a small loop lies
    /// moves it by a nanosecond.
    /// </param>
    public RaceRun Run(Effort effort, int turn)
    {
        int rounds = effort.RoundsOf(Rounds), warmUps = effort.WarmUpsOf(WarmUps);
        var times = _contenders.Select(_ => new double[rounds]).ToArray();
        var bytes = _contenders.Select(_ => new double[rounds]).ToArray();
        for (int round = -warmUps; round < rounds; round++)
        {
            for (int i = 0; i < _contenders.Count; i++)
            {
                int contender = (i + turn + Math.Max(round, 0)) % _contenders.Count;
                var sample = _contenders[contender].Measure();
                if (round >= 0)
                    (times[contender][round], bytes[contender][round]) = (sample.Nanoseconds, sample.Bytes);
            }
            if (round < 0)
                Thread.Sleep(effort.Pause);
        }
        return new(title, unit, Call ?? unit, Counted, [.. _contenders.Select((c, i)
            => new ContenderRun(c.Name, c.Ours, times[i], Statistics.Median(bytes[i]), c.Count?.Invoke(), c.Bars))]);
    }

    Func<Sample> Plain(Func<long> run, long? operations, Meter? meter)
    {
        long each = operations ?? Operations;
        return () =>
        {
            var sample = (meter ?? Meter).Measure(() =>
            {
                for (int call = 0; call < calls; call++)
                    Sink += run();
            });
            return new(sample.Nanoseconds / calls / each, sample.Bytes / calls / (Call is null ? each : 1));
        };
    }

    Sample Once(Func<long> run, long operations, Meter meter)
    {
        var sample = meter.Measure(() => Sink += run());
        return new(sample.Nanoseconds / operations, sample.Bytes / (Call is null ? operations : 1));
    }

    /// <summary>Where results go, so that no work is in vain.</summary>
    public static long Sink { get; private set; }
}
