using Xunit;

namespace CoroutineGen.Tests.Scenarios;

public sealed partial class GenericTests
{
    [Fact]
    public void S192_Type_parameters_of_method_and_type()
    {
        Oracle.Check((log, yield) => Pairs(log, 1, "b", yield), log => Pairs(log, 1, "b"));
        Oracle.Check((log, yield) => new Stack<string>("first").Feed<char>(log, 'c', yield),
            log => new Stack<string>("first").Feed<char>(log, 'c'));
    }

    [Coroutine]
    private static string Pairs<TA, TB>(Log log, TA a, TB b, Yield<(TA, TB), TA?> yield)
    {
        TA? answer = yield((a, b));
        var list = new List<TA?> { a, answer, yield((a, b)) };
        TB? none = default;
        return log.Arg("list", Log.Show(list)) + typeof(TB).Name + Log.Show(none) + yield((a, b));
    }

    private sealed partial class Stack<T>(T first)
        where T : class
    {
        private readonly List<T> items = [first];

        [Coroutine]
        public string Feed<TExtra>(Log log, TExtra extra, Yield<int, T?> yield)
            where TExtra : struct
        {
            while (items.Count < 4 && yield(items.Count) is { } item)
            {
                items.Add(item);
                log.Note($"{item} {extra}");
            }
            return Log.Show(items) + typeof(TExtra).Name;
        }
    }

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

    [Fact]
    public void S196_Dynamic() => Oracle.Check((log, yield) => Dynamic(log, yield), log => Dynamic(log));

    [Coroutine]
    private static string Dynamic(Log log, Yield<string, int> yield)
    {
        dynamic n = yield("n");
        dynamic sum = n + yield("sum");
        dynamic box = new Box(log, "box");
        box.P = yield("property");
        box[1] = (int)sum;
        string text = box.Sum(log.Arg("a", 1), yield("argument")).ToString();
        return $"{sum} {text} {box}";
    }

    [Fact]
    public void S197_Nullable_annotations() => Oracle.Check((log, yield) => Annotated(log, null, yield), log => Annotated(log, null));

    [Coroutine]
    private static string? Annotated(Log log, string? given, Yield<string?, string?> yield)
    {
        string? a = yield(given);
        string b = a ?? "none";
        List<string?>? list = b.Length > 0 ? [a, b] : null;
        Dictionary<string, string?[]> map = new() { ["k"] = [yield(b), null] };
        given = list?[0] ?? map["k"][0];
        if (yield(given) is not { } c)
            return null;
        return log.Arg("c", c) + list?.Count + b.Length;
    }
}
