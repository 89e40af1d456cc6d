using Xunit;

namespace CoroutineGen.Tests.Scenarios;

public sealed partial class LocalTests
{
    [Fact]
    public void S165_Shadowing_in_sibling_scopes() => Oracle.Check((log, yield) => Siblings(log, yield), log => Siblings(log));

    [Coroutine]
    private static string Siblings(Log log, Yield<object, int> yield)
    {
        string path = "";
        for (int i = 0; i < 2; i++)
        {
            int x = i;
            path += yield(x) + x;
        }
        foreach (char i in "ab")
        {
            string x = i + "x";
            path += yield(x) + x;
        }
        if (yield("is") is var answer && answer > 2)
        {
            long x = answer;
            Func<long> read = () => x;
            x += yield("captured");
            path += read();
        }
        else
        {
            decimal x = 1.5m;
            path += yield(x) * x;
        }
        return log.Arg("path", path);
    }

    [Fact]
    public void S166_Names_that_generated_code_would_like_to_use()
        => Oracle.Check((log, yield) => Names(log, 1, 2, yield), log => Names(log, 1, 2));

    private static readonly int f = 5;

    private static int Frame => 6;

    [Coroutine]
    private static string Names(Log log, int point, int co, Yield<string, int> yield)
    {
        int sent = yield("sent"), how = 3, next = 4;
        int state = point + yield("state"), Resumed1 = 7, value = f;
        co += yield("co") + LocalTests.f;
        next += sent + how + f;
        try
        {
            int Point = yield("Point"), Current = 8;
            log.Note($"{Point} {Current} {Frame}");
        }
        finally
        {
            log.Note($"{next}");
        }
        string Names = "own";
        {
            int result = yield(Names), error = 9;
            return $"{point} {co} {sent} {how} {next} {state} {Resumed1} {value} {result} {error} {Names} {log.Entries.Count}";
        }
    }

    [Fact]
    public void S167_Names_that_are_keywords() => Oracle.Check((log, yield) => Keywords(log, 3, yield), log => Keywords(log, 3));

    [Coroutine]
    private static string Keywords(Log log, int @class, Yield<string, int> yield)
    {
        int @int = yield("@int") + @class, @goto = 1;
        foreach (var @foreach in new[] { 1, 2 })
            @goto += @foreach * yield(nameof(@foreach));
        Func<int> @return = () => @int + @goto;
        @int++;
        yield("more");
        string @yield2 = $"{@class}{@int}{@goto}";
        return @return() + @yield2;
    }

    [Fact]
    public void S168_Constants_in_case_labels() => Oracle.Check((log, yield) => Constants(log, yield), log => Constants(log));

    [Coroutine]
    private static string Constants(Log log, Yield<string, int> yield)
    {
        const int One = 1, Four = One + 3;
        const string Text = "text";
        string path = "";
        for (int i = 0; i < 3; i++)
        {
            const int Three = Four - One;
            switch (yield(Text))
            {
                case One:
                    path += "one ";
                    break;
                case Three when yield("three?") > One:
                    path += $"{Three} ";
                    break;
                case Four:
                    goto case One;
            }
        }
        return path + Text + log.Arg("default", Optional());

        static int Optional(int n = Four) => n;
    }

    [Fact]
    public void S169_Declared_and_then_assigned_on_branches() => Oracle.Check((log, yield) => Branches(log, yield), log => Branches(log));

    [Coroutine]
    private static string Branches(Log log, Yield<string, int> yield)
    {
        int n;
        string text;
        if (yield("which") > 2)
        {
            n = yield("then");
            text = "then";
        }
        else
        {
            text = "else" + (n = 5);
        }
        bool known;
        try
        {
            known = yield("try") > 1;
            n += known ? 1 : log.Fail<int>("unknown");
        }
        catch (InvalidOperationException)
        {
            known = false;
        }
        return $"{n} {text} {known}";
    }

    [Fact]
    public void S170_Discards() => Oracle.Check((log, yield) => Discards(log, yield), log => Discards(log));

