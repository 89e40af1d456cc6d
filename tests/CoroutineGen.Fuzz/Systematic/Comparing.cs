namespace CoroutineGen.Fuzz.Systematic;

/// <summary>Runs a method push-style and as a coroutine, by a few scripts, and says where the traces part.</summary>
public static class Comparing
{
    private const int MostYields = 12;

    private static readonly Script[] Scripts =
    [
        new(0, 0, 0), new(1, 1, 0), new(0, 2, 0), new(1, 0, 0), new(0, 0, 1), new(0, 1, 2), new(1, 0, 3),
    ];

    /// <returns>Null where all is the same.</returns>
    public static string? Compare<T>(Func<int, T> make, Action<Holder<T>, Yield<int, int>> push, Func<Holder<T>, Coroutine<int, int>> pull)
    {
        int most = 0;
        foreach (var script in Scripts)
        {
            if (script.ThrowAt > most && script.ThrowAt > 0)
                continue;
            string[] expected = Push(new(make), push, script, out int yields);
            string[] actual = Pull(new(make), pull, script);
            most = Math.Max(most, yields);
            if (!expected.AsSpan().SequenceEqual(actual))
                return Parting(script, expected, actual);
        }
        return null;
    }

    private static string[] Push<T>(Holder<T> holder, Action<Holder<T>, Yield<int, int>> push, Script script, out int yields)
    {
        int count = 0;
        Trace.Begin();
        Run(() => push(holder, Answer));
        holder.Dump();
        yields = count;
        return [.. Trace.Lines];

        int Answer(int value)
        {
            Trace.Note($"yields {value}");
            if (++count > MostYields)
                throw new TimeoutException();
            if (count == script.ThrowAt)
                throw new ThrownException();
            return script.Answer(holder, value);
        }
    }

    private static string[] Pull<T>(Holder<T> holder, Func<Holder<T>, Coroutine<int, int>> pull, Script script)
    {
        Trace.Begin();
        Run(() =>
        {
            var coroutine = pull(holder);
            int count = 0;
            bool more = coroutine.MoveNext();
            while (more)
            {
                Trace.Note($"yields {coroutine.Current}");
                if (++count > MostYields)
                    more = coroutine.TryThrow(new TimeoutException());
                else if (count == script.ThrowAt)
                    more = coroutine.TryThrow(new ThrownException());
                else
                    more = coroutine.TrySend(script.Answer(holder, coroutine.Current));
            }
        });
        holder.Dump();
        return [.. Trace.Lines];
    }

    private static void Run(Action run)
    {
        try
        {
            run();
            Trace.Note("ends");
        }
        catch (Exception error)
        {
            Trace.Note("fails with " + error.GetType().Name);
        }
    }

    private static string Parting(Script script, string[] expected, string[] actual)
    {
        int at = expected.AsSpan().CommonPrefixLength(actual);
        return $"{script}: after {(at == 0 ? "nothing" : expected[at - 1])}: {expected.ElementAtOrDefault(at)} -> {actual.ElementAtOrDefault(at)}";
    }

    private sealed class ThrownException : Exception;

    /// <summary>What is answered, what happens while the coroutine waits, and at which yield something is thrown.</summary>
    private sealed record Script(int Answers, int Disturbs, int ThrowAt)
    {
        public int Answer<T>(Holder<T> holder, int value)
        {
            holder.Disturb(Disturbs);
            if (Disturbs == 1)
                Trace.Wait();
            int answer = value switch
            {
                Combination.ForIndex => 1 + Answers,
                Combination.ForReceiver => Answers,
                _ => Answers == 0 ? 5 : 2,
            };
            Trace.Note($"gets {answer}");
            return answer;
        }
    }
}
