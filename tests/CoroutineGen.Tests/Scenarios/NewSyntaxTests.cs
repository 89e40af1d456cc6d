using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Syntax that is newer than the compiler that the generator is built against; used in bodies where the compiler has it.</summary>
public sealed partial class NewSyntaxTests
{
    [Fact]
    public void Collection_expressions() => Oracle.Check((log, yield) => Collections(log, yield), log => Collections(log));

    [Coroutine]
    private static string Collections(Log log, Yield<int, int> yield)
    {
        int first = yield(1);
        int[] numbers = [first, .. new[] { log.Arg("2", 2), first + 1 }, 4];
        List<int> more = [.. numbers, yield(numbers.Length)];
        return string.Join(",", more);
    }

    private int Half
    {
        get => field / 2;
        set => field = value * 2;
    }

    [Fact]
    public void A_property_with_field()
        => Oracle.Check((log, yield) => new NewSyntaxTests().Halves(log, yield), log => new NewSyntaxTests().Halves(log));

    [Coroutine]
    private int Halves(Log log, Yield<int, int> yield)
    {
        Half = log.Arg("set", yield(1));
        Half += yield(Half);
        return Half;
    }

    [Fact]
    public void Extension_members() => Oracle.Check((log, yield) => Extended(log, yield), log => Extended(log));

    [Coroutine]
    private static int Extended(Log log, Yield<int, int> yield)
    {
        int n = log.Arg("doubled", yield(3).Doubled);
        return n.Plus(yield(n.Doubled)) + int.Ten;
    }

    private sealed class Box
    {
        public int Content { get; set; }
    }

    [Fact]
    public void Null_conditional_assignment() => Oracle.Check((log, yield) => Assigned(log, yield), log => Assigned(log));

    [Coroutine]
    private static string Assigned(Log log, Yield<int, int> yield)
    {
        Box? box = yield(1) % 2 == 0 ? new Box() : null;
        box?.Content = log.Arg("content", 5);
        yield(box?.Content ?? -1);
        return $"{box?.Content}";
    }

    private sealed partial class Primary(int start)
    {
        [Coroutine]
        public int Run(Log log, Yield<int, int> yield) => start + yield(start) + (start = log.Arg("start", 9));
    }

    [Fact]
    public void Primary_constructors() => Oracle.Check((log, yield) => new Primary(2).Run(log, yield), log => new Primary(2).Run(log));

    [Fact]
    public void Implicit_span_conversions() => Oracle.Check((log, yield) => Spans(log, yield), log => Spans(log));

    [Coroutine]
    private static int Spans(Log log, Yield<int, int> yield)
    {
        int[] numbers = [yield(1), yield(2)];
        int sum = Sum(numbers);
        return sum + log.Arg("more", yield(sum));

        static int Sum(ReadOnlySpan<int> span) => span.Length == 0 ? 0 : span[0] + Sum(span[1..]);
    }
}

internal static class NewSyntaxExtensions
{
    extension(int number)
    {
        public int Doubled => number * 2;

        public int Plus(int other) => number + other;

        public static int Ten => 10;
    }
}
