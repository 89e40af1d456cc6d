using CoroutineGen;

namespace Tour;

/// <summary>Delegation needs no stack: the coroutine that is resumed goes straight to the innermost, at any depth.</summary>
static partial class Deep
{
    const int Million = 1_000_000;

    [Coroutine]
    static int Dive(int depth, Yield<string> yield)
    {
        if (depth > 0)
            return 1 + yield.From(Dive(depth - 1));
        yield("greetings from the bottom");
        yield("it is quiet here");
        return 0;
    }

    [Coroutine]
    static void Fall(int depth, Yield<string> yield)
    {
        if (depth > 0)
            yield.From(Fall(depth - 1));
        yield("falling");
        throw new InvalidOperationException("hit the ground");
    }

    public static void Tell()
    {
        var dive = Dive(Million);
        Console.WriteLine($"One step, a million levels down: {dive.Next()}");
        Console.WriteLine($"Another one: {dive.Next()}");
        Console.WriteLine($"Every level returns its result to the one above: MoveNext = {dive.MoveNext()}, Result = {dive.Result}");

        var fall = Fall(Million);
        fall.Next();
        var failure = Expect.Failure<InvalidOperationException>(() => fall.Next());
        Console.WriteLine($"An exception from the bottom reaches the top: {failure.Message}");

        dive = Dive(Million);
        dive.Next();
        dive.Close();
        Console.WriteLine($"And a million levels close: {dive}");
    }
}
