using System.Globalization;
using Xunit;

namespace CoroutineGen.Tests.Saving;

/// <summary>Rules 232 to 234, 237 to 241, 243 and 244: what is saved of the variables.</summary>
public sealed partial class SaveVariableRules
{
    private static int _runs;

    private readonly List<string> _log = [];

    [Coroutine(Saveable = true)]
    private static int Order(string id, int unused, Yield<Command, int> yield)
    {
        _runs++;
        var stream = new MemoryStream([1, 2]);
        int sum = stream.ReadByte();
    Charge: int paid = yield(new Charge(sum));
        sum += paid;
        int shipped = yield(new Ship("to " + id));
        return sum + shipped;
    }

    [Coroutine(Saveable = true)]
    private static void Loops(int[] numbers, string text, Yield<string> yield)
    {
        foreach (int n in numbers)
            foreach (char c in text)
                foreach (string word in new List<string> { "a", "b", "c" })
                    yield($"{n}{c}{word}");
    }

    [Coroutine(Saveable = true)]
    private static int Captured(int start, Yield<int, int> yield)
    {
        int sum = start;
        void Add(int k) => sum += k;
        for (int i = 0; i < 3; i++)
        {
            int copy = i;
            int got = yield(sum);
            Add(got + new Func<int>(() => copy)());
        }
        return sum;
    }

    /// <summary>Behind a try block that is left by jumps only stands a section with another variable of the same name, which nobody has then.</summary>
    [Coroutine(Saveable = true)]
    private static int Jumps(int of, Yield<int, int> yield)
    {
        int sum = 0;
        switch (of)
        {
            case 0:
                try
                {
                    foreach (int p in new[] { 10, 20 })
                    {
                        int Next(int x) => p + x;
                    Inner: int got = yield(p);
                        sum += Next(got);
                    }
                    goto case 3;
                }
                finally
                {
                    sum += 1000;
                }
            case var p when p > 7:
            Section: sum += p + yield(p);
                break;
            case 3:
                sum += 3;
                break;
        }
        return sum;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(3)]
    public void Rule_234_What_another_section_declares_is_not_saved(int of)
    {
        var left = Jumps(of);
        var saved = Text.Again(Jumps(of), JumpsCoroutine.Restore);
        for (int i = 1; left.State != CoroutineState.Closed; i++)
        {
            Assert.Equal(left.State == CoroutineState.Created ? left.MoveNext() : left.TrySend(i), saved.State == CoroutineState.Created ? saved.MoveNext() : saved.TrySend(i));
            saved = Text.Again(saved, JumpsCoroutine.Restore);
        }
        Assert.Equal(left.Result, saved.Result);
    }

    /// <summary>The sections share an environment, and one of the two is in scope: only that is saved.</summary>
    [Coroutine(Saveable = true)]
    private static int Sections(int of, Yield<int, int> yield)
    {
        switch (of)
        {
            case int n when n > 0:
            {
                int Plus(int k) => n + k;
            First: int got = yield(n);
                n += got;
                return Plus(1);
            }
            case int n:
            {
                int Minus(int k) => n - k;
            Second: int got = yield(n);
                n += got;
                return Minus(1);
            }
        }
    }

