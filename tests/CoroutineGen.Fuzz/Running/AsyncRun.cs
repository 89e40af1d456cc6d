using CoroutineGen.Fuzz.Worlds;

namespace CoroutineGen.Fuzz.Running;

/// <summary>
/// Runs a program whose coroutines await: its reference with all awaits ready chooses the steps; then nothing may be otherwise however
/// they go, in the reference, which is C#'s own, and in what is generated.
/// </summary>
internal static class AsyncRun
{
    public static async Task<ChildAnswer> Of(Type host, ChildProgram program, int operations)
    {
        var (first, steps) = await Chosen(host, program, operations);
        var saves = new Dictionary<string, int>();
        foreach (var (isReference, schedule) in Runs(program.Seed))
        {
            var world = World(host, program, isReference, schedule);
            await Script.ReplayAsync(world, program.Seed, steps);
            string[] trace = [.. world.Trace];
            if (isReference)
                world.Abandon();
            if (!first.AsSpan().SequenceEqual(trace))
                return new(0, Begins: false, first, trace, isReference);
            foreach (var (outcome, count) in world.Storage.Outcomes)
                saves[outcome] = saves.GetValueOrDefault(outcome) + count;
        }
        return new(0, Begins: false, Saves: saves);
    }

    /// <summary>A program that is compared with CPython: with awaits that are ready, and with some that are not.</summary>
    public static async Task<ChildAnswer> Protocol(Type host, ChildProgram program, int operations)
    {
        string[]? first = null;
        foreach (int schedule in new[] { Schedule.Ready, Schedule.Pool, program.Seed | 2 })
        {
            var world = (ProtocolWorld)ChildProcess.World(host, isReference: false);
            world.Schedule = new(schedule);
            await ProtocolScript.RunAsync(world, program.Seed, operations);
            string[] trace = [.. world.Trace];
            if (!trace.AsSpan().SequenceEqual(first ??= trace))
                return new(0, Begins: false, first, trace);
        }
        return new(0, Begins: false, Actual: first);
    }

    private static async Task<(string[] Trace, List<Step> Steps)> Chosen(Type host, ChildProgram program, int operations)
    {
        var world = World(host, program, isReference: true, Schedule.Ready);
        var steps = await Script.ChooseAsync(world, program.Seed, operations, program.Closes);
        string[] trace = [.. world.Trace];
        world.Abandon();
        return (trace, steps);
    }

    private static (bool IsReference, int Schedule)[] Runs(int seed)
        => [(true, seed | 2), (false, Schedule.Ready), (false, Schedule.Pool), (false, seed | 2), (false, ~seed | 2)];

    private static World World(Type host, ChildProgram program, bool isReference, int schedule)
    {
        var world = ChildProcess.World(host, isReference);
        world.IsAsync = true;
        world.TellsContexts = !program.Saves;
        world.Schedule = new(schedule);
        return world;
    }
}
