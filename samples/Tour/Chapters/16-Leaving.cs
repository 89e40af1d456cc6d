using CoroutineGen;

namespace Tour;

/// <summary>Who leaves an await foreach waits until the finally blocks are done, with all that they await. A token only tells the body.</summary>
static partial class Leaving
{
    [Coroutine]
    static async Task Visits(AsyncYield<string> yield, CancellationToken token = default)
    {
        try
        {
            for (int day = 1; ; day++)
            {
                await yield($"day {day}");
                await Task.Delay(TimeSpan.FromMilliseconds(1), token);
            }
        }
        finally
        {
            await Task.Yield();
            Console.WriteLine("   (bags are packed)");
        }
    }

    public static async Task Tell()
    {
        Console.WriteLine("Left by break:");
        await foreach (string day in Visits())
        {
            Console.WriteLine($"   {day}");
            if (day == "day 2")
                break;
        }

        Console.WriteLine("Cancelled, where it awaits:");
        using var recalled = new CancellationTokenSource();
        try
        {
            await foreach (string day in Visits().WithCancellation(recalled.Token))
            {
                Console.WriteLine($"   {day}");
                recalled.Cancel();
            }
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("And the loop hears of it");
        }
    }
}
