using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>A hoisted variable is renamed where it is meant, and nowhere else.</summary>
public sealed partial class NameTests
{
    private sealed class Item
    {
        public int n;

        public int N { get; set; }

        public override string ToString() => $"{n}/{N}";
    }

    private static string Named(int n, int m = 1) => $"n{n}m{m} ";

    [Fact]
    public void S166_A_parameter_of_a_lambda_shadows() => Oracle.Check((log, yield) => Shadowed(log, yield), log => Shadowed(log));

    [Coroutine]
    private static string Shadowed(Log log, Yield<string, int> yield)
    {
        int n = yield("n"), m = yield("m");
        Func<int, int> square = n => n * n;
        Func<int, Func<int, int>> curried = m => n => n + m;
        string result = $"{square(m)} {curried(n)(m)} {Static(n)} {Local(m)}";
        n++;
        return result + yield($"{n}") + n;

        static int Static(int n)
        {
            int m = n + 1;
            return m * n;
        }

        int Local(int n)
        {
            Func<int> inner = () => n + m;
            return inner();
        }
    }

    [Fact]
    public void S166_Names_of_members_arguments_and_labels() => Oracle.Check((log, yield) => Members(log, yield), log => Members(log));

    [Coroutine]
    private static string Members(Log log, Yield<string, int> yield)
    {
        int n = yield("n"), N = 7;
        var item = new Item { n = n, N = N };
        string result = Named(n: n) + Named(m: n, n: N);
        yield(result);
        item.n += n;
        if (item is { n: > 3, N: var m } && m > n)
            result += $"matched {m}";
        goto n;
    n:
        result += yield(nameof(n)) + $"{n:n0} {item.n} {nameof(item.n)} {item}";
        N += n;
        return log.Arg("result", result) + N;
    }

    [Fact]
    public void S166_Names_that_are_inferred() => Oracle.Check((log, yield) => Inferred(log, yield), log => Inferred(log));

    [Coroutine]
    private static string Inferred(Log log, Yield<string, int> yield)
    {
        int n = yield("n"), m = 2;
        string result = new { n, m, log.Entries.Count }.ToString()!;
        yield(result);
        var pair = (n, m);
        result += pair.n + pair.m;
        yield(result);
        result += (from x in new[] { 1, 2 } let n2 = n + x where (n2, x).n2 > m select n2).Sum();
        result += string.Join(",", new[] { 3, 4 }.Select((n, i) => (n, i)).Select(t => t.n + t.i + m));
        return result + (pair.n + pair.m);
    }

    private enum Color
    {
        Red,
        Green,
    }

    [Fact]
    public void S166_A_variable_of_the_name_of_its_type() => Oracle.Check((log, yield) => ColorColor(log, yield), log => ColorColor(log));

    [Coroutine]
    private static string ColorColor(Log log, Yield<Color, int> yield)
    {
        Color Color = (Color)(yield(default) & 1);
        if (Color == Color.Red)
            Color = Color.Green;
        string text = yield(Color) + Color.ToString() + Color.Green;
        return log.Arg("text", text) + (Color is Color.Green) + nameof(Color.Red);
    }

    private int n = 100;

    [Coroutine]
    private string Fields(Log log, Yield<string, int> yield)
    {
        int n = yield($"{this.n}");
        this.n += n;
        {
            Func<int> sum = () => n + this.n;
            n = yield($"{sum()}");
            this.n += sum();
        }
        return log.Arg("n", n) + $" {this.n}";
    }

    [Fact]
    public void S166_A_local_that_hides_a_field()
        => Oracle.Check((log, yield) => new NameTests().Fields(log, yield), log => new NameTests().Fields(log));

    [Fact]
    public void S166_Variables_of_one_name_and_several_types() => Oracle.Check((log, yield) => Types(log, yield), log => Types(log));

    [Coroutine]
    private static string Types(Log log, Yield<object, int> yield)
    {
        string result = "";
        foreach (int x in new[] { 1, 2 })
            result += yield(x) + x;
        foreach (string x in new[] { "a", "b" })
            result += yield(x) + x;
        for (var x = (1, "t"); x.Item1 < 3; x.Item1++)
        {
            result += yield(x) + x.Item2;
            Func<string> read = () => $"{x}";
            result += read();
        }
        if (yield(result) is var x2 and > 1)
        {
            int? x = x2;
            x += yield(x);
            result += x;
        }
        using (var x = new Resource(log, "x"))
            result += yield(x.Use()) + x.Uses;
        try
        {
            log.Fail<int>("x");
        }
        catch (InvalidOperationException x)
        {
            result += yield(x.Message) + x.Message;
        }
        return result;
    }
}
