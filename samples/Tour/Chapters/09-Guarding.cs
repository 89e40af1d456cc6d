using CoroutineGen;

namespace Tour;

/// <summary>C# iterators refuse a yield in a try with a catch, in a catch and in a finally; coroutines need all three.</summary>
static partial class Guarding
{
    [Coroutine]
    static void Download(Yield<string> yield)
    {
        try
        {
            yield("connecting");
            yield("downloading");
        }
        catch (TimeoutException e)
        {
            yield($"{e.Message}: asking the mirror");
        }
        finally
        {
            yield("hanging up");
        }
        yield("ready");
    }

    [Coroutine]
    static void Visit(Yield<string> yield)
    {
        try
        {
            try
            {
                yield("in the inner room");
            }
            finally
            {
                Console.WriteLine("   (out of the inner room)");
            }
        }
        catch (Exception e)
        {
            Console.WriteLine($"   (caught {e.GetType().Name})");
        }
        finally
        {
            Console.WriteLine("   (out of the house)");
        }
    }

    [Coroutine]
    static void Stubborn(Yield<string> yield)
    {
        try
        {
            yield("working");
        }
        catch (CoroutineExitException)
        {
#pragma warning disable CORO3009 // The tour shows what Close says to it.
            yield("not yet");
#pragma warning restore CORO3009
        }
    }

    public static void Tell()
    {
        Console.WriteLine($"Left alone: {string.Join(", ", Download())}");

        var download = Download();
        download.Next();
        Console.WriteLine($"Throw into the try, and the catch answers: {download.Throw(new TimeoutException("no reply"))}");
        Console.WriteLine($"The finally follows, and then the rest: {download.Next()}, {download.Next()}");

        Console.WriteLine("Close runs the finally blocks, the inner one first; catch (Exception) does not see it:");
        var visit = Visit();
        visit.Next();
        visit.Close();

        Console.WriteLine("A thrown exception does pass through catch (Exception):");
        visit = Visit();
        visit.Next();
        Console.WriteLine($"   TryThrow = {visit.TryThrow(new TimeoutException())}");

        var stubborn = Stubborn();
        stubborn.Next();
        var refusal = Expect.Failure<CoroutineStateException>(stubborn.Close);
        Console.WriteLine($"One that yields instead of closing is reported, {refusal.Reason}, and still waits: \"{stubborn.Current}\"");
        stubborn.Close();
        Console.WriteLine($"The second request closes it: {stubborn}");
    }
}
