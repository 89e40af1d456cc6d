using System.Threading.Tasks.Sources;

namespace CoroutineGen.Fuzz.Worlds;

/// <summary>
/// The oracle of asynchronous coroutines, by pulling: the user's own method as the compiler has made it, whose yield is a task that the
/// next operation answers. One source stands for each side, and no thread waits. The compiler flows the execution context of the body,
/// so that it is also the judge of what an AsyncLocal holds where (rules 156 to 158).
/// </summary>
/// <remarks>
/// An exit is thrown into it as any exception: bodies whose script closes them must let it pass (rule 66 is about what only lowering can do).
/// </remarks>
public sealed class AsyncReference<TYield, TSend, TReturn>(Func<Func<TYield, ValueTask<TSend>>, Task<TReturn>> body)
    : IAsyncCoroutine<TYield, TSend, TReturn>, IAsyncEnumerator<TYield>, IFallible
{
    private readonly Source<bool> _moved = new();
    private readonly Source<TSend> _answer = new();
    private TYield _current = default!;
    private TReturn _result = default!;

    public CoroutineState State { get; private set; }

    public Exception? Error { get; private set; }

    public bool HasResult { get; private set; }

    public TReturn Result => HasResult ? _result : throw new InvalidOperationException("No result.");

    public TYield Current => State == CoroutineState.Suspended ? _current : throw new InvalidOperationException("Not suspended.");

    public ValueTask<bool> MoveNextAsync() => State switch
    {
        CoroutineState.Closed => default,
        CoroutineState.Running => throw Running(),
        _ => Run(null, default!),
    };

    public ValueTask<bool> TrySendAsync(TSend value) => State switch
    {
        CoroutineState.Created => throw new CoroutineStateException(CoroutineStateReason.NotStarted),
        CoroutineState.Closed => default,
        CoroutineState.Running => throw Running(),
        _ => Run(null, value),
    };

    public ValueTask<bool> TryThrowAsync(Exception error)
    {
        switch (State)
        {
            case CoroutineState.Running:
                throw Running();
            case CoroutineState.Created:
                State = CoroutineState.Closed;
                Error = error;
                return ValueTask.FromException<bool>(error);
            case CoroutineState.Closed:
                return ValueTask.FromException<bool>(error);
            default:
                return Run(error, default!);
        }
    }

    public ValueTask CloseAsync()
    {
        switch (State)
        {
            case CoroutineState.Running:
                throw Running();
            case CoroutineState.Suspended:
                return Unwind();
            default:
                State = CoroutineState.Closed;
                return default;
        }
    }

    public ValueTask DisposeAsync() => CloseAsync();

    public IAsyncEnumerator<TYield> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

    private static CoroutineStateException Running() => new(CoroutineStateReason.Running);

    private async ValueTask Unwind()
    {
        try
        {
            if (!await Run(new CoroutineExitException(), default!))
                return;
        }
        catch (CoroutineExitException)
        {
            Error = null;
            return;
        }
        throw new CoroutineStateException(CoroutineStateReason.IgnoredExit);
    }

    private ValueTask<bool> Run(Exception? thrown, TSend sent)
    {
        bool isFresh = State == CoroutineState.Created;
        State = CoroutineState.Running;
        var moved = _moved.Renew();
        if (isFresh)
            _ = Live();
        else if (thrown is not null)
            _answer.Fail(thrown);
        else
            _answer.Succeed(sent);
        return moved;
    }

    /// <summary>The whole life of the body. Its end is that of the operation that it ends in.</summary>
    private async Task Live()
    {
        Exception? raised = null;
        try
        {
            _result = await body(Yield).ConfigureAwait(false);
            HasResult = true;
        }
        catch (CoroutineCompletedException leaked)
        {
            raised = new CoroutineStateException(CoroutineStateReason.LeakedDone, leaked);
        }
        catch (Exception error)
        {
            raised = error;
        }
        State = CoroutineState.Closed;
        Error = raised;
        if (raised is not null)
            _moved.Fail(raised);
        else
            _moved.Succeed(false);
    }

    // Whoever waits for the operation may go on within, and even answer: then the body finds its answer when it comes to await it.
    private ValueTask<TSend> Yield(TYield value)
    {
        _current = value;
        var answer = _answer.Renew();
        State = CoroutineState.Suspended;
        _moved.Succeed(true);
        return answer;
    }

    /// <summary>One task after the other.</summary>
    private sealed class Source<T> : IValueTaskSource<T>
    {
        private ManualResetValueTaskSourceCore<T> _core;

        public ValueTask<T> Renew()
        {
            _core.Reset();
            return new(this, _core.Version);
        }

        public void Succeed(T value) => _core.SetResult(value);

        public void Fail(Exception error) => _core.SetException(error);

        public T GetResult(short token) => _core.GetResult(token);

        public ValueTaskSourceStatus GetStatus(short token) => _core.GetStatus(token);

        // Without a scheduling context: the body goes on where the operation was called (rule 160).
        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
            => _core.OnCompleted(continuation, state, token, flags & ~ValueTaskSourceOnCompletedFlags.UseSchedulingContext);
    }
}

/// <summary>An oracle that says what it has failed with.</summary>
public interface IFallible
{
    Exception? Error { get; }
}
