using CoroutineGen.Benchmarks.Groups.Delegating;
using CoroutineGen.Benchmarks.Harness;
using CoroutineGen.Benchmarks.Languages;

namespace CoroutineGen.Benchmarks.Groups;

/// <summary>The same programs in the languages that coroutines are known from. No bars: the languages differ in more than this.</summary>
static partial class OtherLanguages
{
    const int Values = 10_000, Calls = 100;

    static readonly (string Name, Interpreter Interpreter)[] Interpreters =
    [
        ("CPython", new("python3", "programs.py")),
        ("Node", new("node", "programs.js")),
    ];

    public static readonly Group Group = new("languages", "The same programs in CPython and Node",
        "Generators of the other languages, each measured by itself in one process of its own after a warm-up, by CPU time. For"
        + " orientation only.",
        Races)
    {
        Processes = 1,
    };

    static IEnumerable<Race> Races()
    {
        yield return Compare("range", "value", Values, Calls, Range);
        yield return Compare("fibonacci", "value", Values, Calls, Fibonacci);
        var root = Node.ChildrenFirst(0, TreeWalk.Nodes)!;
        yield return Compare("tree", "node", TreeWalk.Nodes, 1, () => TreeWalk.SumOfWalk(root), rounds: 5);
        var averager = Averager().Prime();
        yield return Compare("averager", "send", Values, Calls, () => Send(averager));
    }

    static Race Compare(string program, string unit, long operations, int calls, Func<long> coroutine, int rounds = 15)
    {
        var race = new Race(program, unit, operations, calls) { Rounds = rounds };
        race.Ours("coroutine", coroutine);
        foreach (var (name, interpreter) in Interpreters)
        {
            if (interpreter.Time(program) is { } time)
                race.Add(new(name, false, () => new(time, double.NaN), []));
        }
        return race;
    }

    [Coroutine]
    static void Averager(Yield<double, double> yield)
    {
        double total = 0, average = 0;
        for (int n = 1; ; n++)
        {
            total += yield(average);
            average = total / n;
        }
    }

    static long Range()
    {
        long sum = 0;
        foreach (int n in Simple.Range(7, Values))
            sum += n;
        return sum;
    }

    static long Fibonacci()
    {
        long sum = 0;
        foreach (long n in Simple.Fibonacci(Values))
            sum += n;
        return sum;
    }

    static long Send(AveragerCoroutine averager)
    {
        double last = 0;
        for (int n = 0; n < Values; n++)
            last = averager.Send(n);
        return (long)last;
    }
}
