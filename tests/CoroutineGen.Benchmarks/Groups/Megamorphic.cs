using System.Runtime.CompilerServices;
using CoroutineGen.Benchmarks.Harness;

namespace CoroutineGen.Benchmarks.Groups;

/// <summary>One call site that all coroutines of a program go through, as in a scheduler.</summary>
static class Megamorphic
{
    const int Values = 1000, Calls = 60;

    public static readonly Group Group = new("megamorphic", "One call site for ten coroutine types",
        "A loop that is given coroutines of ten different types in turn, so that the JIT can neither guess the type nor inline."
        + " It takes them as `Coroutine<int>` (virtual calls), or as `IEnumerable<int>` (interface calls).", Races)
    {
        Processes = Group.WideSpread,
    };

    static IEnumerable<Race> Races()
    {
        var race = new Race("ten types in turn", "value", 10 * Values, Calls) { Call = "ten enumerations" };
        race.Peer("C# iterators, IEnumerable<int>", Iterators);
        race.Ours("coroutines, Coroutine<int>", Coroutines, Bar.Time(0.5));
        race.Ours("coroutines, IEnumerable<int>", AsEnumerables);
        yield return race;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static long Sum(Coroutine<int> coroutine)
    {
        long sum = 0;
        foreach (int n in coroutine)
            sum += n;
        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static long SumOfCoroutine(IEnumerable<int> coroutine)
    {
        long sum = 0;
        foreach (int n in coroutine)
            sum += n;
        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static long SumOfIterator(IEnumerable<int> iterator)
    {
        long sum = 0;
        foreach (int n in iterator)
            sum += n;
        return sum;
    }

    static long Coroutines()
        => Sum(TenTypes.Up(Values)) + Sum(TenTypes.Down(Values)) + Sum(TenTypes.Squares(Values)) + Sum(TenTypes.Odd(Values))
        + Sum(TenTypes.Signs(Values)) + Sum(TenTypes.Shifted(Values)) + Sum(TenTypes.Triangles(Values)) + Sum(TenTypes.Masked(Values))
        + Sum(TenTypes.Constant(Values)) + Sum(TenTypes.Collatz(Values));

    static long AsEnumerables()
        => SumOfCoroutine(TenTypes.Up(Values)) + SumOfCoroutine(TenTypes.Down(Values)) + SumOfCoroutine(TenTypes.Squares(Values))
        + SumOfCoroutine(TenTypes.Odd(Values)) + SumOfCoroutine(TenTypes.Signs(Values)) + SumOfCoroutine(TenTypes.Shifted(Values))
        + SumOfCoroutine(TenTypes.Triangles(Values)) + SumOfCoroutine(TenTypes.Masked(Values)) + SumOfCoroutine(TenTypes.Constant(Values))
        + SumOfCoroutine(TenTypes.Collatz(Values));

    static long Iterators()
        => SumOfIterator(TenIterators.Up(Values)) + SumOfIterator(TenIterators.Down(Values)) + SumOfIterator(TenIterators.Squares(Values))
        + SumOfIterator(TenIterators.Odd(Values)) + SumOfIterator(TenIterators.Signs(Values)) + SumOfIterator(TenIterators.Shifted(Values))
        + SumOfIterator(TenIterators.Triangles(Values)) + SumOfIterator(TenIterators.Masked(Values))
        + SumOfIterator(TenIterators.Constant(Values)) + SumOfIterator(TenIterators.Collatz(Values));
}
