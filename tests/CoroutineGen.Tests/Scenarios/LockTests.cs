using Xunit;

namespace CoroutineGen.Tests.Scenarios;

public sealed partial class LockTests
{
    private static string Held(object gate) => Monitor.IsEntered(gate) ? "held" : "free";

#pragma warning disable CORO2010, CS0728 // A lock across a yield, and its gate reassigned: the scenario.
    [Fact]
    public void S134_A_lock_across_a_yield()
    {
        Oracle.Check((log, yield) => Locked(log, new object(), yield), log => Locked(log, new object()));
        object gate = new();
        foreach (int n in Locked(new Log(), gate).Take(1))
            Assert.True(Monitor.IsEntered(gate));
        Assert.False(Monitor.IsEntered(gate));
    }

    [Coroutine]
    private static int Locked(Log log, object gate, Yield<int, int> yield)
    {
        object first = gate;
        int sum = 0;
        lock (gate)
        {
            gate = new object();
            sum += yield(1);
            log.Note(Held(first) + Held(gate));
            if (sum > 2)
                return sum;
            lock (first)
                sum += yield(2);
        }
        log.Note(Held(first));
        return sum + yield(3);
    }

    [Fact]
    public void S135_A_Lock_object() => Oracle.Check((log, yield) => LockObject(log, yield), log => LockObject(log));

    [Coroutine]
    private static int LockObject(Log log, Yield<int, int> yield)
    {
        var gate = new Lock();
        int n = yield(1);
        lock (gate)
        {
            n += log.Arg("held", gate.IsHeldByCurrentThread ? 10 : 0);
        }
        log.Note($"{gate.IsHeldByCurrentThread}");
        return n + yield(2);
    }
#pragma warning restore CORO2010, CS0728
}
