using Xunit;

namespace CoroutineGen.Tests.Scenarios;

public sealed partial class PatternTests
{
    [Fact]
    public void S093_An_answer_matched_by_a_pattern() => Oracle.Check((log, yield) => Is(log, yield), log => Is(log));

    [Coroutine]
    private static string Is(Log log, Yield<string, object?> yield)
    {
        string path = "";
        if (yield("int?") is int n)
            path += $"int {n};";
        if (yield("text?") is string { Length: > 1 } text && text[0] != '?')
            path += $"text {text};";
        else if (yield("null?") is null)
            path += "null;";
        bool small = yield("small?") is > 0 and < 3 or 'c';
        log.Note($"{small}");
        return path + (yield("not null?") is not null) + (yield("var?") is var v && v is long);
    }

    [Fact]
    public void S094_Pattern_variables_used_after_a_suspension() => Oracle.Check((log, yield) => After(log, yield), log => After(log));

    [Coroutine]
    private static string After(Log log, Yield<string, object?> yield)
    {
        if (log.Arg<object>("o", "text") is string s && yield(s) is { } answer && yield($"{answer}") is not 7)
        {
            yield(s + answer);
            return s + answer + yield("last");
        }
        object pair = (1, "b");
        if (pair is (int a, string b))
            yield($"{a}{b}");
        return pair is ValueTuple<int, string> { Item1: var one } ? $"{one} {yield("one")} {one}" : "no";
    }

    [Fact]
    public void S095_Out_variables_in_conditions()
        => Oracle.Check((log, yield) => OutVar(log, yield), log => OutVar(log), answers: [["1", "x", "22"], ["x"], [null, "3"]]);

    [Coroutine]
    private static string OutVar(Log log, Yield<string, string?> yield)
    {
        var kept = new List<Func<int>>();
        if (!int.TryParse(yield("first"), out int first))
            log.Note($"leaks {first}");
        int rounds = 0;
        while (int.TryParse(yield($"round {rounds}"), out int n) && ++rounds < 4)
        {
            kept.Add(() => n++ * 10);                       // fresh in each iteration
            yield($"n={n}");
        }
        int sum = first;
        foreach (var keep in kept)
            sum += keep() + keep();
        return $"{sum} after {rounds}";
    }

    [Fact]
    public void S096_Is_not_and_return() => Oracle.Check((log, yield) => IsNot(log, yield), log => IsNot(log));

    [Coroutine]
    private static string IsNot(Log log, Yield<string, object?> yield)
    {
        if (yield("an int") is not int n)
            return log.Arg("early", "no int");
        yield($"{n}");
        if (yield("text") is not string { Length: var length } text)
            return $"{n} but no text {yield("why")}";
        return $"{n} {text} {length} {yield("end")}";
    }

    private sealed class Moody(Log log)
    {
        private int reads;

        public int Mood => log.Arg("read", ++reads);
    }

    [Fact]
    public void S097_List_and_slice_patterns() => Oracle.Check((log, yield) => Lists(log, yield), log => Lists(log));

    [Coroutine]
    private static string Lists(Log log, Yield<string, int> yield)
    {
        int[] array = [yield("0"), 1, yield("2"), 3];
        if (array is [var head, .., > 2] && yield("head") is var answer)
            log.Note($"{head} {answer}");
        if (array is [_, .. [.. var middle, _], var last])
            yield($"{middle.Length} {last}");
        return array switch
        {
            [3, ..] => $"three {yield("three")}",
            [.., 1 or 2, 3] and [var x, ..] => $"{x} {yield("x")} {x}",
            { Length: > 3 } => "long",
            _ => "none",
        };
    }

    [Fact]
    public void S098_A_property_is_read_once_across_a_when_that_yields()
        => Oracle.Check((log, yield) => ReadOnce(log, yield), log => ReadOnce(log), answers: [[true], [false, false, true], [false]]);

    [Coroutine]
    private static string ReadOnce(Log log, Yield<string, bool> yield)
    {
        var moody = new Moody(log);
        switch (moody.Mood)
        {
            case 1 when yield($"one? {moody.Mood}"):
                return "one";
            case 1 or 2 when yield("two?"):
                return "two";
            case var mood when yield("any?"):
                return $"any {mood}";
            default:
                return $"default {yield("default")} {moody.Mood}";
        }
    }

