using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Captured variables where types and receivers are not the plain ones.</summary>
public sealed partial class GenericClosureTests
{
    [Fact]
    public void S192_Captured_variables_of_type_parameters()
    {
        Oracle.Check((log, yield) => Captured(log, 1, "b", yield), log => Captured(log, 1, "b"));
        Oracle.Check((log, yield) => Captured(log, "a", 'b', yield), log => Captured(log, "a", 'b'));
    }

    [Coroutine]
    private static string Captured<TA, TB>(Log log, TA a, TB b, Yield<(TA, TB), TA?> yield)
        where TB : notnull
    {
        var kept = new List<Func<string>>();
        for (int i = 0; i < 2; i++)
        {
            TA? answer = yield((a, b));
            var list = new List<TB> { b };
            kept.Add(() => $"{answer} {a} {list.Count} {i}");
            list.Add(Same(b));
            Dictionary<TB, TA?> map = new() { [b] = answer };
            answer = yield((a, list[^1]));
            kept.Add(() => Log.Show(map[b]) + Default<TA>());
        }
        return string.Join(";", kept.Select(read => read()));

        T Same<T>(T value)
        {
            log.Note($"{typeof(T).Name} {a} {kept.Count}");
            return value;
        }

        static string Default<T>() => Log.Show(default(T));
    }

    private sealed partial class Host<T>(Log log, T first)
        where T : notnull
    {
        private readonly List<T> seen = [first];

        [Coroutine]
        public string Gather<TKey>(Func<T, TKey> key, Yield<TKey, T?> yield)
            where TKey : notnull
        {
            var groups = new Dictionary<TKey, List<T>>();
            Action<T> add = item => (groups.TryGetValue(key(item), out var group) ? group : groups[key(item)] = []).Add(item);
            add(first);
            foreach (TKey given in new[] { key(first), key(seen[0]) })
            {
                if (yield(given) is not { } item)
                    continue;
                seen.Add(item);
                add(item);
                Func<int> count = () => seen.Count + groups[given].Count;
                log.Note($"{count()}");
                first = item;
            }
            return string.Join(" ", groups.Select(group => $"{group.Key}:{Log.Show(group.Value)}")) + first;
        }
    }

    [Fact]
    public void S192_Captured_variables_in_a_generic_host()
        => Oracle.Check(
            (log, yield) => new Host<string>(log, "first").Gather(text => text.Length, yield),
            log => new Host<string>(log, "first").Gather(text => text.Length));

    private readonly partial struct Walker(Log log, int step)
    {
        private readonly int step = step;

        private int Twice(int n) => n * step * 2;

        [Coroutine]
        public string Walk(Yield<int, int> yield)
        {
            Walker self = this;
            int n = 0;
            Func<int> twice = () => self.Twice(n);
            while (n < 5)
            {
                n += 1 + Math.Abs(yield(Twice(n))) + step;
                log.Note($"{twice()} {Twice(n)} {this.step}");
            }
            return $"{n} {twice()}";
        }
    }

    [Fact]
    public void S207_Captured_variables_beside_the_this_of_a_struct()
        => Oracle.Check((log, yield) => new Walker(log, 2).Walk(yield), log => new Walker(log, 2).Walk());

    [Fact]
    public void S023_Optional_and_params_parameters_of_the_coroutine_itself()
    {
        Oracle.Check((log, yield) => Defaults(log, yield), log => Defaults(log));
        Oracle.Check((log, yield) => Defaults(log, yield, 5, "t", DayOfWeek.Friday), log => Defaults(log, 5, "t", DayOfWeek.Friday));
    }

    [Coroutine]
    private static string Defaults(
        Log log, Yield<string, int> yield, int n = -3, string? text = "a\"b\n", DayOfWeek day = DayOfWeek.Monday, double? real = 1.5,
        char c = '\'')
    {
        n += yield($"{n}{text}{day}{real}{c}");
        Func<string> read = () => $"{n} {text} {day} {real} {c}";
        n += yield(read());
        return log.Arg("read", read());
    }
}
