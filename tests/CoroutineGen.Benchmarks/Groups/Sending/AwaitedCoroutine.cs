using System.Runtime.CompilerServices;

namespace CoroutineGen.Benchmarks.Groups.Sending;

/// <summary>
/// A coroutine built on await: the body is an async method that awaits this object, which keeps the continuation until a value is sent.
/// One object, nothing allocated per send, no execution context carried: about as good as this way gets.
/// </summary>
sealed class AwaitedCoroutine<TYield, TSend> : ICriticalNotifyCompletion
{
    readonly Task _body;
    Action? _continuation;
    TYield _yielded = default!;
    TSend _sent = default!;

    public AwaitedCoroutine(Func<AwaitedCoroutine<TYield, TSend>, Task> body) => _body = body(this);

    /// <summary>For the body: hands out a value; awaited, it gives what is sent.</summary>
    public AwaitedCoroutine<TYield, TSend> Yield(TYield value)
    {
        _yielded = value;
        return this;
    }

    /// <summary>For the consumer: what the next yield hands out.</summary>
    public TYield Send(TSend value)
    {
        var resume = _continuation ?? throw new InvalidOperationException("The body has ended or is running.");
        _continuation = null;
        _sent = value;
        resume();
        if (_body.IsFaulted)
            _body.GetAwaiter().GetResult();
        return _yielded;
    }

    public AwaitedCoroutine<TYield, TSend> GetAwaiter() => this;

    public bool IsCompleted => false;

    public TSend GetResult() => _sent;

    public void OnCompleted(Action continuation) => _continuation = continuation;

    public void UnsafeOnCompleted(Action continuation) => _continuation = continuation;
}