    [Theory]
    [InlineData(5, 8, "\"n\":5")]
    [InlineData(-5, -4, "\"n\":-5")]
    public void Rule_234_Variables_of_one_name_that_are_not_in_scope_are_not_saved(int of, int result, string variable)
    {
        var sections = Sections(of);
        sections.Prime();
        string text = Text.Of(sections);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(text, "\"n\""));
        Assert.Contains(variable, text);
        var restored = Text.Restored(text, SectionsCoroutine.Restore);
        Assert.False(restored.TrySend(2));
        Assert.Equal(result, restored.Result);
    }

    [Coroutine(Saveable = true)]
    private static string Tuples((int Sum, (string Name, double Share) Who) given, Yield<(int, string), (bool, char)> yield)
    {
        var (yes, letter) = yield((given.Sum, given.Who.Name));
        var pair = (Yes: yes, Letter: letter);
    Second: yield((1, "second"));
        return $"{given} {pair}";
    }

    [Coroutine(Saveable = true)]
    private void Logged(string name, [Supplied] List<string> other, Yield<int> yield)
    {
        try
        {
            yield(1);
            _log.Add(name);
            yield(2);
        }
        finally
        {
            other.Add(name + " ends");
        }
    }

    [Coroutine(Saveable = true)]
    private static int Shared(Basket basket, Yield<int, int> yield)
    {
        var line = basket.Lines[0];
        var list = basket.Lines;
        yield(1);
        list.Add(line);
        return basket.Lines.Count * 10 + (ReferenceEquals(basket.Lines[0], line) ? 1 : 0);
    }

    [Coroutine(Saveable = true)]
    internal static string Values(
        double nan, float big, decimal money, char half, string text, DateTime when, DateTimeOffset at, TimeSpan span, Guid id, ulong most, sbyte least,
        int? none, Colour colour, Colour? maybe, Dictionary<string, int> counts, string? nothing, Yield<int> yield)
    {
        yield(1);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{nan} {big} {money} {(int)half} {text} {when:O} {at:O} {span} {id} {most} {least} {none} {colour} {maybe} {counts["ä"]} {nothing ?? "null"}");
    }

    internal static ValuesCoroutine AllValues() => Values(
        double.NaN, float.NegativeInfinity, 1.50m, '\ud800', "<\"ä\\\u2028😀>", new DateTime(2026, 11, 27, 1, 2, 3, 4, DateTimeKind.Utc),
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(-7)), TimeSpan.FromTicks(-12345678901), Guid.Empty, ulong.MaxValue, -128,
        null, Colour.Green, null, new() { ["ä"] = 3 }, null);

    [Fact]
    public void Rule_232_No_code_of_the_body_runs_at_restore()
    {
        var order = Order("x", 1);
        order.Prime();
        int before = _runs;
        Assert.Equal(new Charge(1), Text.Again(order, OrderCoroutine.Restore).Current);
        Assert.Equal(before, _runs);
    }

    [Fact]
    public void Rule_233_A_point_is_saved_by_its_label_or_its_full_text()
    {
        var order = Order("x", 1);
        Assert.Equal("(start)", order.PointName);
        order.Prime();
        Assert.Equal("Charge", order.PointName);
        order.Send(5);
        Assert.Equal("yield(new Ship(\"to \" + id))", Text.Again(order, OrderCoroutine.Restore).PointName);
        order.Close();
        Assert.Equal("(end)", order.PointName);
        string moved = Text.Of(Order("x", 1).Prime() as OrderCoroutine ?? throw new InvalidOperationException()).Replace("\"Charge\"", "\"Elsewhere\"");
        var error = Assert.Throws<CoroutineRestoreException>(() => Text.Restored(moved, OrderCoroutine.Restore));
        Assert.Equal((CoroutineRestoreReason.UnknownPoint, "Elsewhere"), (error.Reason, error.Point));
    }

    [Fact]
    public void Rule_234_Saved_are_live_variables_and_parameters_by_name_and_no_temporaries()
    {
        var order = Order("x", 7);
        order.Prime();
        Assert.Equal(
            """[{"co":"CoroutineGen.Tests.Saving.SaveVariableRules.Order(string, int)","at":"Charge","id":"x","unused":7,"sum":1,"(current)":{"$type":"charge","Sum":1}}]""",
            Text.Of(order));
    }

    [Fact]
    public void Rule_237_Objects_held_twice_are_two_afterwards_unless_references_are_preserved()
    {
        var basket = new Basket { Lines = { new Line("a", 1) } };
        var shared = Shared(basket);
        shared.Prime();
        var two = Text.Again(shared, SharedCoroutine.Restore);
        Assert.False(two.TrySend(0));
        Assert.Equal(10, two.Result);
        byte[] saved = CoroutineGen.Json.CoroutineJson.Save(shared, SavingJson.Default, preserveReferences: true);
        var one = CoroutineGen.Json.CoroutineJson.Restore(saved, SavingJson.Default, SharedCoroutine.Restore, preserveReferences: true);
        Assert.Equal(saved, CoroutineGen.Json.CoroutineJson.Save(one, SavingJson.Default, preserveReferences: true));
        Assert.False(one.TrySend(0));
        Assert.Equal(21, one.Result);
    }

    [Fact]
    public void Rule_238_Order_and_unknown_names_do_not_matter()
    {
        var order = Order("x", 7);
        order.Prime();
        const string Shuffled = """
             [ {"more":{"at":[1,{}]},"(current)":{"$type":"charge","Sum":1},"sum":1,"@co":3,"at":"Charge","unused":7,
                "co":"CoroutineGen.Tests.Saving.SaveVariableRules.Order(string, int)","id":"x"} ]
            """;
        var restored = Text.Restored(Shuffled, OrderCoroutine.Restore);
        Assert.Equal(Text.Of(order), Text.Of(restored));
        Assert.Equal(new Ship("to x"), restored.Send(4));
    }

    [Fact]
    public void Rule_239_Captured_variables_are_saved_and_the_environment_is_new()
    {
        var original = Captured(5);
        original.Prime();
        original.Send(1);
        var restored = Text.Again(original, CapturedCoroutine.Restore);
        Assert.Equal(6 + 2 + 1, restored.Send(2));
        Assert.Equal(6, original.Current);
        Assert.False(restored.TrySend(3));
        Assert.Equal(9 + 3 + 2, restored.Result);
        Assert.Equal(6 + 10 + 1, original.Send(10));
    }

    [Fact]
    public void Rule_241_A_loop_goes_on_at_its_place()
    {
        var expected = Loops([1, 2], "xy").ToList();
        for (int at = 1; at <= expected.Count; at++)
        {
            var original = Loops([1, 2], "xy");
            for (int i = 0; i < at; i++)
                original.MoveNext();
            var restored = Text.Again(original, LoopsCoroutine.Restore);
            Assert.Equal(expected[at - 1], restored.Current);
            Assert.Equal(expected.Skip(at), restored.ToList());
        }
    }

    [Theory]
    [InlineData("\"word.taken\":2", "\"word.taken\":4")]
    [InlineData("\"word.taken\":2", "\"word.taken\":0")]
    [InlineData("\"n.taken\":1", "\"n.taken\":3")]
    [InlineData("\"c.taken\":1", "\"c.taken\":-1")]
    [InlineData("[\"a\",\"b\",\"c\"]", "null")]
    public void Rule_241_More_taken_than_there_are_is_malformed(string saved, string changed)
    {
        var loops = Loops([1, 2], "xy");
        loops.MoveNext();
        loops.MoveNext();
        string text = Text.Of(loops);
        Assert.Contains(saved, text, StringComparison.Ordinal);
        var error = Assert.Throws<CoroutineRestoreException>(() => Text.Restored(text.Replace(saved, changed), LoopsCoroutine.Restore));
        Assert.Equal(CoroutineRestoreReason.Malformed, error.Reason);
    }

    [Fact]
    public void Rule_243_This_and_what_is_marked_is_supplied_anew()
    {
        List<string> other = [];
        var original = Logged("x", other);
        original.MoveNext();
        var error = Assert.Throws<CoroutineRestoreException>(() => Text.Restored(Text.Of(original), LoggedCoroutine.Restore));
        Assert.Equal(CoroutineRestoreReason.NoSupply, error.Reason);
        var host = new SaveVariableRules();
        List<string> elsewhere = [];
        var options = new RestoreOptions { Supplies = new Supplies { [typeof(SaveVariableRules)] = host, [typeof(List<string>)] = elsewhere } };
        var restored = Text.Again(original, LoggedCoroutine.Restore, options);
        Assert.True(restored.MoveNext());
        restored.Close();
        Assert.Equal(["x"], host._log);
        Assert.Equal(["x ends"], elsewhere);
        Assert.Empty(other);
        Assert.Empty(_log);
        original.Close();
        Assert.Equal(["x ends"], other);
    }

    [Fact]
    public void Rule_244_A_tuple_is_written_as_its_elements()
    {
        var original = Tuples((1, ("me", 0.5)));
        original.Prime();
        var restored = Text.Again(original, TuplesCoroutine.Restore);
        Assert.Equal((1, "me"), restored.Current);
        restored.Send((true, 'x'));
        restored = Text.Again(restored, TuplesCoroutine.Restore);
        Assert.Contains("\"pair.1\":true,\"pair.2\":\"x\",\"(current).1\":1,\"(current).2\":\"second\"", Text.Of(restored), StringComparison.Ordinal);
        Assert.False(restored.MoveNext());
        Assert.Equal($"{(1, ("me", 0.5))} {(true, 'x')}", restored.Result);
    }

    [Fact]
    public void Rule_250_It_is_the_same_text_in_every_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        var coroutine = AllValues();
        coroutine.MoveNext();
        string text = Text.Of(coroutine);
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~", NaNSymbol = "?" } };
            Assert.Equal(text, Text.Of(coroutine));
            var restored = Text.Again(coroutine, ValuesCoroutine.Restore);
            Assert.False(restored.MoveNext());
            Assert.False(coroutine.MoveNext());
            Assert.Equal(coroutine.Result, restored.Result);
            Assert.Equal(
                "NaN -Infinity 1.50 55296 <\"ä\\\u2028😀> 2026-11-27T01:02:03.0040000Z 2026-01-02T03:04:05.0000000-07:00 -00:20:34.5678901 "
                    + "00000000-0000-0000-0000-000000000000 18446744073709551615 -128  Green  3 null",
                restored.Result);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Half_a_character_and_a_tuple_without_its_elements_are_refused()
    {
        var order = Order("\ud800", 1);
        var error = Assert.Throws<CoroutineSaveException>(() => Text.Of(order));
        Assert.Equal((CoroutineSaveReason.NotSerialisable, "id"), (error.Reason, error.Variable));
        var list = Pairs([(1, "a")]);
        error = Assert.Throws<CoroutineSaveException>(() => Text.Of(list));
        Assert.Equal((CoroutineSaveReason.NotSerialisable, "pairs"), (error.Reason, error.Variable));
        var unknown = Unknown(new[] { 1 });
        error = Assert.Throws<CoroutineSaveException>(() => Text.Of(unknown));
        Assert.Contains("JsonSerializable", error.Message, StringComparison.Ordinal);
    }

    [Coroutine(Saveable = true)]
    private static int Pairs(List<(int, string)> pairs, Yield<int> yield)
    {
        yield(1);
        return pairs.Count;
    }

    [Coroutine(Saveable = true)]
    private static int Unknown(Queue<long> queue, Yield<int> yield)
    {
        yield(1);
        return queue.Count;
    }

    private static UnknownCoroutine Unknown(int[] items) => Unknown(new Queue<long>(items.Select(i => (long)i)));
}
