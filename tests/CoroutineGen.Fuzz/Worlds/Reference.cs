using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace CoroutineGen.Fuzz.Worlds;

/// <summary>
/// The oracle: a coroutine made of the push-style method, run on a thread of its own, with the rules of SEMANTICS.md written down as
/// plainly as can be. It shares nothing with the generated code, and nothing with the runtime but yield.From over a callback.
/// </summary>
public class Reference<TYield, TSend, TReturn>(Func<Func<TYield, TSend>, TReturn> body) : ICoroutine<TYield, TSend, TReturn>
{
    private Fiber? _fiber;
    private Exception? _thrown;
    private TSend _sent = default!;
    private bool _yielded;
    private Exception? _raised;
    private TYield _current = default!;
    private TReturn _result = default!;
    private bool _abandoned;

    public CoroutineState State { get; private set; }

    public Exception? Error { get; private set; }

    public bool HasResult { get; private set; }

    public TReturn Result => HasResult ? _result : throw new InvalidOperationException("No result.");

    public TYield Current => State == CoroutineState.Suspended ? _current : throw new InvalidOperationException("Not suspended.");

    public bool MoveNext() => State switch
    {
        CoroutineState.Closed => false,
        CoroutineState.Running => throw Running(),
        _ => Run(null, default!),
    };

    public bool TrySend(TSend value) => State switch
    {
        CoroutineState.Created => throw new CoroutineStateException(CoroutineStateReason.NotStarted),
        CoroutineState.Closed => false,
        CoroutineState.Running => throw Running(),
        _ => Run(null, value),
    };

    public bool TryThrow(Exception error)
    {
        switch (State)
        {
            case CoroutineState.Running:
                throw Running();
            case CoroutineState.Created:
                State = CoroutineState.Closed;
                Error = error;
                throw error;
            case CoroutineState.Closed:
                throw error;
            default:
                return Run(error, default!);
        }
    }

    public void Close()
    {
        switch (State)
        {
            case CoroutineState.Running:
                throw Running();
            case CoroutineState.Created:
                State = CoroutineState.Closed;
                return;
            case CoroutineState.Closed:
                return;
        }
        bool yielded;
        try
        {
            yielded = Run(new CoroutineExitException(), default!);
        }
        catch (CoroutineExitException)
        {
            Error = null;
            return;
        }
        if (yielded)
            throw new CoroutineStateException(CoroutineStateReason.IgnoredExit);
    }

    public IEnumerator<TYield> GetEnumerator()
    {
        while (MoveNext())
            yield return Current;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Gives the thread back once the program is over: every wait from now on fails, until the body has ended.</summary>
    public void Abandon()
    {
        _abandoned = true;
        while (State == CoroutineState.Suspended)
        {
            State = CoroutineState.Running;
            _thrown = new CoroutineExitException();
            _fiber!.Resume();
            State = _yielded ? CoroutineState.Suspended : CoroutineState.Closed;
        }
    }

    private static CoroutineStateException Running() => new(CoroutineStateReason.Running);

    private bool Run(Exception? thrown, TSend sent)
    {
        (_thrown, _sent, _raised, _yielded) = (thrown, sent, null, false);
        State = CoroutineState.Running;
        if (_fiber is null)
        {
            _fiber = Fiber.Take();
            _fiber.Start(Body);
        }
        else
        {
            _fiber.Resume();
        }
        State = _yielded ? CoroutineState.Suspended : CoroutineState.Closed;
        if (_raised is not null)
            Escape(_raised);
        return _yielded;
    }

    [DoesNotReturn]
    private void Escape(Exception raised)
    {
        if (raised is CoroutineCompletedException)
            raised = new CoroutineStateException(CoroutineStateReason.LeakedDone, raised);
        Error = raised;
        ExceptionDispatchInfo.Throw(raised);
    }

    private void Body()
    {
        try
        {
            _result = body(Yield);
            HasResult = true;
        }
        catch (Exception error)
        {
            _raised = error;
        }
        _yielded = false;
    }

    private TSend Yield(TYield value)
    {
        if (_abandoned)
            throw new CoroutineExitException();
        _current = value;
        _yielded = true;
        _fiber!.Suspend();
        _yielded = false;
        if (_thrown is not { } thrown)
            return _sent;
        _thrown = null;
        throw thrown;
    }
}
