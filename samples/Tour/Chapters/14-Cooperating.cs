using CoroutineGen;

namespace Tour;

/// <summary>Tasks without threads. Each yield gives the others a turn; a scheduler is a queue.</summary>
static partial class Cooperating
{
    [Coroutine]
    static void Cook(string dish, int minutes, Yield<string> yield)
    {
        for (int left = minutes; left > 0; left--)
            yield($"{dish}: {left} min");
        yield($"{dish}: ready");
    }

    [Coroutine]
    static void Kitchen(IEnumerable<Coroutine<string>> tasks, Yield<string> yield)
    {
        var waiting = new Queue<Coroutine<string>>(tasks);
        while (waiting.Count > 0)
        {
            var task = waiting.Dequeue();
            if (!task.MoveNext())
                continue;
            yield(task.Current);
            waiting.Enqueue(task);
        }
    }

    public static void Tell()
    {
        Console.WriteLine("Three dishes, one cook, and the scheduler is a coroutine as well:");
        foreach (string news in Kitchen([Cook("soup", 2), Cook("bread", 3), Cook("tea", 1)]))
            Console.WriteLine($"   {news}");
    }
}
