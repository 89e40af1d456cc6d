using CoroutineGen;

namespace Search;

/// <summary>Runs a body that asks "which of n?" with all answers: depth first, a fork for each.</summary>
static class Solutions
{
    /// <summary>What the body returns, of all ways to answer it; null is a dead end.</summary>
    public static IEnumerable<TSolution> All<TSolution>(Coroutine<int, int, TSolution?> start)
        where TSolution : class
    {
        var open = new Stack<Coroutine<int, int, TSolution?>>();
        if (start.MoveNext())
            open.Push(start);
        while (open.TryPop(out var choice))
        {
            for (int option = choice.Current - 1; option >= 0; option--)
            {
                // The last one needs no fork: nobody comes back here.
                var branch = option == 0 ? choice : Forked(choice);
                if (branch.TrySend(option))
                    open.Push(branch);
                else if (branch.Result is { } solution)
                    yield return solution;
            }
        }
    }

    private static TCoroutine Forked<TCoroutine>(TCoroutine coroutine) => ((IForkable<TCoroutine>)coroutine!).Fork();
}
