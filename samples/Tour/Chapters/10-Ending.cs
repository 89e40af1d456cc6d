using CoroutineGen;

namespace Tour;

/// <summary>How a coroutine ends: it returns, it fails, or it is thrown out of; and what it tells afterwards.</summary>
static partial class Ending
{
    [Coroutine]
    static int Sum(int[] numbers, Yield<int> yield)
    {
        int sum = 0;
        foreach (int n in numbers)
        {
            sum += n;
            yield(sum);
        }
        return sum;
    }

    [Coroutine]
    static void Divide(int[] divisors, Yield<int> yield)
    {
        foreach (int divisor in divisors)
            yield(100 / divisor);
    }

    [Coroutine]
    static void Careless(Yield<int> yield)
    {
        yield(1);
        yield(Sum([]).Next());        // Next of a coroutine that has nothing: nobody catches what it throws
    }

    public static void Tell()
    {
        var sum = Sum([1, 2, 3]);
        Console.WriteLine($"Running totals {string.Join(" ", sum)}, and the method's own result: {sum.Result}");
        Console.WriteLine($"No result before the end: TryGetResult = {Sum([1]).TryGetResult(out _)}");

        var done = Expect.Failure<CoroutineCompletedException>(() => sum.Next());
        Console.WriteLine($"Next, which must return a value, has none to return: {done.GetType().Name}");

        var divide = Divide([4, 0, 5]);
        Console.WriteLine($"A step that works: {divide.Next()}");
        var failure = Expect.Failure<DivideByZeroException>(() => divide.Next());
        Console.WriteLine($"A failure comes out of the step that ran into it: {failure.GetType().Name}");
        Console.WriteLine($"It is kept, it ends the coroutine, and is not raised again: {divide}, "
            + $"the same object: {ReferenceEquals(divide.Error, failure)}, MoveNext = {divide.MoveNext()}");

        var fresh = Sum([1]);
        var thrown = new TimeoutException();
        var back = Expect.Failure<TimeoutException>(() => fresh.Throw(thrown));
        Console.WriteLine($"Thrown into a fresh one, an exception comes straight back: {ReferenceEquals(back, thrown)}, {fresh}");

        var careless = Careless();
        careless.Next();
        var leak = Expect.Failure<CoroutineStateException>(() => careless.Next());
        Console.WriteLine("A completion that leaks from a body is no end, it is a fault: "
            + $"{leak.Reason}, caused by {leak.InnerException!.GetType().Name}");
    }
}
