namespace CoroutineGen.Fuzz.Worlds;

/// <summary>An asynchronous coroutine of any kind: what is not one of ints is sent nothing, and one without a result has none.</summary>
internal sealed class AsyncSlot<TYield>(IAsyncCoroutine<TYield> coroutine) : Slot
{
    public override bool IsAsync => true;

    public override CoroutineState State => coroutine.State;

    public override string Current => coroutine.Current!.ToString()!;

    public override string Result => coroutine switch
    {
        not IAsyncCoroutine<TYield, int> => "",
        ICoroutineResult<int> { HasResult: true } returned => returned.Result.ToString(),
        _ => "none",
    };

    public override Exception? Error => coroutine is IFallible reference ? reference.Error : (coroutine as AsyncCoroutine<TYield>)?.Error;

    public override object? Delegate => (coroutine as AsyncCoroutine<TYield>)?.Delegate;

    public override bool MoveNext() => throw new NotSupportedException();

    public override bool TrySend(int value) => throw new NotSupportedException();

    public override bool TryThrow(Exception error) => throw new NotSupportedException();

    public override void Close() => throw new NotSupportedException();

    public override ValueTask<bool> MoveNextAsync() => Refusing(coroutine.MoveNextAsync());

    public override ValueTask<bool> TrySendAsync(int value)
        => Refusing(coroutine is IAsyncCoroutine<TYield, int> receiver ? receiver.TrySendAsync(value) : coroutine.MoveNextAsync());

    public override ValueTask<bool> TryThrowAsync(Exception error) => Refusing(coroutine.TryThrowAsync(error));

    public override ValueTask CloseAsync() => coroutine.CloseAsync();

    public override void Fork()
    {
    }

    protected override object Held => coroutine;

    private protected override void Restore(Storage storage, bool poisons) => coroutine = storage.Again(coroutine, poisons);

    /// <summary>While an operation waits, or its answer has not been taken, another one is refused by its call (rule 117).</summary>
    private ValueTask<bool> Refusing(ValueTask<bool> operation)
    {
        if (operation.IsCompleted || coroutine is IFallible)
            return operation;
        try
        {
            _ = coroutine.MoveNextAsync();
        }
        catch (CoroutineStateException refused) when (refused.Reason == CoroutineStateReason.Running)
        {
            return operation;
        }
        throw new InvalidOperationException("An operation was begun while another one was in progress.");
    }
}
