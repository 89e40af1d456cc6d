using System.Diagnostics;
using System.Threading;
using CoroutineGen.CompilerServices;
using CoroutineGen.Waiting;

namespace CoroutineGen.Delegation;

/// <summary>
/// An asynchronous coroutine of somebody else's making, or of another yield type, at the end of a chain (rules 102, 103 and 172).
/// </summary>
[StackTraceHidden]
internal sealed class AsyncForeignNode<TYield>(IAsyncCoroutine<TYield> inner) : AsyncNode<TYield>
{
    private bool _returned;

    internal override object Original => inner;

    internal override bool HasOutcome => _returned;

    protected override string Name => "coroutine";

    // Only the object itself knows what it does about exceptions and closing.
    protected override Protection ProtectionAt(int point) => Protection.Catch | Protection.Finally;

    /// <summary>Whether the inner object receives values of a type.</summary>
    internal bool Receives<TSend>() => inner is IAsyncCoroutine<TYield, TSend>;

    /// <summary>Sends the inner object a value that it receives.</summary>
    internal AsyncStep<int> EnterAsync<TSend>(TSend sent, ExecutionContext? around)
        => Enter(new SentEntry<TSend>(this, sent), around);

    protected override async AsyncStep<int> Move(Resumption how)
    {
        switch (how)
        {
            case Resumption.Close:
                await inner.CloseAsync();
                return Closed;
            case Resumption.Throw:
                return Arrive(await inner.TryThrowAsync(TakeParked()));
            default:
                // Finished by somebody else: no result for this delegation (rules 89 and 91).
                return inner.State == CoroutineState.Closed ? Closed : Arrive(await inner.MoveNextAsync());
        }
    }

    private async AsyncStep<int> Send<TSend>(TSend sent)
        => inner.State == CoroutineState.Closed ? Closed : Arrive(await ((IAsyncCoroutine<TYield, TSend>)inner).TrySendAsync(sent));

    private int Arrive(bool yields)
    {
        if (yields)
        {
            CurrentValue = inner.Current;
            KeepContext();
            return 1;
        }
        _returned = true;
        return Closed;
    }

    [StackTraceHidden]
    private readonly struct SentEntry<TSend>(AsyncForeignNode<TYield> node, TSend sent) : IStep
    {
        public AsyncStep<int> Run() => node.Send(sent);
    }
}
