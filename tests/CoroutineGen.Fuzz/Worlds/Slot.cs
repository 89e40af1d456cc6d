namespace CoroutineGen.Fuzz.Worlds;

/// <summary>A coroutine of either kind as scripts and programs see it: what can be done with it, and what can be read off it.</summary>
public abstract class Slot
{
    private Exception? _failure;

    public abstract CoroutineState State { get; }

    public abstract string Current { get; }

    public abstract string Result { get; }

    public abstract Exception? Error { get; }

    public abstract object? Delegate { get; }

    public abstract bool MoveNext();

    public abstract bool TrySend(int value);

    public abstract bool TryThrow(Exception error);

    public abstract void Close();

    /// <summary>Whether its operations have to be awaited: then there are only these.</summary>
    public virtual bool IsAsync => false;

    public virtual ValueTask<bool> MoveNextAsync() => new(MoveNext());

    public virtual ValueTask<bool> TrySendAsync(int value) => new(TrySend(value));

    public virtual ValueTask<bool> TryThrowAsync(Exception error) => new(TryThrow(error));

    public virtual ValueTask CloseAsync()
    {
        Close();
        return default;
    }

    public virtual void Abandon()
    {
    }

    /// <summary>Goes on with a fork, where the coroutine can be forked: nobody may notice.</summary>
    public abstract void Fork();

    /// <summary>Goes on with what is restored of its saved text, where the coroutine can be saved: nobody may notice.</summary>
    /// <param name="storage">Saves it.</param>
    /// <param name="how">0 to leave it, 1 to restore it, 2 and 3 to overwrite too what is not saved, of what is restored or of itself.</param>
    internal void Save(Storage storage, int how)
    {
        // Of what has failed only a name and a text are saved; what it was, a trace tells.
        _failure = Error is null or RestoredErrorException ? _failure : Error;
        if (storage.IsUsedAlways)
            how = 1 + (how & 1);
        if (how is 1 or 2)
            Restore(storage, how == 2);
        else if (how == 3)
            storage.Poisoned(Held);
    }

    /// <summary>The error with which it has ended, also where that was restored by its name.</summary>
    public Exception? Failure => Error is RestoredErrorException restored && _failure is { } known
        && restored.OriginalType == known.GetType().FullName && restored.Message == known.Message ? known : Error;

    /// <summary>The coroutine itself.</summary>
    protected abstract object Held { get; }

    private protected abstract void Restore(Storage storage, bool poisons);

    protected static T Forked<T>(T coroutine)
    {
        try
        {
            return coroutine is IForkable<T> forkable ? forkable.Fork() : coroutine;
        }
        catch (CoroutineForkException)
        {
            return coroutine;
        }
    }
}

/// <summary>A coroutine that yields and is sent ints.</summary>
internal sealed class TwoWaySlot(ICoroutine<int, int, int> coroutine) : Slot
{
    private ICoroutine<int, int, int> _coroutine = coroutine;

    public override CoroutineState State => _coroutine.State;

    public override string Current => _coroutine.Current.ToString();

    public override string Result => _coroutine.HasResult ? _coroutine.Result.ToString() : "none";

    public override Exception? Error => _coroutine switch
    {
        Coroutine<int, int, int> generated => generated.Error,
        Reference<int, int, int> reference => reference.Error,
        _ => null,
    };

    public override object? Delegate => (_coroutine as Coroutine<int>)?.Delegate;

    public override bool MoveNext() => _coroutine.MoveNext();

    public override bool TrySend(int value) => _coroutine.TrySend(value);

    public override bool TryThrow(Exception error) => _coroutine.TryThrow(error);

    public override void Close() => _coroutine.Close();

    public override void Abandon() => (_coroutine as Reference<int, int, int>)?.Abandon();

    public override void Fork() => _coroutine = Forked(_coroutine);

    protected override object Held => _coroutine;

    private protected override void Restore(Storage storage, bool poisons) => _coroutine = storage.Again(_coroutine, poisons);
}

/// <summary>A consumer: it yields nothing, and is sent ints.</summary>
internal sealed class ConsumerSlot(ICoroutine<Unit, int, int> coroutine) : Slot
{
    private ICoroutine<Unit, int, int> _coroutine = coroutine;

    public override CoroutineState State => _coroutine.State;

    public override string Current => _coroutine.Current.ToString()!;

    public override string Result => _coroutine.HasResult ? _coroutine.Result.ToString() : "none";

    public override Exception? Error => _coroutine is Reference<Unit, int, int> reference ? reference.Error : (_coroutine as Coroutine<Unit, int, int>)?.Error;

    public override object? Delegate => (_coroutine as Coroutine<Unit>)?.Delegate;

    public override bool MoveNext() => _coroutine.MoveNext();

    public override bool TrySend(int value) => _coroutine.TrySend(value);

    public override bool TryThrow(Exception error) => _coroutine.TryThrow(error);

    public override void Close() => _coroutine.Close();

    public override void Abandon() => (_coroutine as Reference<Unit, int, int>)?.Abandon();

    public override void Fork() => _coroutine = Forked(_coroutine);

    protected override object Held => _coroutine;

    private protected override void Restore(Storage storage, bool poisons) => _coroutine = storage.Again(_coroutine, poisons);
}

/// <summary>A one-way coroutine: what it is sent is dropped, and it has no result.</summary>
internal sealed class OneWaySlot(ICoroutine<int> coroutine) : Slot
{
    private ICoroutine<int> _coroutine = coroutine;

    public override CoroutineState State => _coroutine.State;

    public override string Current => _coroutine.Current.ToString();

    public override string Result => "";

    public override Exception? Error => _coroutine is Reference<int, Unit, int> reference ? reference.Error : (_coroutine as Coroutine<int>)?.Error;

    public override object? Delegate => (_coroutine as Coroutine<int>)?.Delegate;

    public override bool MoveNext() => _coroutine.MoveNext();

    public override bool TrySend(int value) => _coroutine.MoveNext();

    public override bool TryThrow(Exception error) => _coroutine.TryThrow(error);

    public override void Close() => _coroutine.Close();

    public override void Abandon() => (_coroutine as Reference<int, Unit, int>)?.Abandon();

    public override void Fork() => _coroutine = Forked(_coroutine);

    protected override object Held => _coroutine;

    private protected override void Restore(Storage storage, bool poisons) => _coroutine = storage.Again(_coroutine, poisons);
}
