using CoroutineGen;

namespace Tour;

/// <summary>The end of the tour: await yield.From takes what awaits and what does not, and a value costs the same at any depth.</summary>
static partial class Gathering
{
    [Coroutine]
    static async Task<int> Mixed(AsyncYield<string> yield)
    {
        await yield.From(Plain());
        await yield.From(Streamed());
        await yield.From(["a list"]);
        return 1 + await yield.From(Counted());
    }

    [Coroutine]
    static void Plain(Yield<string> yield) => yield("a coroutine that awaits nothing");

    static async IAsyncEnumerable<string> Streamed()
    {
        await Task.Yield();
        yield return "an IAsyncEnumerable";
    }

    [Coroutine]
    static async Task<int> Counted(AsyncYield<string> yield)
    {
        await yield("one that awaits, and has a result");
        await Task.Yield();
        return 41;
    }

    [Coroutine]
    static async Task Down(int levels, AsyncYield<int> yield)
    {
        if (levels > 0)
            await yield.From(Down(levels - 1));
        else
            for (int i = 1; i <= 3; i++)
            {
                await Task.Yield();
                await yield(i);
            }
    }

    public static async Task Tell()
    {
        Console.WriteLine("Whatever gives values:");
        var mixed = Mixed();
        await foreach (string source in mixed)
            Console.WriteLine($"   {source}");
        Console.WriteLine($"The result comes through: {mixed.Result}");

        Console.Write("From 100,000 levels down, each of them an await:");
        await foreach (int value in Down(100_000))
            Console.Write($" {value}");
        Console.WriteLine();
    }
}
