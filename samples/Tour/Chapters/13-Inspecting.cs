using CoroutineGen;

namespace Tour;

/// <summary>A coroutine answers questions about itself at any time.</summary>
static partial class Inspecting
{
    [Coroutine]
    static void Steps(Yield<int> yield)
    {
        yield(1);
        yield(2);
    }

    [Coroutine]
    static string Project(Yield<int> yield)
    {
        yield(0);
        yield.From(Steps());
        return "all steps done";
    }

    sealed class Loop
    {
        public Coroutine<int>? Self { get; set; }
    }

    [Coroutine]
    static void Selfish(Loop loop, Yield<int> yield)
    {
        Console.WriteLine($"   (in its own body it is {loop.Self!.State})");
        var refusal = Expect.Failure<CoroutineStateException>(() => loop.Self.MoveNext());
        Console.WriteLine($"   (resuming itself is refused: {refusal.Reason})");
        yield(1);
    }

    static void Describe(Coroutine<int, Unit, string> project)
    {
        string current = project.State == CoroutineState.Suspended ? $"{project.Current}" : "-";
        string result = project.TryGetResult(out string? text) ? $"\"{text}\"" : "-";
        Console.WriteLine($"   {project.State,-9}  Current {current}  Result {result,-16}  {project.SuspendedAt}");
        if (project.Delegate is { } inner)
            Console.WriteLine($"             it delegates to {inner}");
    }

    public static void Tell()
    {
        var project = Project();
        Describe(project);
        while (project.MoveNext())
            Describe(project);
        Describe(project);

        var misuse = Expect.Failure<InvalidOperationException>(() => _ = project.Current);
        Console.WriteLine($"Current is there only while it waits: {misuse.GetType().Name}");

        Console.WriteLine("While a coroutine runs, nobody can resume it, not even itself:");
        var loop = new Loop();
        loop.Self = Selfish(loop);
        loop.Self.Next();
        Console.WriteLine($"It carries on, as it handled that: {loop.Self}, Error = {loop.Self.Error?.Message ?? "none"}");
    }
}
