using System.Reflection;
using System.Runtime.Versioning;
using CoroutineGen;
using Streams;

Console.WriteLine(typeof(Unit).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName);

await using var averages = await Feed.Averages(2).PrimeAsync();
Console.WriteLine(await averages.SendAsync(10));
Console.WriteLine($"{await averages.TrySendAsync(20)}, {averages.Result}");

var log = new List<string>();
await foreach (int i in Feed.Count(log).ConfigureAwait(false))
{
    Console.WriteLine(i);
    if (i == 3)
        break;
}
using var stop = new CancellationTokenSource();
try
{
    await foreach (int i in Feed.Count(log).WithCancellation(stop.Token))
        if (i == 3)
            stop.Cancel();
}
catch (OperationCanceledException)
{
    log.Add("cancelled");
}
Console.WriteLine(string.Join(", ", log));

await foreach (string line in Lines.Both())
    Console.WriteLine(line);

// What a body sets is its own, also where the caller's context does not flow.
foreach (var ambient in new AsyncCoroutine<string?>[] { Lines.Sets(), Lines.SetsAndWaits() })
{
    var flow = ExecutionContext.SuppressFlow();
    var moved = ambient.MoveNextAsync();
    Console.WriteLine($"{Lines.Ambient.Value ?? "nothing"}, suppressed: {ExecutionContext.IsFlowSuppressed()}");
    flow.Undo();
    await moved;
    await ambient.MoveNextAsync();
    Console.WriteLine($"{ambient.Current}, {Lines.Ambient.Value ?? "nothing"}");
}

/// <summary>What is generated for the program itself is compiled against that library too.</summary>
static partial class Lines
{
    public static readonly AsyncLocal<string?> Ambient = new();

    [Coroutine]
    public static async Task Sets(AsyncYield<string?> yield)
    {
        Ambient.Value = "the body's";
        await yield(Ambient.Value);
        await yield(Ambient.Value);
    }

    [Coroutine]
    public static async Task SetsAndWaits(AsyncYield<string?> yield)
    {
        Ambient.Value = "the body's";
        await Task.Yield();
        await yield(Ambient.Value);
        await yield(Ambient.Value);
    }

    [Coroutine]
    public static async Task Both(AsyncYield<string> yield)
    {
        await yield("one");
        await Task.Yield();
        await yield("two");
    }
}
