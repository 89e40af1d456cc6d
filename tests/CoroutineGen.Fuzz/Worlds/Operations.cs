namespace CoroutineGen.Fuzz.Worlds;

/// <summary>What can be done with a coroutine.</summary>
public enum Operation
{
    MoveNext,
    Send,
    Throw,
    Close,
    Renew,
}

/// <summary>Does an operation and writes down what came of it.</summary>
public static class Operations
{
    public static void Do(World world, Slot target, Operation operation, int value)
    {
        string outcome;
        try
        {
            outcome = Apply(target, operation, value) ? $"yields {target.Current}" : $"ends {target.Result}";
        }
        catch (Exception error)
        {
            outcome = "raises " + Errors.Describe(error);
        }
        world.Log($"  {operation} {outcome}");
    }

    /// <summary>The same with one that may have to be awaited.</summary>
    public static async Task DoAsync(World world, Slot target, Operation operation, int value)
    {
        string outcome;
        try
        {
            outcome = await ApplyAsync(target, operation, value) ? $"yields {target.Current}" : $"ends {target.Result}";
        }
        catch (Exception error)
        {
            outcome = "raises " + Errors.Describe(error);
        }
        world.Log($"  {operation} {outcome}");
    }

    private static async ValueTask<bool> ApplyAsync(Slot target, Operation operation, int value)
    {
        switch (operation)
        {
            case Operation.MoveNext:
                return await target.MoveNextAsync();
            case Operation.Send:
                return await target.TrySendAsync(value);
            case Operation.Throw:
                return await target.TryThrowAsync(Errors.Make(value % 8 % 5, value));
            default:
                await target.CloseAsync();
                return false;
        }
    }

    private static bool Apply(Slot target, Operation operation, int value)
    {
        switch (operation)
        {
            case Operation.MoveNext:
                return target.MoveNext();
            case Operation.Send:
                return target.TrySend(value);
            case Operation.Throw:
                // The kind of exception is in the value, so that a script is a list of numbers.
                return target.TryThrow(Errors.Make(value % 8 % 5, value));
            default:
                target.Close();
                return false;
        }
    }
}
