using Xunit;

namespace CoroutineGen.Tests.Rules;

/// <summary>Rules 71 to 75: re-entrancy and threads.</summary>
public sealed partial class ReentrancyRules
{
    private Coroutine<int, int>? _self;
    private Coroutine<int>? _outer;
    private CoroutineState _seen;

    [Coroutine]
    private void Tries(Action<Coroutine<int, int>> what, bool catches, Yield<int, int> yield)
    {
        if (!catches)
            what(_self!);
        try
        {
            what(_self!);
        }
        catch (CoroutineStateException error) when (error.Reason == CoroutineStateReason.Running)
        {
            yield(1);
        }
        yield(2);
    }

    [Coroutine]
    private void Looks(Yield<int> yield)
    {
        _seen = _outer!.State;
        yield(1);
        _seen = _outer.State;
    }

    [Coroutine]
    private void Delegates(Yield<int> yield)
    {
        yield.From(Looks());
        yield(2);
    }

    [Coroutine]
    private static void Waits(ManualResetEventSlim entered, ManualResetEventSlim leave, Yield<int> yield)
    {
        entered.Set();
        leave.Wait();
        yield(1);
    }

    [Coroutine]
    private static void Threads(Yield<int> yield)
    {
        for (; ; )
            yield(Environment.CurrentManagedThreadId);
    }

    public static TheoryData<string> Operations => ["MoveNext", "Next", "Send", "TrySend", "Throw", "TryThrow", "Close", "Dispose", "Prime"];

    private static Action<Coroutine<int, int>> Operation(string name) => name switch
    {
        "MoveNext" => it => it.MoveNext(),
        "Next" => it => it.Next(),
        "Send" => it => it.Send(1),
        "TrySend" => it => it.TrySend(1),
        "Throw" => it => it.Throw(new FormatException()),
        "TryThrow" => it => it.TryThrow(new FormatException()),
        "Close" => it => it.Close(),
        "Dispose" => it => it.Dispose(),
        _ => it => it.Prime(),
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public void Rule_71_and_72_While_running_it_is_refused_and_a_body_that_catches_that_goes_on(string operation)
    {
        _self = Tries(Operation(operation), true);
        Assert.Equal(1, _self.Next());
        Assert.Equal(2, _self.Next());
        Assert.False(_self.MoveNext());
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Rule_72_Otherwise_it_is_closed(string operation)
    {
        _self = Tries(Operation(operation), false);
        Refused.For(CoroutineStateReason.Running, () => _self.Next());
        Assert.Equal(CoroutineState.Closed, _self.State);
        Assert.IsType<CoroutineStateException>(_self.Error);
    }

    [Fact]
    public async Task Rule_73_From_another_thread_it_is_refused_as_well()
    {
        using var entered = new ManualResetEventSlim();
        using var leave = new ManualResetEventSlim();
        var waits = Waits(entered, leave);
        var running = Task.Run(waits.Next);
        entered.Wait();
        Refused.For(CoroutineStateReason.Running, () => waits.MoveNext());
        leave.Set();
        Assert.Equal(1, await running);
    }

    [Fact]
    public void Rule_73_Threads_may_resume_it_one_after_the_other()
    {
        var threads = Threads();
        int here = threads.Next();
        int there = 0;
        var thread = new Thread(() => there = threads.Next());
        thread.Start();
        thread.Join();
        Assert.Equal(Environment.CurrentManagedThreadId, here);
        Assert.Equal(thread.ManagedThreadId, there);
    }

    [Fact]
    public void Rule_74_It_is_running_only_while_it_executes()
    {
        var looks = Looks();
        _outer = looks;
        looks.Next();
        Assert.Equal(CoroutineState.Running, _seen);
        Assert.Equal(CoroutineState.Suspended, looks.State);
    }

    [Fact]
    public void Rule_75_A_delegator_is_running_while_its_inner_runs()
    {
        _outer = Delegates();
        _outer.Next();
        Assert.Equal(CoroutineState.Running, _seen);
        Assert.Equal(CoroutineState.Suspended, _outer.State);
        _seen = CoroutineState.Created;
        _outer.Next();
        Assert.Equal(CoroutineState.Running, _seen);
    }
}
