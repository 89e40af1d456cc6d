using Xunit;

namespace CoroutineGen.Generator.Tests.Saving;

/// <summary>What is saved, by the names that are a contract: of the coroutine, its points and its variables.</summary>
public sealed class SaveModelTests
{
    [Fact]
    public void Points_are_named_by_label_or_full_text_and_variables_are_those_that_are_read_again()
        => Check(
            """
            using A = System.Int32;
            namespace Shop
            {
                public static partial class Saga
                {
                    [Coroutine(Saveable = true)]
                    static int Order(string id, A sum, Yield<string, int> yield)
                    {
                        int before = sum * 2;
                        System.IO.Stream used = System.IO.Stream.Null;
                        used.Flush();
                    Reserve: int got = yield("reserve " + before);
                        int after = yield(  "second"  +  got /* nothing */ );
                        return after;
                    }
                }
            }
            """,
            """
            Shop.Saga.Order(string, int) / int, string, int
            (start) / id: string; sum: int
            Reserve / id: string; sum: int
            yield("second" + got) / id: string; sum: int
            """);

    [Fact]
    public void A_delegating_point_says_what_it_may_stand_in()
        => Check(
            """
            static partial class C
            {
                [Coroutine(Saveable = true)] static int Inner(int n, Yield<int> yield) { yield(n); return n; }
                [Coroutine(Saveable = true)]
                static int Outer(int[] numbers, Yield<int> yield)
                {
                    int sum = yield.From(Inner(1));
                    var kept = Inner(2);
                    foreach (int x in numbers)
                        yield(sum + x);
                    foreach (int x in new List<int> { 1, 2 })
                    {
                        var (a, b) = (x, x.ToString());
                        yield(sum);
                        sum += a + b.Length;
                    }
                    foreach (var y in Inner(3)) { (int, string Name) pair = (1, "a"); yield(pair.Item1 * 2); yield(y + pair.Item1 + pair.Name.Length); }
                    yield.From(kept);
                    return sum;
                }
            }
            """,
            """
            C.Inner(int) / , int, int
            (start) / n: int
            yield(n) / n: int
            C.Outer(int[]) / , int, int
            (start) / numbers: int[]
            yield.From(Inner(1)) / numbers: int[] / C.InnerCoroutine
            yield(sum + x) / numbers: int[]; sum: int; kept: C.InnerCoroutine; x.taken: int
            yield(sum) / numbers: int[]; sum: int; kept: C.InnerCoroutine; a: int; b: string; x.items: System.Collections.Generic.List<int>; x.taken: int
            yield(pair.Item1 * 2) / numbers: int[]; sum: int; kept: C.InnerCoroutine; y: int; pair.1: int; pair.2: string; y.items: C.InnerCoroutine
            yield(y + pair.Item1 + pair.Name.Length) / numbers: int[]; sum: int; kept: C.InnerCoroutine; y.items: C.InnerCoroutine
            yield.From(kept) / numbers: int[]; sum: int / C.InnerCoroutine
            """);

    [Fact]
    public void Captured_variables_are_variables_and_what_is_supplied_is_none()
        => Check(
            """
            partial class C
            {
                [Coroutine(Saveable = true)]
                int M(int n, [Supplied] System.IO.Stream log, Yield<int> yield)
                {
                    int sum = n;
                    void Add(int k) { sum += k; n++; }
                    try { Add(1); yield(sum); if (n > 3) return n; }
                    finally { yield(sum + 1); log.Flush(); }
                    return sum;
                }
            }
            """,
            """
            C.M(int, System.IO.Stream) / , int, int
            (start) / n: int
            yield(sum) / n: int; sum: int
            yield(sum + 1) / n: int; sum: int; (exit): string; (return): int
            """);

    private static void Check(string source, string expected)
        => Assert.Equal(expected.ReplaceLineEndings("\n"), string.Join("\n", Contract.Of(source).Select(Contract.Text)));
}
