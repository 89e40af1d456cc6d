using CoroutineGen;

namespace Tour;

/// <summary>Before the first step there is no yield that could take a value: a send is refused, not lost.</summary>
static partial class Priming
{
    [Coroutine]
    static void Echo(Yield<string, string> yield)
    {
        string heard = "nothing";
        while (true)
            heard = yield($"heard {heard}");
    }

    [Coroutine(ClassName = "ReadyEcho", Primed = true)]
    static void EchoAtOnce(Yield<string, string> yield)
    {
        string heard = "nothing";
        while (true)
            heard = yield($"heard {heard}");
    }

    [Coroutine]
    static void Silent(Yield<string, string> yield)
    {
    }

    public static void Tell()
    {
        var echo = Echo();
        var refusal = Expect.Failure<CoroutineStateException>(() => echo.Send("hello"));
        Console.WriteLine($"A send to a fresh coroutine is refused, {refusal.Reason}: {refusal.Message}");
        Console.WriteLine($"Nothing is lost by that: {echo}");

        echo.Prime();
        Console.WriteLine($"Prime, and it works: {echo.Current}, then {echo.Send("hello")}");
        echo.Prime();
        Console.WriteLine($"Priming once more changes nothing: {echo.Current}");

        var ready = EchoAtOnce();
        Console.WriteLine($"[Coroutine(Primed = true)] hands it out primed: {ready.Send("hello")}");

        var over = Expect.Failure<CoroutineCompletedException>(() => Silent().Prime());
        Console.WriteLine($"A body that ends before its first yield cannot be primed: {over.GetType().Name}");
    }
}