    [Fact]
    public void S098_A_member_pattern_is_read_once_across_a_when_that_yields()
        => Oracle.Check((log, yield) => MemberOnce(log, yield), log => MemberOnce(log), answers: [[true], [false, false, true], [false]]);

    [Coroutine]
    private static string MemberOnce(Log log, Yield<string, bool> yield)
    {
        var moody = new Moody(log);
        switch (moody)
        {
            case { Mood: 1 } when yield("one?"):
                return "one";
            case { Mood: 1 or 2 } when yield("two?"):
                return "two";
            case { Mood: var mood } when yield("any?"):
                return $"any {mood}";
            default:
                return $"default {yield("default")}";
        }
    }

    private class Weather(Log log, object? inner = null)
    {
        public int Wind { get; set; } = log.Arg("wind", 3);

        public virtual int Rain => log.Arg("rain", 2);

        public object? Inner => log.Arg("inner", inner);

        public int Length => log.Arg("length", 3);

        public int this[int index] => log.Arg($"[{index}]", index);

        public void Deconstruct(out int wind, out string name) => (wind, name) = (log.Arg("deconstructed", Wind), "w");

        public override string ToString() => "weather";
    }

    [Fact]
    public void S098_Members_of_every_kind_are_read_once_across_a_when_that_yields()
        => Oracle.Check((log, yield) => Kinds(log, yield), log => Kinds(log), answers: [[true], [false, true], [false, false, true], [false]]);

    [Coroutine]
    private static string Kinds(Log log, Yield<string, bool> yield)
    {
        object? value = new Weather(log, new Weather(log, "inside"));
        for (int round = 0; round < 2; round++)
        {
            switch (value)
            {
                case string { Length: > 3 } text when yield(text):
                    return text;
                case Weather { Wind: 3 } windy when yield($"wind {windy.Wind = 4}"):
                    return $"windy {windy.Wind}";
                case Weather(3, var name) { Rain: not 1 } and { Inner: Weather { Inner: string inner } } when yield($"{name} {inner}"):
                    return name + inner;
                case Weather { Wind: 4 }:
                    return "the switch has seen the change";
                case Weather and [0, _, var last] and { Rain: var rain } all when log.Arg("even", rain % 2 == 0) && yield($"{last} {rain}"):
                    return $"{all} {last} {rain}";
                case Weather { Inner: Weather { Rain: 2 } or "no" }:
                    value = round == 0 ? log.Arg("again", value) : null;
                    break;
                case null:
                    return "null";
                default:
                    return "default";
            }
        }
        return $"end {yield("end")}";
    }

    [Fact]
    public void S098_A_switch_expression_reads_once_across_a_when_that_yields()
        => Oracle.Check((log, yield) => ReadOnceInArms(log, yield), log => ReadOnceInArms(log), answers: [[true], [false, true], [false, false, true], [false]]);

    [Coroutine]
    private static string ReadOnceInArms(Log log, Yield<string, bool> yield)
    {
        int?[] numbers = [1, null, 3];
        Weather? none = null;
        string first = none switch
        {
            { Rain: 1 } when yield("never") => "never",
            null when yield("null?") => "null",
            { Rain: var rain } => $"{rain}",
            _ => "rest",
        };
        return first + numbers switch
        {
            [{ } one, ..] when yield($"{one} {numbers[0] = 7}") => $"one {one}",
            [1, .. var middle, 3] when yield($"{middle.Length}") => $"middle {middle[0]}",
            [7, ..] => "the switch has seen the change",
            { Length: var length } => $"{length} {yield("length")}",
        };
    }

    [Fact]
    public void S099_The_value_is_copied_before_the_cases()
        => Oracle.Check((log, yield) => Copied(log, yield), log => Copied(log), answers: [[true], [false, true], [false]]);

    [Coroutine]
    private static string Copied(Log log, Yield<string, bool> yield)
    {
        int n = 1;
        switch (n)
        {
            case 1 when (n = 2) == 2 && yield("first?"):
                return $"first {n}";
            case 2:
                return "two: the switch has seen the change";
            case 1 when yield("second?"):
                return $"second {n}";
            case var seen:
                return $"{seen} {n}";
        }
    }
}
