namespace CoroutineGen.Fuzz.Worlds;

// The same for asynchronous coroutines. The counterpart of async_protocol.py.
public abstract partial class ProtocolWorld
{
    private readonly HashSet<Slot> _spoiled = [];

    public new async Task PokeAsync(int slot, int operation, int value)
    {
        if (!HasFuel())
            return;
        var target = Slots[slot]!;
        if (IsSpoiled(target))
            return;
        Log($"poke {slot} {operation} when {target.State}");
        await DoAsync(target, (Operation)operation, ((value % 6) + 6) % 6, value);
    }

    /// <summary>Whether it has ignored an exit: the counterpart of rule 119 in differences.py.</summary>
    public bool IsSpoiled(Slot target) => _spoiled.Contains(target);

    public async Task DoAsync(Slot target, Operation operation, int kind, int value)
    {
        string outcome;
        try
        {
            outcome = await ApplyAsync(target, operation, kind, value);
        }
        catch (CoroutineStateException ignored) when (ignored.Reason == CoroutineStateReason.IgnoredExit && operation == Operation.Close)
        {
            _spoiled.Add(target);
            outcome = "raises " + Errors.Describe(ignored);
        }
        catch (Exception error)
        {
            outcome = "raises " + Errors.Describe(error);
        }
        Log($"  {operation} {outcome}");
    }

    private static async ValueTask<string> ApplyAsync(Slot target, Operation operation, int kind, int value)
    {
        bool yields;
        switch (operation)
        {
            case Operation.MoveNext:
                yields = await target.MoveNextAsync();
                break;
            case Operation.Send:
                yields = await target.TrySendAsync(value);
                break;
            case Operation.Throw:
                int thrown = Kinds[kind];
                yields = await target.TryThrowAsync(Errors.Make(thrown == 4 && target.State == CoroutineState.Created ? 0 : thrown, value));
                break;
            default:
                await target.CloseAsync();
                return "ends";
        }
        return yields ? $"yields {target.Current}" : "ends";
    }
}
