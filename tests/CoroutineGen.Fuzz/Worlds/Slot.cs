namespace CoroutineGen.Fuzz.Worlds;

/// <summary>A coroutine of either kind as scripts and programs see it: what can be done with it, and what can be read off it.</summary>
public abstract class Slot
{
    public abstract CoroutineState State { get; }

    public abstract string Current { get; }

    public abstract string Result { get; }

    public abstract Exception? Error { get; }

    public abstract object? Delegate { get; }

    public abstract bool MoveNext();

    public abstract bool TrySend(int value);

    public abstract bool TryThrow(Exception error);

    public abstract void Close();

    public virtual void Abandon()
    {
    }
}

/// <summary>A coroutine that yields and is sent ints.</summary>
internal sealed class TwoWaySlot(ICoroutine<int, int, int> coroutine) : Slot
{
    public override CoroutineState State => coroutine.State;

    public override string Current => coroutine.Current.ToString();

    public override string Result => coroutine.HasResult ? coroutine.Result.ToString() : "none";

    public override Exception? Error => coroutine switch
    {
        Coroutine<int, int, int> generated => generated.Error,
        Reference<int, int, int> reference => reference.Error,
        _ => null,
    };

    public override object? Delegate => (coroutine as Coroutine<int>)?.Delegate;

    public override bool MoveNext() => coroutine.MoveNext();

    public override bool TrySend(int value) => coroutine.TrySend(value);

    public override bool TryThrow(Exception error) => coroutine.TryThrow(error);

    public override void Close() => coroutine.Close();

    public override void Abandon() => (coroutine as Reference<int, int, int>)?.Abandon();
}

/// <summary>A consumer: it yields nothing, and is sent ints.</summary>
internal sealed class ConsumerSlot(ICoroutine<Unit, int, int> coroutine) : Slot
{
    public override CoroutineState State => coroutine.State;

    public override string Current => coroutine.Current.ToString()!;

    public override string Result => coroutine.HasResult ? coroutine.Result.ToString() : "none";

    public override Exception? Error => coroutine is Reference<Unit, int, int> reference ? reference.Error : (coroutine as Coroutine<Unit, int, int>)?.Error;

    public override object? Delegate => (coroutine as Coroutine<Unit>)?.Delegate;

    public override bool MoveNext() => coroutine.MoveNext();

    public override bool TrySend(int value) => coroutine.TrySend(value);

    public override bool TryThrow(Exception error) => coroutine.TryThrow(error);

    public override void Close() => coroutine.Close();

    public override void Abandon() => (coroutine as Reference<Unit, int, int>)?.Abandon();
}

/// <summary>A one-way coroutine: what it is sent is dropped, and it has no result.</summary>
internal sealed class OneWaySlot(ICoroutine<int> coroutine) : Slot
{
    public override CoroutineState State => coroutine.State;

    public override string Current => coroutine.Current.ToString();

    public override string Result => "";

    public override Exception? Error => coroutine is Reference<int, Unit, int> reference ? reference.Error : (coroutine as Coroutine<int>)?.Error;

    public override object? Delegate => (coroutine as Coroutine<int>)?.Delegate;

    public override bool MoveNext() => coroutine.MoveNext();

    public override bool TrySend(int value) => coroutine.MoveNext();

    public override bool TryThrow(Exception error) => coroutine.TryThrow(error);

    public override void Close() => coroutine.Close();

    public override void Abandon() => (coroutine as Reference<int, Unit, int>)?.Abandon();
}
