using Xunit;

namespace CoroutineGen.Tests.Scenarios;

public sealed partial class LocalFunctionTests
{
    [Fact]
    public void S187_A_local_function_used_before_its_declaration() => Oracle.Check((log, yield) => Before(log, yield), log => Before(log));

    [Coroutine]
    private static string Before(Log log, Yield<string, int> yield)
    {
        int n = yield(Describe(0));
        string first = Describe(n);
        n++;
        string second = yield("between") + Describe(n);
        return log.Arg("first", first) + second;

        string Describe(int m) => $"<{m}>";
    }

    [Fact]
    public void S187_A_local_function_that_captures() => Oracle.Check((log, yield) => Capturing(log, yield), log => Capturing(log));

    [Coroutine]
    private static int Capturing(Log log, Yield<string, int> yield)
    {
        int total = 0;
        Add(yield("first"));
        total *= 2;
        Add(yield($"{total}"));
        Func<int> read = Read;
        total++;
        yield("last");
        return read();

        void Add(int n) => total += log.Arg("n", n);

        int Read() => total;
    }

    [Fact]
    public void S188_Mutual_recursion() => Oracle.Check((log, yield) => Mutual(log, yield), log => Mutual(log));

    [Coroutine]
    private static string Mutual(Log log, Yield<string, int> yield)
    {
        int calls = 0;
        bool even = Even(yield("even?") & 7);
        yield($"{calls}");
        return $"{even} {Odd(yield("odd?") & 7)} {calls}";

        bool Even(int n)
        {
            calls++;
            return n == 0 || Odd(n - 1);
        }

        bool Odd(int n)
        {
            calls++;
            return n != 0 && Even(n - 1);
        }
    }

    [Fact]
    public void S189_Generic_static_iterator_and_async_local_functions()
        => Oracle.Check((log, yield) => Kinds(log, yield), log => Kinds(log));

    [Coroutine]
    private static string Kinds(Log log, Yield<string, int> yield)
    {
        int factor = yield("factor");
        string text = Generic(yield("generic")) + Static(yield("static"), 2);
        foreach (int n in Iterator(2))
            text += yield($"{n}") + ";";
        factor++;
        text += Async(3).Result;
        return log.Arg("text", text) + Optional();

        string Generic<T>(T value)
            where T : struct
            => $"{typeof(T).Name} {value} {factor}";

        static int Static(int a, params int[] rest) => a + rest.Length;

        IEnumerable<int> Iterator(int count)
        {
            for (int i = 0; i < count; i++)
                yield return i * factor;
        }

        async Task<int> Async(int n)
        {
            await Task.CompletedTask;
            return n * factor;
        }

        string Optional(string suffix = "!") => suffix + factor;
    }

    [Fact]
    public void S190_A_local_function_with_the_state_of_an_iteration()
        => Oracle.Check((log, yield) => PerIteration(log, yield), log => PerIteration(log));

    [Coroutine]
    private static string PerIteration(Log log, Yield<string, int> yield)
    {
        var kept = new List<Func<int>>();
        int shared = 0;
        foreach (int n in new[] { 1, 2, 3 })
        {
            int own = yield($"{n}");
            int Next() => own++ * 10 + n + shared;
            kept.Add(Next);
            log.Note($"{Next()}");
            shared += yield("shared");
            own += Next();
        }
        return string.Join(" ", kept.Select(next => next()));
    }
}
