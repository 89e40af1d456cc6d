using CoroutineGen;

namespace Tour;

/// <summary>A call makes a coroutine and runs nothing; each step runs it to its next <c>yield</c>.</summary>
static partial class Pausing
{
    [Coroutine]
    static void Countdown(int from, Yield<int> yield)
    {
        Console.WriteLine("   (the body starts)");
        for (int n = from; n > 0; n--)
            yield(n);
        Console.WriteLine("   (the body ends)");
    }

    public static void Tell()
    {
        // This calls the generated overload: the same name, without the yield parameter.
        var countdown = Countdown(from: 4);
        Console.WriteLine($"Calling the method runs none of it: {countdown}");

        bool more = countdown.MoveNext();
        Console.WriteLine($"MoveNext ran it to its first yield: {more}, Current = {countdown.Current}, {countdown}");

        int next = countdown.Next();
        Console.WriteLine($"Next moves and returns the value in one call: {next}");

        Console.WriteLine("foreach goes on from there:");
        foreach (int n in countdown)
            Console.WriteLine($"   {n}");

        Console.WriteLine($"It has ended for good: {countdown}, MoveNext = {countdown.MoveNext()}");
        Console.WriteLine($"Every call makes a fresh one: {string.Join(", ", Countdown(from: 2))}");
        Console.WriteLine($"A body that reaches no yield ends at the first step: MoveNext = {Countdown(from: 0).MoveNext()}");
    }
}
