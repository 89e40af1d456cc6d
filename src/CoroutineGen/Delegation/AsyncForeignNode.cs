using System.Threading;
using System.Threading.Tasks;
using CoroutineGen.CompilerServices;
using CoroutineGen.Waiting;

namespace CoroutineGen.Delegation;

/// <summary>
/// An asynchronous coroutine of somebody else's making, or of another yield type, at the end of a chain (rules 102, 103 and 172).
/// </summary>
internal sealed class AsyncForeignNode<TYield>(IAsyncCoroutine<TYield> inner) : CoroutineCore<TYield>
{
    private bool _returned;

    internal override object Original => inner;

    internal override bool HasOutcome => _returned;

    protected override string Name => "coroutine";

    // Only the object itself knows what it does about exceptions and closing.
    protected override Protection ProtectionAt(int point) => Protection.Catch | Protection.Finally;

    // Not a body: what escapes from the inner object arrives at the delegation point as it is.
    internal override System.Exception Escaping(System.Exception error) => error;

    protected override int Step(int point, Resumption how) => throw Raise.Running();

    // What it does to its contexts is not kept, as it is not where an async method calls it.
    internal override AsyncStep<int> EnterAsync(int point, Resumption how, ref ExecutionContext? around)
    {
        var own = around;
        return Contexts.RunAndKeep(ref own, new Entry(this, how));
    }

    /// <summary>Whether the inner object receives values of a type.</summary>
    internal bool Receives<TSend>() => inner is IAsyncCoroutine<TYield, TSend>;

    /// <summary>Sends the inner object a value that it receives.</summary>
    internal AsyncStep<int> EnterAsync<TSend>(TSend sent, ExecutionContext? around)
        => Contexts.RunAndKeep(ref around, new SentEntry<TSend>(this, sent));

    // The awaits go on where the inner object has been called from, as those of a body would.
    private async AsyncStep<int> Move(Resumption how)
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
            return 1;
        }
        _returned = true;
        return Closed;
    }

    private readonly struct Entry(AsyncForeignNode<TYield> node, Resumption how) : IStep
    {
        public AsyncStep<int> Run() => node.Move(how);
    }

    private readonly struct SentEntry<TSend>(AsyncForeignNode<TYield> node, TSend sent) : IStep
    {
        public AsyncStep<int> Run() => node.Send(sent);
    }
}
