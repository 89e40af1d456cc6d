namespace CoroutineGen.Tests.Rules.RandomScripts;

/// <summary>What came of resuming something: a value, an end, or an exception.</summary>
public readonly record struct Reply(Event Event, int Value, Exception? Error)
{
    public static Reply Raises(Exception error) => new(Event.Raises, 0, error);
}

/// <summary>What a naive coroutine can delegate to.</summary>
public interface INaiveInner
{
    string Name { get; }

    /// <param name="sent">What was sent, or null for next.</param>
    /// <param name="type">The type of what was sent.</param>
    Reply Resume(long? sent, Receives type);

    Reply Throw(Exception error);

    Exception? Close();
}

/// <summary>
/// The rules 1 to 104 taken literally: a delegating coroutine resumes its inner one by an ordinary recursive call, as CPython does.
/// Slow, and plainly right; the driver is compared with it.
/// </summary>
public sealed class NaiveCoroutine(int id, ScriptBody body, NaiveWorld world) : INaiveInner
{
    private readonly ScriptFrame _frame = new(id, body, world);
    private INaiveInner? _inner;

    public CoroutineState State { get; private set; } = CoroutineState.Created;

    public Exception? Error { get; private set; }

    public bool HasResult { get; private set; }

    public int Result { get; private set; }

    // Rule 104.
    public string? Delegate => State == CoroutineState.Suspended ? _inner?.Name : null;

    public bool ReceivesValues => body.Receives != Receives.Nothing;

    public string Name => $"c{id}";

    public Reply Next() => Resume(null, Receives.Nothing);

    public Reply Send(long value)
        // Rule 7.
        => State == CoroutineState.Created
            ? Reply.Raises(new CoroutineStateException(CoroutineStateReason.NotStarted))
            : Resume(value, body.Receives);

    public Reply Resume(long? sent, Receives type)
    {
        switch (State)
        {
            case CoroutineState.Running:
                return NowRunning(); // rule 71
            case CoroutineState.Closed:
                return new Reply(Event.Returns, 0, null); // rule 26
            case CoroutineState.Created:
                State = CoroutineState.Running;
                return Run(_frame.Start());
        }
        State = CoroutineState.Running;
        if (_inner is not null)
            return Delegated(ResumeInner(sent, type));
        // Rules 8 and 12.
        return Run(_frame.GoOn(type == body.Receives ? sent ?? 0 : 0));
    }

    public Reply Throw(Exception error)
    {
        switch (State)
        {
            case CoroutineState.Running:
                return NowRunning(); // rule 48
            case CoroutineState.Closed:
                return Reply.Raises(error); // rule 47
            case CoroutineState.Created:
                State = CoroutineState.Closed; // rules 42 and 50
                Error = error;
                return Reply.Raises(error);
        }
        State = CoroutineState.Running;
        if (_inner is not null)
        {
            if (error is not CoroutineExitException)
                return Delegated(_inner.Throw(error)); // rules 80 to 82
            error = _inner.Close() ?? error; // rules 83 and 86
            _inner = null;
        }
        return Run(_frame.GoOn(error));
    }

    public Exception? Close()
    {
        switch (State)
        {
            case CoroutineState.Running:
                return NowRunning().Error; // rule 65
            case CoroutineState.Closed:
                return null; // rule 56
            case CoroutineState.Created:
                State = CoroutineState.Closed; // rule 55
                return null;
        }
        State = CoroutineState.Running;
        Exception error = _inner?.Close() ?? new CoroutineExitException(); // rules 84 and 86
        _inner = null;
        var reply = Run(_frame.GoOn(error));
        if (reply.Event == Event.Yields)
            return new CoroutineStateException(CoroutineStateReason.IgnoredExit); // rule 61
        if (reply.Error is not CoroutineExitException)
            return reply.Error; // rule 63
        Error = null; // rule 58
        return null;
    }

    private static Reply NowRunning() => Reply.Raises(new CoroutineStateException(CoroutineStateReason.Running));

    // Rule 99: a value goes down only as long as every link receives it.
    private Reply ResumeInner(long? sent, Receives type)
        => type == body.Receives ? _inner!.Resume(sent, type) : _inner!.Resume(null, Receives.Nothing);

    /// <summary>What came of the inner coroutine: a value goes up, anything else happens at the delegation point.</summary>
    private Reply Delegated(Reply reply)
    {
        if (reply.Event == Event.Yields)
        {
            State = CoroutineState.Suspended;
            return reply; // rule 77
        }
        _inner = null;
        return Run(reply.Event == Event.Raises ? _frame.GoOn(reply.Error!) : _frame.GoOn(reply.Value)); // rules 79 and 80
    }

    private Reply Run(Event happens)
    {
        switch (happens)
        {
            case Event.Yields:
                State = CoroutineState.Suspended;
                return new Reply(Event.Yields, _frame.Value, null);
            case Event.Delegates:
                _inner = world.Inner(_frame.Here);
                if (_inner is null)
                    return Run(_frame.GoOn(new ArgumentNullException())); // rule 97
                return Delegated(_inner.Resume(null, Receives.Nothing)); // rule 76
            case Event.Returns:
                State = CoroutineState.Closed;
                if (!ReceivesValues)
                    return new Reply(Event.Returns, 0, null);
                HasResult = true;
                Result = _frame.Value;
                return new Reply(Event.Returns, Result, null);
            default:
                State = CoroutineState.Closed;
                Error = _frame.Error!;
                if (Error is CoroutineCompletedException)
                    Error = new CoroutineStateException(CoroutineStateReason.LeakedDone, Error); // rule 35
                return Reply.Raises(Error);
        }
    }
}
