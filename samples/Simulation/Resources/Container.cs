using Simulation.Kernel;

namespace Simulation.Resources;

/// <summary>Holds so much of something: a tank.</summary>
sealed class Container : Shared<Amount.In, Amount.Out>
{
    /// <param name="simulator">Where it is.</param>
    /// <param name="capacity">How much goes in.</param>
    /// <param name="level">How much is in it at first.</param>
    public Container(Simulator simulator, double capacity = double.PositiveInfinity, double level = 0)
        : base(simulator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, capacity);
        Capacity = capacity;
        Level = level;
    }

    public double Capacity { get; }

    /// <summary>How much is in it.</summary>
    public double Level { get; private set; }

    /// <summary>Puts so much in; happens when there is room for all of it.</summary>
    public Amount.In Put(double amount) => Ask(new Amount.In(this, amount));

    /// <summary>Gets so much out; happens when all of it is there.</summary>
    public Amount.Out Get(double amount) => Ask(new Amount.Out(this, amount));

    private protected override bool TryPut(Amount.In put)
    {
        if (Capacity - Level < put.Much)
            return false;
        Level += put.Much;
        put.Succeed();
        return true;
    }

    private protected override bool TryGet(Amount.Out get)
    {
        if (Level < get.Much)
            return false;
        Level -= get.Much;
        get.Succeed();
        return true;
    }
}

/// <summary>So much of it.</summary>
abstract class Amount : Event
{
    private protected Amount(Simulator simulator, double much)
        : base(simulator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(much);
        Much = much;
    }

    public double Much { get; }

    /// <summary>So much that is put in.</summary>
    public sealed class In(Container container, double much) : Amount(container.Simulator, much), IDisposable
    {
        /// <summary>Does not wait for it any more.</summary>
        public void Dispose()
        {
            if (!IsTriggered)
                container.Cancel(this);
        }
    }

    /// <summary>So much that is got out.</summary>
    public sealed class Out(Container container, double much) : Amount(container.Simulator, much), IDisposable
    {
        /// <inheritdoc cref="In.Dispose"/>
        public void Dispose()
        {
            if (!IsTriggered)
                container.Cancel(this);
        }
    }
}
