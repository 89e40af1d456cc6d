using Xunit;

namespace CoroutineGen.Tests.Scenarios;

public sealed partial class GenericTests
{
    // CORO2003: A yield inside an object or collection initializer
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

    // CORO2003: A yield inside an object or collection initializer
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

    // BUG S3: a dynamic call is spilled as a property
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
}
