namespace CoroutineGen.Fuzz.Worlds;

/// <summary>One step of a script.</summary>
public readonly record struct Step(int Slot, Operation Operation, int Value, bool OnAnotherThread);

/// <summary>
/// A run of a program. The reference chooses each step by the state that it finds, since steps chosen blindly would mostly meet closed
/// coroutines; the generated coroutines then get the same steps.
/// </summary>
public static class Script
{
    public static List<Step> Choose(World world, int seed, int count, bool closes, bool threads)
    {
        var random = new Random(seed);
        var steps = new List<Step>();
        Begin(world, seed);
        for (int i = 0; i < count; i++)
        {
            int slot = random.Next(10) switch { < 6 => 0, < 8 => 1, _ => 2 };
            var operation = Next(world.Slots[slot]!.State, random.Next(100), closes);
            int value = operation == Operation.Throw ? Thrown(random, closes) : random.Next(-2, 12);
            var step = new Step(slot, operation, value, random.Next(20) == 0 && threads);
            steps.Add(step);
            Do(world, step);
        }
        End(world);
        return steps;
    }

    /// <summary>The same for a world whose operations are awaited.</summary>
    public static async Task<List<Step>> ChooseAsync(World world, int seed, int count, bool closes)
    {
        var random = new Random(seed);
        var steps = new List<Step>();
        Begin(world, seed);
        for (int i = 0; i < count; i++)
        {
            int slot = random.Next(10) switch { < 6 => 0, < 8 => 1, _ => 2 };
            var operation = Next(world.Slots[slot]!.State, random.Next(100), closes);
            int value = operation == Operation.Throw ? Thrown(random, closes) : random.Next(-2, 12);
            var step = new Step(slot, operation, value, random.Next(10) == 0);
            steps.Add(step);
            await DoAsync(world, step, 1000 * (i + 1));
        }
        End(world);
        return steps;
    }

    /// <summary>
    /// Replays steps in a world whose operations are awaited: some in the synchronization context of another thread, some on the pool,
    /// where the script then goes on.
    /// </summary>
    public static async Task ReplayAsync(World world, int seed, List<Step> steps)
    {
        Begin(world, seed);
        for (int i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            int number = 1000 * (i + 1);
            if (step.OnAnotherThread && (i & 1) == 0)
                await Schedule.Place.Run(() => DoAsync(world, step, number));
            else if (step.OnAnotherThread)
                await Task.Run(() => DoAsync(world, step, number));
            else
                await DoAsync(world, step, number);
        }
        End(world);
    }

    public static void Replay(World world, int seed, List<Step> steps)
    {
        Begin(world, seed);
        foreach (var step in steps)
        {
            if (!step.OnAnotherThread || world.IsReference)
            {
                Do(world, step);
                continue;
            }
            var thread = new Thread(() => Do(world, step));
            thread.Start();
            thread.Join();
        }
        End(world);
    }

    /// <summary>Two of three programs are saved at each suspension; in the others it is also seen what goes on without having been saved.</summary>
    private static void Begin(World world, int seed)
    {
        world.Storage.IsUsedAlways = seed % 3 != 0;
        for (int slot = 0; slot < world.Slots.Length; slot++)
            world.Renew(slot, slot % world.Count, (seed + slot) & 7, slot + 1);
    }

    private static void Do(World world, Step step)
    {
        var target = world.Slots[step.Slot]!;
        world.Log($"> {step.Slot} {step.Operation} {step.Value}");
        if (step.Operation == Operation.Renew)
        {
            world.Refuel();
            world.Renew(step.Slot, step.Slot % world.Count, step.Value & 7, step.Value & 3);
        }
        else
        {
            target.Fork();
            if (!world.IsReference)
                target.Save(world.Storage, (world.Trace.Count + step.Value) & 3);
            Operations.Do(world, target, step.Operation, step.Value);
        }
        world.Log("  now " + string.Join(" ", world.Slots.Select(s => Describe(s!))));
    }

    /// <param name="world">The world.</param>
    /// <param name="step">What to do.</param>
    /// <param name="ambient">What the script's own execution context has meanwhile.</param>
    private static async Task DoAsync(World world, Step step, int ambient)
    {
        world.Ambient.Value = ambient;
        var target = world.Slots[step.Slot]!;
        world.Log($"> {step.Slot} {step.Operation} {step.Value}");
        if (step.Operation == Operation.Renew)
        {
            world.Refuel();
            world.Renew(step.Slot, step.Slot % world.Count, step.Value & 7, step.Value & 3);
        }
        else
        {
            if (!world.IsReference)
                target.Save(world.Storage, (world.Trace.Count + step.Value) & 3);
            await Operations.DoAsync(world, target, step.Operation, step.Value);
        }
        world.Log("  now " + string.Join(" ", world.Slots.Select(s => Describe(s!))));
    }

    private static void End(World world) => world.Log(world.Describe());

    private static string Describe(Slot slot) => slot.State switch
    {
        CoroutineState.Suspended => HasCurrent(slot) ? "Suspended" : "Suspended without a value",
        CoroutineState.Closed => $"closed({slot.Result}{(slot.Failure is { } error ? ", " + Errors.Describe(error) : "")})",
        var state => state.ToString(),
    };

    /// <summary>
    /// Whether there is a value (rule 31). Which one it is, the operation that handed it out has told: once others have gone on with a shared
    /// inner coroutine, a delegator may show either its own last value or theirs.
    /// </summary>
    private static bool HasCurrent(Slot slot)
    {
        try
        {
            return slot.Current.Length > 0;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static Operation Next(CoroutineState state, int dice, bool closes) => state switch
    {
        CoroutineState.Created => dice switch
        {
            < 78 => Operation.MoveNext,
            < 84 => Operation.Send,
            < 92 => Operation.Throw,
            _ => closes ? Operation.Close : Operation.MoveNext,
        },
        CoroutineState.Suspended => dice switch
        {
            < 42 => Operation.Send,
            < 66 => Operation.Throw,
            < 76 => closes ? Operation.Close : Operation.Send,
            _ => Operation.MoveNext,
        },
        _ => dice switch
        {
            < 70 => Operation.Renew,
            < 80 => Operation.MoveNext,
            < 90 => Operation.Send,
            < 95 => Operation.Throw,
            _ => closes ? Operation.Close : Operation.MoveNext,
        },
    };

    /// <summary>A payload whose low bits choose the kind. Exit only where the program is ready for it; Done seldom.</summary>
    private static int Thrown(Random random, bool closes)
    {
        int kind = random.Next(20) switch { < 7 => 0, < 12 => 1, < 17 => 2, < 19 => closes ? 3 : 2, _ => 4 };
        return (random.Next(6) * 8) + kind;
    }
}
