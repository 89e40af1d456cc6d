using CoroutineGen;

namespace Tour;

/// <summary><c>Receive&lt;T&gt;</c>: a coroutine that is fed. Its <c>yield()</c> hands out nothing and waits for a value.</summary>
static partial class Receiving
{
    [Coroutine]
    static int WordCounter(Receive<string> yield)
    {
        int words = 0;
        for (string line = yield(); line != "end"; line = yield())
        {
            int inLine = line.Split(' ').Length;
            words += inLine;
            Console.WriteLine($"   ({inLine} words, {words} so far)");
        }
        return words;
    }

    // A consumer can feed the next one: this one passes on only the lines that contain a word.
    [Coroutine]
    static void Grep(string wanted, Coroutine<Unit, string, int> target, Receive<string> yield)
    {
        while (true)
        {
            string line = yield();
            if (line.Contains(wanted))
                target.Send(line);
            else
                Console.WriteLine($"   (no \"{wanted}\" in \"{line}\")");
        }
    }

    public static void Tell()
    {
        var counter = WordCounter();
        counter.Prime();
        Console.WriteLine($"Prime ran it to its first yield, where it waits for a line: {counter}");

        counter.Send("the quick brown fox");
        counter.Send("jumps over the lazy dog");
        bool more = counter.TrySend("end");
        Console.WriteLine($"After \"end\" it has returned: TrySend = {more}, Result = {counter.Result}");

        Console.WriteLine("A pipeline of two consumers:");
        var tail = WordCounter().Prime();
        var grep = Grep("coroutine", tail).Prime();
        grep.Send("a coroutine waits");
        grep.Send("a thread costs");
        grep.Send("a coroutine costs little");
        grep.Close();
        Console.WriteLine($"Closing the first leaves the second: {grep}, {tail}");
    }
}
