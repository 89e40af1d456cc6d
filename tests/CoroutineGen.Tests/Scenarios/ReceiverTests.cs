using System.Collections;
using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Receivers that are structs: the location is called, not a copy of it.</summary>
public sealed partial class ReceiverTests
{
    [Fact]
    public void S069_A_struct_local() => Oracle.Check((log, yield) => StructLocal(log, yield), log => StructLocal(log));

    [Coroutine]
    private static string StructLocal(Log log, Yield<string, int> yield)
    {
        var pair = new Pair(1, 2);
        int sum = pair.Add(yield("add"));
        sum += pair.Add(yield((pair = new Pair(50, 0)).ToString()));    // the local is called after the yield
        pair.Both = yield("both");
        Pair copy = pair;
        copy.X = yield("copy");
        log.Note($"{pair} {copy}");
        return $"{sum} {pair} {copy} {pair.Both + yield("read")}";
    }

    [Fact]
    public void S070_A_struct_in_an_array() => Oracle.Check((log, yield) => StructElement(log, yield), log => StructElement(log));

    [Coroutine]
    private static string StructElement(Log log, Yield<string, int> yield)
    {
        Pair[] array = [new(1, 2), new(3, 4)], first = array;
        int i = 0;
        int sum = array[i++].Add(yield((array = [default, default]).Length.ToString()));
        sum += array[log.Arg("i", i)].Add(yield("second"));
        array[yield("index") & 1].Add(2);
        return $"{sum} {first[0]} {first[1]} {array[0]} {array[1]}";
    }

    [Fact]
    public void S071_A_struct_field_of_a_class() => Oracle.Check((log, yield) => StructField(log, yield), log => StructField(log));

    [Coroutine]
    private static string StructField(Log log, Yield<string, int> yield)
    {
        Box box = new(log, "one"), first = box;
        int sum = box.S.Add(yield((box = new Box(log, "two")).ToString()));
        sum += log.Arg("box", box).S.Add(yield("once"));
        return $"{sum} {first} {box}";
    }

    private sealed class Fixed
    {
        public readonly Pair Pair = new(1, 2);
    }

    [Fact]
    public void S072_A_readonly_field_is_copied() => Oracle.Check((log, yield) => ReadonlyField(log, yield), log => ReadonlyField(log));

    [Coroutine]
    private static string ReadonlyField(Log log, Yield<string, int> yield)
    {
        var f = new Fixed();
        int sum = f.Pair.Add(yield("lost")) + f.Pair.Add(log.Arg("n", 5));
        return $"{sum} {f.Pair}";
    }

    [Fact]
    public void S073_An_element_of_a_list_is_copied() => Oracle.Check((log, yield) => ListElement(log, yield), log => ListElement(log));

    [Coroutine]
    private static string ListElement(Log log, Yield<string, int> yield)
    {
        var list = new List<Pair> { new(1, 2) };
        int sum = list[0].Add(yield((list[0] = new Pair(9, 9)).ToString())) + list[0].Add(1);
        return $"{sum} {list[0]}";
    }

    [Fact]
    public void S077_Members_of_a_nullable() => Oracle.Check((log, yield) => Nullable(log, yield), log => Nullable(log));

    [Coroutine]
    private static string Nullable(Log log, Yield<string, int?> yield)
    {
        int? a = yield("a");
        string text = a.HasValue ? $"{a.Value + (yield("b") ?? -1)}" : "none";
        int? sum = a + yield("lifted") * log.Arg<int?>("two", 2);
        bool less = a < yield("less");
        text += $" {sum} {less} {a.GetHashCode()}";
        try
        {
            return text + yield("cast")!.Value;
        }
        catch (InvalidOperationException)
        {
            return text + "!" + (int)(yield("again") ?? 0);
        }
    }

    [Fact]
    public void S078_GetValueOrDefault_in_a_chain() => Oracle.Check((log, yield) => Chain(log, yield), log => Chain(log));

    [Coroutine]
    private static string Chain(Log log, Yield<string, int?> yield)
    {
        int? n = yield("n");
        int sum = n.GetValueOrDefault(log.Arg("fallback", 7)).CompareTo(yield("m").GetValueOrDefault()) + yield("k").GetValueOrDefault(9);
        Pair? pair = sum > 3 ? new Pair(1, sum) : null;
        return $"{sum} {pair.GetValueOrDefault().Add(yield("a copy") ?? 0)} {pair}";
    }

    private interface IUnit<TSelf>
        where TSelf : IUnit<TSelf>
    {
        static abstract TSelf From(int n, int m);

        static abstract TSelf operator +(TSelf a, TSelf b);
    }

    private readonly record struct Meters(int N) : IUnit<Meters>
    {
        public static Meters From(int n, int m) => new(n * 10 + m);

        public static Meters operator +(Meters a, Meters b) => new(a.N + b.N);
    }

    [Fact]
    public void S079_Static_abstract_members() => Oracle.Check((log, yield) => Units<Meters>(log, yield), log => Units<Meters>(log));

    [Coroutine]
    private static string Units<T>(Log log, Yield<string, int> yield)
        where T : IUnit<T>
    {
        T sum = T.From(log.Arg("n", 1), yield("m")) + T.From(yield("n"), 2);
        sum += T.From(0, yield("plus"));
        return sum.ToString()!;
    }

    private struct Countdown(Log log, int from) : IEnumerator<int>, IDisposable
    {
        private int n = from;

        public readonly int Current => n;

        readonly object IEnumerator.Current => n;

        public bool MoveNext() => --n > 0;

        public readonly void Reset() => throw new NotSupportedException();

        public readonly Countdown GetEnumerator() => this;

        public readonly void Dispose() => log.Note($"disposed at {n}");
    }

    [Fact]
    public void S080_Struct_variables_of_using_and_foreach_change_in_place()
        => Oracle.Check((log, yield) => InPlace(log, yield), log => InPlace(log));

    [Coroutine]
    private static int InPlace(Log log, Yield<string, int> yield)
    {
        int sum = 0;
        using (var outer = new Countdown(log, 4))
        {
            foreach (int n in outer)
                sum += yield($"{n}") * n;
        }
        foreach (var pair in new[] { new Pair(1, 1), new Pair(2, 2) })
            sum += pair.Add(yield($"{pair}")) + pair.X;                 // on a copy each time: the variable is readonly
        return sum;
    }
}
