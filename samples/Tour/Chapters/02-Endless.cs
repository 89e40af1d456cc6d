using CoroutineGen;

namespace Tour;

/// <summary>An infinite loop is fine: it runs only as far as it is asked to.</summary>
static partial class Endless
{
    [Coroutine]
    static void Fibonacci(Yield<long> yield)
    {
        long a = 0, b = 1;
        while (true)
        {
            yield(a);
            (a, b) = (b, a + b);
        }
    }

    // The yield parameter may stand anywhere: in front, it leaves room for default values, which the generated overload has too.
    [Coroutine]
    static void Count(Yield<int> yield, int from = 0, int step = 1)
    {
        for (int n = from; ; n += step)
            yield(n);
    }

    public static void Tell()
    {
        Console.WriteLine($"The first twelve Fibonacci numbers: {string.Join(" ", Fibonacci().Take(12))}");
        Console.WriteLine($"Default values, as in the method: {string.Join(" ", Count(step: 5).Take(4))}");

        var even = Count(step: 2);
        var odd = Count(from: 1, step: 2);
        Console.WriteLine($"Two of them, in turns: {even.Next()} {odd.Next()} {even.Next()} {odd.Next()} {even.Next()} {odd.Next()}");

        foreach (int n in even)
        {
            if (n > 8)
                break;
        }
        Console.WriteLine($"foreach closes the coroutine that it leaves early: {even}; the other one still waits: {odd}");
    }
}
