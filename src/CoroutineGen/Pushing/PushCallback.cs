using System.Threading.Tasks;

namespace CoroutineGen.Pushing;

/// <summary>What the three forms of an asynchronous yield have in common: the last answer is kept, and sent to what receives it.</summary>
internal abstract class PushCallback<TYield>
{
    /// <summary>Hands out a value, and waits for the answer.</summary>
    public abstract ValueTask Answer(TYield value);

    /// <summary>Resumes the inner coroutine with the answer.</summary>
    public virtual ValueTask<bool> Resume(IAsyncCoroutine<TYield> inner) => inner.MoveNextAsync();
}

internal sealed class OneWay<TYield>(AsyncYield<TYield> yield) : PushCallback<TYield>
{
    public override ValueTask Answer(TYield value) => yield(value);
}

internal sealed class TwoWay<TYield, TSend>(AsyncYield<TYield, TSend> yield) : PushCallback<TYield>
{
    private TSend _answer = default!;

    public override async ValueTask Answer(TYield value) => _answer = await yield(value);

    public override ValueTask<bool> Resume(IAsyncCoroutine<TYield> inner) => Sending.To(inner, _answer);
}

internal sealed class Consumer<TSend>(AsyncReceive<TSend> yield) : PushCallback<Unit>
{
    private TSend _answer = default!;

    public override async ValueTask Answer(Unit value) => _answer = await yield();

    public override ValueTask<bool> Resume(IAsyncCoroutine<Unit> inner) => Sending.To(inner, _answer);
}
