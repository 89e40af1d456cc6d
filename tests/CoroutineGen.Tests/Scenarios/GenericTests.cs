using Xunit;

namespace CoroutineGen.Tests.Scenarios;

public sealed partial class GenericTests
{
    [Fact]
    public void S193_Constraints()
    {
        Oracle.Check((log, yield) => Constrained<int, Pair, List<int>>(log, [3, 1], yield),
            log => Constrained<int, Pair, List<int>>(log, [3, 1]));
        Oracle.Check((log, yield) => Largest<DayOfWeek>(log, yield), log => Largest<DayOfWeek>(log),
            answers: [[DayOfWeek.Friday, DayOfWeek.Monday]]);
    }

    [Coroutine]
    private static string Constrained<T, TStruct, TList>(Log log, TList list, Yield<TStruct, T> yield)
        where T : IComparable<T>
        where TStruct : struct
        where TList : class, IList<T>, new()
    {
        var copy = new TList();
        foreach (T item in list)
        {
            T answer = yield(new TStruct());
            copy.Add(answer.CompareTo(item) > 0 ? answer : item);
        }
        return log.Arg("copy", Log.Show(copy));
    }

    [Coroutine]
    private static T Largest<T>(Log log, Yield<T, T> yield)
        where T : unmanaged, Enum
    {
        T largest = default;
        for (int i = 0; i < 3; i++)
        {
            T next = yield(largest);
            if (Comparer<T>.Default.Compare(next, largest) > 0)
                largest = next;
        }
        log.Note($"{largest}");
        return largest;
    }

    [Fact]
    public void S194_Anonymous_types() => Oracle.Check((log, yield) => Anonymous(log, yield), log => Anonymous(log));

    [Coroutine]
    private static string Anonymous(Log log, Yield<string, int> yield)
    {
        string made = new { A = log.Arg("a", 1), B = yield("b"), Inner = new { C = yield("c") } }.ToString()!;
        return made + new { made.Length, N = 2 } + yield("after");
    }

    [Coroutine]
    private static (int Count, (string Text, int Last) Tail) TupleNames(
        Log log, (int N, string Text) given, Yield<(int Asked, string Why), (int Low, int High)?> yield)
    {
        var answer = yield((given.N, given.Text)) ?? (Low: 1, High: 2);
        given.N += answer.High - answer.Low;
        (int count, var named) = (answer.Low, (Text: given.Text, Last: yield((Asked: given.N, "again"))?.High ?? 0));
        log.Note($"{named.Text} {named.Last} {count}");
        return (count, named);
    }

    [Fact]
    public void S195_Names_of_tuple_elements()
        => Oracle.Check((log, yield) => TupleNames(log, (1, "t"), yield), log => TupleNames(log, (1, "t")),
            answers: [[(1, 5), null, (2, 3)]]);
}
