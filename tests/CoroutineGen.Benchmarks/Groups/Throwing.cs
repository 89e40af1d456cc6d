using CoroutineGen.Benchmarks.Harness;

namespace CoroutineGen.Benchmarks.Groups;

/// <summary>Exceptions: thrown in and caught by the body, and coming up from the bottom of a chain.</summary>
static partial class Throwing
{
    const int Throws = 300, Chains = 30, Depth = 100;

    public static readonly Group Group = new("throw", "Exceptions",
        "`Throw` raises an exception at the yield, where the body catches it and goes on; beside it the same exception thrown"
        + $" and caught by plain C#. Then an exception at the bottom of {Depth} delegations that the consumer at the top catches;"
        + " the chains are made before the clock starts.", Races);

    static IEnumerable<Race> Races()
    {
        var caught = new Race("thrown in, caught in the body", "exception", Throws) { Rounds = 15 };
        var patient = Patient();
        patient.MoveNext();
        caught.Peer("throw and catch", Plain);
        caught.Ours("Throw", () => ThrowIn(patient), Bar.Time(1.2));
        yield return caught;

        var escaping = new Race($"from {Depth} levels down", "exception", Chains) { Rounds = 15, WarmUps = 10 };
        escaping.Prepared("nested C# iterators", ours: false, IteratorChains);
        escaping.Prepared("chain of yield.From", ours: true, CoroutineChains, bars: [Bar.Time(0.25)]);
        yield return escaping;
    }

    [Coroutine]
    static void Patient(Yield<int> yield)
    {
        for (int caught = 0; ;)
        {
            try
            {
                while (true)
                    yield(caught);
            }
            catch (InvalidOperationException)
            {
                caught++;
            }
        }
    }

    [Coroutine]
    static void Failing(int depth, Yield<int> yield)
    {
        if (depth > 0)
        {
            var inner = Failing(depth - 1); // not folded: the driver is meant
            yield.From(inner);
            return;
        }
        yield(1);
        throw new InvalidOperationException();
    }

    static IEnumerable<int> FailingIterator(int depth)
    {
        if (depth > 0)
        {
            foreach (int n in FailingIterator(depth - 1))
                yield return n;
            yield break;
        }
        yield return 1;
        throw new InvalidOperationException();
    }

    static long Plain()
    {
        long caught = 0;
        for (int i = 0; i < Throws; i++)
        {
            try
            {
                throw new InvalidOperationException();
            }
            catch (InvalidOperationException)
            {
                caught++;
            }
        }
        return caught;
    }

    static long ThrowIn(PatientCoroutine patient)
    {
        long caught = 0;
        for (int i = 0; i < Throws; i++)
            caught += patient.Throw(new InvalidOperationException());
        return caught;
    }

    static Func<long> CoroutineChains()
    {
        var chains = new FailingCoroutine[Chains];
        for (int i = 0; i < Chains; i++)
        {
            chains[i] = Failing(Depth);
            chains[i].MoveNext();
        }
        return () => Catch(chains);
    }

    static Func<long> IteratorChains()
    {
        var chains = new IEnumerator<int>[Chains];
        for (int i = 0; i < Chains; i++)
        {
            chains[i] = FailingIterator(Depth).GetEnumerator();
            chains[i].MoveNext();
        }
        return () => Catch(chains);
    }

    static long Catch(IEnumerator<int>[] chains)
    {
        long caught = 0;
        foreach (var chain in chains)
        {
            try
            {
                chain.MoveNext();
            }
            catch (InvalidOperationException)
            {
                caught++;
            }
        }
        return caught;
    }
}
