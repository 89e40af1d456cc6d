namespace Shrinker;

/// <summary>Four ways to run one shrinker. Each gives the smallest input that it has found, and how often it has tested.</summary>
public static class Drivers
{
    /// <summary>Pushed: the method is called as it stands, and each question is a call.</summary>
    public static (int[] Smallest, int Tests) Push(int[] failing, Func<int[], bool> fails)
    {
        int tests = 0;
        int[] smallest = Shrinks.Numbers(failing, new(candidate =>
        {
            tests++;
            return fails(candidate);
        }));
        return (smallest, tests);
    }

    /// <summary>Pulled: the loop is here, so that whoever tests can do it when and where he likes.</summary>
    public static (int[] Smallest, int Tests) Pull(int[] failing, Func<int[], bool> fails)
    {
        var shrinker = Shrinks.Numbers(failing);
        int tests = 0;
        for (bool asks = shrinker.MoveNext(); asks; tests++)
            asks = shrinker.TrySend(fails(shrinker.Current));
        return (shrinker.Result, tests);
    }

    /// <summary>Pulled until there is no more time: what is left of it is closed.</summary>
    public static (int[] Smallest, int Tests) PullAtMost(int most, int[] failing, Func<int[], bool> fails)
    {
        using var shrinker = Shrinks.Numbers(failing).Prime();
        int tests = 0;
        for (bool asks = true; asks && tests < most; tests++)
        {
            int[] candidate = shrinker.Current;
            bool isSmaller = fails(candidate);
            if (isSmaller)
                failing = candidate;
            asks = shrinker.TrySend(isSmaller);
        }
        return (failing, tests);
    }

    /// <summary>
    /// Pulled by several testers at once: most candidates pass, so forks that have been told so ask the next questions already. What they
    /// asked in vain is forgotten with them, and no line here undoes anything.
    /// </summary>
    /// <returns>As the others, with the number of rounds, in each of which all testers have tested at the same time.</returns>
    public static (int[] Smallest, int Rounds) PullTogether(int testers, int[] failing, Func<int[], bool> fails)
    {
        var shrinker = Shrinks.Numbers(failing);
        bool asks = shrinker.MoveNext();
        for (int rounds = 0; ; rounds++)
        {
            if (!asks)
                return (shrinker.Result, rounds);
            var asking = new List<Shrinks.NumbersCoroutine> { shrinker };
            while (asking.Count < testers && asking[^1].Fork() is var next && next.TrySend(false))
                asking.Add(next);
            bool[] answers = new bool[asking.Count];
            Parallel.For(0, asking.Count, i => answers[i] = fails(asking[i].Current));
            int first = Array.IndexOf(answers, true);
            shrinker = asking[first < 0 ? ^1 : first];
            asks = shrinker.TrySend(first >= 0);
        }
    }
}
