using Xunit;

namespace CoroutineGen.Tests.Scenarios;

/// <summary>Targets of assignments: evaluated before the right side, written after it, and faulting where plain C# faults.</summary>
public sealed partial class LvalueTests
{
    [Fact]
    public void S043_Assigning_a_local() => Oracle.Check((log, yield) => Local(log, yield), log => Local(log));

    [Coroutine]
    private static string Local(Log log, Yield<string, int> yield)
    {
        int a, b = 5;
        a = yield("a");
        b = a + (b = yield("b")) + b;
        long wide;
        wide = yield("wide");
        object boxed = yield("boxed");
        log.Note($"{a} {b} {wide} {boxed}");
        a = yield("again") + log.Arg("a", a);
        return $"{a} {b} {wide} {boxed}";
    }

    [Fact]
    public void S044_Compound_assignment_reads_the_old_value_first()
        => Oracle.Check((log, yield) => Compound(log, yield), log => Compound(log));

    [Coroutine]
    private static string Compound(Log log, Yield<int, int> yield)
    {
        int total = 1;
        Func<int> bump = () => total += 100;
        total += yield(bump());                     // 1 + the answer: the hundred is lost
        log.Note($"{total}");
        total *= yield(total) - total;
        total -= total++ + yield(total);
        total <<= yield(total) & 3;
        string text = "t";
        text += yield(1) + text + (text = "u");
        return $"{total} {text}";
    }

    private static class Shared<TRun>
    {
        public static int Field;
        public static string? Text;
    }

    [Fact]
    public void S045_A_static_field() => Oracle.Check((log, yield) => StaticField<string>(log, yield), log => StaticField<object>(log));

    [Coroutine]
    private static string StaticField<TRun>(Log log, Yield<int, int> yield)
    {
        Shared<TRun>.Field = 7;
        Shared<TRun>.Field = yield(Shared<TRun>.Field);
        Shared<TRun>.Field += yield(Shared<TRun>.Field = 50);       // the old value, not 50
        Shared<TRun>.Text = "s" + yield(Shared<TRun>.Field);
        return log.Arg("text", Shared<TRun>.Text) + Shared<TRun>.Field;
    }

    [Fact]
    public void S046_A_field_of_a_class_faults_after_the_right_side() => Oracle.Check((log, yield) => Field(log, yield), log => Field(log));

    [Coroutine]
    private static string Field(Log log, Yield<string, int> yield)
    {
        Box box = new(log, "one"), first = box;
        box.F = yield((box = new Box(log, "two")).ToString());      // the receiver is the first box
        box.F += yield("plus");
        log.Note($"{first} {box}");
        Box? none = null;
        try
        {
            log.Arg("none", none)!.F = yield("reached");
        }
        catch (NullReferenceException)
        {
            log.Note("after");
        }
        try
        {
            none!.F += yield("not reached");
        }
        catch (NullReferenceException)
        {
            log.Note("before");
        }
        return $"{first} {box}";
    }

    [Fact]
    public void S047_A_property() => Oracle.Check((log, yield) => Property(log, yield), log => Property(log));

    [Coroutine]
    private static string Property(Log log, Yield<string, int> yield)
    {
        var box = new Box(log, "box");
        log.Arg("receiver", box).P = yield("set");
        box.P += yield("add");
        box.P = box.P + yield("both") + box.P;
        Box? none = null;
        try
        {
            none!.P = yield("reached");
        }
        catch (NullReferenceException)
        {
            log.Note("after");
        }
        return box.ToString();
    }

    [Fact]
    public void S048_A_field_behind_a_property() => Oracle.Check((log, yield) => Behind(log, yield), log => Behind(log));

    [Coroutine]
    private static string Behind(Log log, Yield<string, int> yield)
    {
        var box = new Box(log, "box");
        box.B.F = yield("once");
        box.B.B.P += yield("read once");
        box.B.F++;
        Box? none = null;
        try
        {
            none!.B.F = yield("not reached");
        }
        catch (NullReferenceException)
        {
            log.Note("before");
        }
        try
        {
            new Box(log, "lonely").Inner!.F = yield("reached");
        }
        catch (NullReferenceException)
        {
            log.Note("after");
        }
        return $"{box} {box.Inner} {box.Inner!.Inner}";
    }

    [Fact]
    public void S049_A_field_of_a_struct_in_a_class() => Oracle.Check((log, yield) => StructInClass(log, yield), log => StructInClass(log));

    [Coroutine]
    private static string StructInClass(Log log, Yield<string, int> yield)
    {
        var box = new Box(log, "box");
        box.S.X = yield("x");
        box.S.Y += yield("y");
        box.S.Both = yield("both");
        box.S = new Pair(yield("new"), box.S.Y);
        Box? none = null;
        try
        {
            none!.S.X = yield("not reached");
        }
        catch (NullReferenceException)
        {
            log.Note("before");
        }
        return box.ToString();
    }

    [Fact]
    public void S050_An_array_element() => Oracle.Check((log, yield) => Element(log, yield), log => Element(log));

    [Coroutine]
    private static string Element(Log log, Yield<string, int> yield)
    {
        int[] array = [1, 2, 3], first = array;
        int i = 0;
        array[log.Arg("i", i++)] = yield("element");
        array[i] = yield((array = [7, 8, 9, 10])[i++].ToString());      // the first array, the old index
        array[yield("index") & 1] = log.Arg("value", 40);
        try
        {
            array[log.Arg("far", 9)] = yield("reached");
        }
        catch (IndexOutOfRangeException)
        {
            log.Note("after");
        }
        int[]? none = null;
        try
        {
            none![0] = yield("reached too");
        }
        catch (NullReferenceException)
        {
            log.Note("null after");
        }
        return Log.Show(first) + Log.Show(array);
    }

    [Fact]
    public void S051_A_field_of_an_array_element() => Oracle.Check((log, yield) => ElementField(log, yield), log => ElementField(log));

    [Coroutine]
    private static string ElementField(Log log, Yield<string, int> yield)
    {
        var pairs = new Pair[2];
        var boxes = new Box[] { new(log, "b0"), null! };
        int i = 0;
        pairs[i++].X = yield("x");
        pairs[i].Both = yield((i = 0).ToString());
        boxes[0].F = yield("f");
        try
        {
            pairs[log.Arg("far", 5)].X = yield("not reached");
        }
        catch (IndexOutOfRangeException)
        {
            log.Note("before");
        }
        try
        {
            boxes[1].F = yield("reached");
        }
        catch (NullReferenceException)
        {
            log.Note("after");
        }
        return $"{pairs[0]} {pairs[1]} {boxes[0]} {i}";
    }

    [Fact]
    public void S052_Compound_assignment_to_an_array_element()
        => Oracle.Check((log, yield) => ElementCompound(log, yield), log => ElementCompound(log));

    [Coroutine]
    private static string ElementCompound(Log log, Yield<string, int> yield)
    {
        int[] array = [1, 2, 3];
        int i = 0;
        array[i++] += yield((array[0] = 70).ToString());                // 1, the old value
        array[log.Arg("i", i)] -= yield("minus") + (i = 2);
        array[i] *= yield("times") + array[i];
        try
        {
            array[log.Arg("far", 3)] += yield("not reached");
        }
        catch (IndexOutOfRangeException)
        {
            log.Note("before");
        }
        return Log.Show(array);
    }
}
