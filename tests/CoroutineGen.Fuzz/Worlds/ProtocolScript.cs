namespace CoroutineGen.Fuzz.Worlds;

/// <summary>One step of a protocol script: dice, from which each side makes an operation by the state that it finds.</summary>
public readonly record struct ProtocolStep(int Slot, int Dice, int Kind, int Value);

public static class ProtocolScript
{
    public static ProtocolStep[] Of(int seed, int count)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, count).Select(_ => new ProtocolStep(
                random.Next(10) switch { < 6 => 0, < 8 => 1, _ => 2 }, random.Next(100), random.Next(6), random.Next(12))),
        ];
    }

    public static void Run(ProtocolWorld world, int seed, int count)
    {
        for (int slot = 0; slot < world.Slots.Length; slot++)
            world.Renew(slot, slot % world.Count, slot, 0);
        foreach (var step in Of(seed, count))
        {
            var target = world.Slots[step.Slot]!;
            var operation = Choose(target.State, step.Dice);
            world.Log($"> {step.Slot} {operation} {step.Value}");
            if (operation == Operation.Renew)
            {
                world.Refuel();
                world.Renew(step.Slot, step.Slot % world.Count, step.Value, 0);
            }
            else
            {
                world.Do(target, operation, step.Kind, step.Value);
            }
            world.Log("  now " + string.Join(" ", world.Slots.Select(s => s!.State)));
        }
    }

    /// <summary>The same for asynchronous coroutines.</summary>
    public static async Task RunAsync(ProtocolWorld world, int seed, int count)
    {
        for (int slot = 0; slot < world.Slots.Length; slot++)
            world.Renew(slot, slot % world.Count, slot, 0);
        foreach (var step in Of(seed, count))
        {
            var target = world.Slots[step.Slot]!;
            var operation = world.IsSpoiled(target) ? Operation.Renew : Choose(target.State, step.Dice);
            world.Log($"> {step.Slot} {operation} {step.Value}");
            if (operation == Operation.Renew)
            {
                world.Refuel();
                world.Renew(step.Slot, step.Slot % world.Count, step.Value, 0);
            }
            else
            {
                await world.DoAsync(target, operation, step.Kind, step.Value);
            }
            world.Log("  now " + string.Join(" ", world.Slots.Select(s => world.IsSpoiled(s!) ? "Spoiled" : s!.State.ToString())));
        }
    }

    /// <summary>The same table is in protocol.py.</summary>
    private static Operation Choose(CoroutineState state, int dice) => state switch
    {
        CoroutineState.Created => dice < 78 ? Operation.MoveNext : dice < 84 ? Operation.Send : dice < 92 ? Operation.Throw : Operation.Close,
        CoroutineState.Suspended => dice < 42 ? Operation.Send : dice < 66 ? Operation.Throw : dice < 76 ? Operation.Close : Operation.MoveNext,
        _ => dice < 70 ? Operation.Renew : dice < 80 ? Operation.MoveNext : dice < 90 ? Operation.Send : dice < 95 ? Operation.Throw : Operation.Close,
    };
}
