namespace Simulation.Kernel;

/// <summary>When something happens: at equal times what is urgent first, then what was scheduled first.</summary>
readonly record struct Moment(double Time, Urgency Urgency, long Order) : IComparable<Moment>
{
    public int CompareTo(Moment other)
    {
        int order = Time.CompareTo(other.Time);
        if (order == 0)
            order = ((int)Urgency).CompareTo((int)other.Urgency);
        return order == 0 ? Order.CompareTo(other.Order) : order;
    }
}

/// <summary>What comes first of what happens at the same time.</summary>
enum Urgency
{
    /// <summary>Beginnings, interrupts, and the end of the run.</summary>
    Urgent,

    /// <summary>All else.</summary>
    Normal,
}
