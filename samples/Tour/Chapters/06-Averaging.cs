using CoroutineGen;

namespace Tour;

/// <summary>The running averager, the classic of two-way coroutines: each send returns the answer to it.</summary>
static partial class Averaging
{
    sealed class ResetException : Exception;

    [Coroutine]
    static string Averager(Yield<double, double> yield)
    {
        double total = 0, average = 0;
        int samples = 0;
        while (true)
        {
            try
            {
                total += yield(average);      // hand out the average, wait for the next sample
                samples++;
                average = total / samples;
            }
            catch (ResetException)
            {
                Console.WriteLine("   (a reset was thrown in)");
                (total, average, samples) = (0, 0, 0);
            }
            catch (CoroutineExitException)
            {
                return $"{samples} samples, average {average}";
            }
        }
    }

    public static void Tell()
    {
        var averager = Averager().Prime();
        Console.WriteLine($"Primed, it has handed out its first average, {averager.Current}, and waits for a sample.");
        Console.WriteLine($"Send 10: {averager.Send(10)}");
        Console.WriteLine($"Send 20: {averager.Send(20)}");
        Console.WriteLine($"Send 60: {averager.Send(60)}");

        // Throw raises an exception at the yield where it waits. The body handles this one and comes to its next yield.
        double afterReset = averager.Throw(new ResetException());
        Console.WriteLine($"Throw a reset: {afterReset}");
        Console.WriteLine($"Send 7: {averager.Send(7)}");
        Console.WriteLine($"Next is a send of the default value, 0: {averager.Next()}");

        // Close raises CoroutineExitException there, Python's GeneratorExit. Only a clause that names it sees it.
        averager.Close();
        Console.WriteLine($"Closed, and what it returned on the way out is kept: {averager}, Result = \"{averager.Result}\"");
    }
}
