using Simulation.Kernel;

namespace Simulation.Resources;

/// <summary>A resource at which who is more important stands further ahead in the queue.</summary>
class PriorityResource(Simulator simulator, int capacity = 1) : Resource(simulator, capacity)
{
    private protected override int PlaceOf(Request put, IReadOnlyList<Request> queue)
    {
        int place = queue.Count;
        while (place > 0 && queue[place - 1].Rank.CompareTo(put.Rank) > 0)
            place--;
        return place;
    }
}

/// <summary>
/// A resource from which who is more important drives somebody away: that one is interrupted, with the cause <see cref="Preempted"/>.
/// </summary>
sealed class PreemptiveResource(Simulator simulator, int capacity = 1) : PriorityResource(simulator, capacity)
{
    private protected override bool TryPut(Request put)
    {
        if (Users.Count >= Capacity && !put.Rank.Yields)
        {
            var last = Users.OrderBy(user => user.Rank).Last();
            if (last.Rank.CompareTo(put.Rank) > 0)
            {
                Evict(last);
                last.By?.Interrupt(new Preempted(put.By, last.Rank.Time, this));
            }
        }
        return base.TryPut(put);
    }
}

/// <summary>Why a process is interrupted that has lost its place.</summary>
/// <param name="By">Who has it now.</param>
/// <param name="Since">When the place was asked for that is lost.</param>
/// <param name="Resource">Where it was.</param>
sealed record Preempted(Process? By, double Since, Resource Resource);