    [Coroutine]
    private static int Discards(Log log, Yield<string, int> yield)
    {
        _ = yield("one");
        (_, int kept) = (yield("two"), yield("three"));
        int.TryParse("4", out _);
        _ = log.Arg("left", kept) + yield("four") is var _;
        Func<int, int, int> f = (_, _) => kept;
        foreach (var _ in new int[2])
            kept += yield("each");
        return f(0, 0);
    }

    [Fact]
    public void S171_A_reference_within_one_segment() => Oracle.Check((log, yield) => Reference(log, yield), log => Reference(log));

    [Coroutine]
    private static string Reference(Log log, Yield<string, int> yield)
    {
        int[] array = [1, 2, 3];
        int index = yield("index") & 1, total = 0;
        ref int element = ref array[index];
        element += 10;
        element = ref array[2];
        element++;
        log.Note(Log.Show(array));
        yield("between");
        for (int i = 0; i < 2; i++)
        {
            ref readonly int read = ref array[i];
            total += read;
            yield($"{total}");
        }
        ref int sum = ref total;
        sum *= 2;
        return $"{total} {Log.Show(array)}";
    }

    [Fact]
    public void S172_A_span_within_one_segment() => Oracle.Check((log, yield) => Span(log, yield), log => Span(log));

    [Coroutine]
    private static int Span(Log log, Yield<string, int> yield)
    {
        int n = yield("n");
        Span<int> scratch = stackalloc int[3];
        scratch.Fill(n);
        scratch[1]++;
        int sum = scratch[0] + scratch[1];
        yield($"{sum}");
        {
            ReadOnlySpan<char> text = "abc".AsSpan(1);
            sum += text.Length;
        }
        yield("after");
        return sum;
    }

    [Fact]
    public void S173_A_variable_of_a_type_without_a_name() => Oracle.Check((log, yield) => Nameless(log, yield), log => Nameless(log));

    [Coroutine]
    private static string Nameless(Log log, Yield<string, int> yield)
    {
        string text = "";
        foreach (var item in new[] { new { A = 1, B = "b" }, new { A = 2, B = "c" } })
            text += item.A + item.B + ";";
        int n = yield(text);
        var pair = new { N = n, Text = text };
        text = $"{pair.N} {pair}";
        return text + yield("the variable is dead");
    }

    [Fact]
    public void S174_Parameters_are_reassigned()
        => Oracle.Check((log, yield) => Parameters(log, 1, "p", yield), log => Parameters(log, 1, "p"));

    [Coroutine]
    private static string Parameters(Log log, int n, string text, Yield<string, int> yield)
    {
        n += yield(text);
        text = text + n + yield($"{n++}");
        while (n-- > 2)
            text += yield(text.Length.ToString());
        (n, text) = (text.Length, $"{n}");
        return $"{n} {text}";
    }

    [Fact]
    public void S175_Parameters_are_captured()
        => Oracle.Check((log, yield) => CapturedParameters(log, 1, "p", yield), log => CapturedParameters(log, 1, "p"));

    [Coroutine]
    private static string CapturedParameters(Log log, int n, string text, Yield<string, int> yield)
    {
        Action grow = () => text += n++;
        grow();
        n += yield(text);
        grow();
        yield(text);
        return log.Arg("n", n) + text + ((Func<string>)(() => text + n))();
    }

    [Fact]
    public void S176_A_scope_entered_again_starts_fresh() => Oracle.Check((log, yield) => Fresh(log, yield), log => Fresh(log));

    [Coroutine]
    private static string Fresh(Log log, Yield<string, int> yield)
    {
        string path = "";
        int round = 0;
    Again:
        {
            int n = 0;
            n += yield($"{n}");
            List<int>? list = null;
            (list ??= []).Add(n);
            path += $"{n}/{list.Count} ";
            string? unset;
            if (round == 0)
                unset = "set";
            else
                unset = yield("unset") + "";
            path += unset;
        }
        if (++round < 3)
            goto Again;
        return path;
    }
}
