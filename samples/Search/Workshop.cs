using System.Collections.Immutable;
using CoroutineGen;

namespace Search;

/// <summary>A job of the workshop.</summary>
record Job(string Name, int Hours, int Due);

/// <summary>What if: a workshop that does one job after the other, and a planner that tries a job in a fork before it decides.</summary>
static partial class Workshop
{
    /// <returns>How many hours too late all jobs were, in sum.</returns>
    [Coroutine(Forkable = true)]
    public static int Run(ImmutableList<Job> jobs, Yield<ImmutableList<Job>, Job> next)
    {
        int now = 0, late = 0;
        while (!jobs.IsEmpty)
        {
            var job = next(jobs);
            now += job.Hours;
            late += Math.Max(0, now - job.Due);
            jobs = jobs.Remove(job);
        }
        return late;
    }

    /// <summary>Runs a workshop by a rule to its end.</summary>
    public static int Finish(RunCoroutine workshop, Func<ImmutableList<Job>, Job> rule)
    {
        while (workshop.TrySend(rule(workshop.Current)))
            continue;
        return workshop.Result;
    }

    /// <summary>Runs a workshop with a look ahead: each job is tried in a fork, which goes on by the rule; the best one is done.</summary>
    public static (int Late, string Order) Plan(RunCoroutine workshop, Func<ImmutableList<Job>, Job> rule)
    {
        string order = "";
        bool more = true;
        while (more)
        {
            var best = workshop.Current.MinBy(job =>
            {
                var whatIf = workshop.Fork();
                return whatIf.TrySend(job) ? Finish(whatIf, rule) : whatIf.Result;
            })!;
            order += $" {best.Name}";
            more = workshop.TrySend(best);
        }
        return (workshop.Result, order.Trim());
    }
}
