using System.Threading.Tasks;

namespace CoroutineGen.Pushing;

/// <summary>Sends a value to what receives its type; to anything else it is a plain resumption (rule 99).</summary>
internal static class Sending
{
    public static ValueTask<bool> To<TYield, TSend>(IAsyncCoroutine<TYield> inner, TSend value) => inner switch
    {
        IAsyncCoroutine<TYield, TSend> receiver => receiver.TrySendAsync(value),
        Synchronous<TYield> { Inner: ICoroutine<TYield, TSend> receiver } => new ValueTask<bool>(receiver.TrySend(value)),
        _ => inner.MoveNextAsync(),
    };
}
