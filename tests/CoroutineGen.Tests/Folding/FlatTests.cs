using System.Runtime.CompilerServices;
using Xunit;

namespace CoroutineGen.Tests.Folding;

/// <summary>
/// Static methods that delegate to themselves: their calls stay within the step. Whatever such a call can look like gives what plain C# does.
/// </summary>
public static partial class FlatTests
{
    [Fact]
    public static void Arguments_by_name_by_default_and_of_the_caller()
        => Oracle.Check((log, yield) => Named(log, 2, yield), log => Named(log, 2));

    [Coroutine]
    private static void Named(Log log, int depth, Yield<int> yield, string tag = "t", [CallerMemberName] string caller = "")
    {
        yield(depth);
        log.Note(tag + caller);
        if (depth > 0)
            yield.From(FlatTests.Named(depth: log.Arg("depth", depth - 1), log: log, tag: tag + "!"));
        if (depth > 1)
            yield.From(Named(log, 0));
    }

    [Fact]
    public static void A_list_of_arguments() => Oracle.Check((log, yield) => Listed(yield, 1, 2, 3), _ => Listed(1, 2, 3));

    [Coroutine]
    private static void Listed(Yield<int> yield, params int[] values)
    {
        foreach (int value in values)
            yield(value);
        if (values.Length > 0)
            yield.From(Listed(values[1..]));
        if (values.Length == 2)
            yield.From(Listed(5, 6));
        else if (values.Length == 3)
            yield.From(Listed());
    }

    [Fact]
    public static void Type_arguments_said_and_inferred()
        => Oracle.Check((log, yield) => Typed([1, 2, 3], 0, yield), log => Typed([1, 2, 3], 0));

    [Coroutine]
    private static void Typed<T>(T[] values, int from, Yield<T> yield)
        where T : struct
    {
        if (from >= values.Length)
            return;
        yield(values[from]);
        yield.From(Typed(values, from + 1));
        if (from == 1)
            yield.From(Typed<T>(values, from + 1));
    }

    [Fact]
    public static void Arguments_that_yield() => Oracle.Check((log, yield) => Spilled(log, 3, yield), log => Spilled(log, 3));

    [Coroutine]
    private static int Spilled(Log log, int depth, Yield<int, int> yield)
        => depth <= 0 ? yield(0) : log.Arg("before", depth) + yield.From(Spilled(log, depth - 1 - (yield(depth) & 1))) + yield(-depth);

    [Fact]
    public static void Results_are_passed_on() => Oracle.Check((log, yield) => Summed(log, 5, yield), log => Summed(log, 5));

    [Coroutine]
    private static int Summed(Log log, int depth, Yield<int, int> yield)
    {
        if (depth == 0)
            return yield(0);
        int rest = yield.From(Summed(log, depth - 1));
        log.Arg("rest", rest);
        if (depth == 3)
            return rest * 10;
        return rest + yield(depth);
    }

    [Fact]
    public static void Handlers_beside_the_call() => Oracle.Check((log, yield) => Handled(log, 3, yield), log => Handled(log, 3));

    [Coroutine]
    private static void Handled(Log log, int depth, Yield<int, int> yield)
    {
        try
        {
            if (yield(depth) % 3 == 1)
                throw new FormatException("thrown in " + depth);
        }
        catch (FormatException error) when (depth < 3)
        {
            log.Note(error.Message);
            yield(-depth);
        }
        finally
        {
            log.Arg("finally", depth);
        }
        if (depth > 0)
            yield.From(Handled(log, depth - 1));
        foreach (int value in new[] { 1, 2 })
            yield(value);
        try
        {
            yield(7);
        }
        finally
        {
            log.Arg("end", depth);
        }
    }

    [Fact]
    public static void Closures_of_each_call() => Oracle.Check((log, yield) => Captured(log, 2, yield), log => Captured(log, 2));

    [Coroutine]
    private static void Captured(Log log, int depth, Yield<int, int> yield)
    {
        int count = depth * 10;
        Func<int> next = () => count++ + depth;
        yield(next());
        if (depth > 0)
            yield.From(Captured(log, depth - 1));
        yield(next());
        log.Arg("count", count);
    }

    [Fact]
    public static void In_a_checked_block_and_of_an_extension()
        => Oracle.Check((log, yield) => "abc".Checked(log, yield), log => "abc".Checked(log));

    [Coroutine]
    private static void Checked(this string text, Log log, Yield<int, int> yield)
    {
        if (text.Length == 0)
            return;
        log.Arg("answer", yield(text[0]));
        checked
        {
            yield.From(text[1..].Checked(log));
        }
        yield.From(Checked("", log));
    }

    [Fact]
    public static void Names_that_the_step_has_itself()
        => Oracle.Check((log, yield) => Same(2, 1, 1, yield), log => Same(2, 1, 1));

    [Coroutine]
    private static void Same(int own, int frames, int frame, Yield<int> yield, int f = 0, int co = 1, int point = 2)
    {
    Again:
        yield(own + frames + frame + f + co + point);
        if (own > 0)
            yield.From(Same(own - 1, frames, frame, f, co, point));
        if (frames++ < 2)
            goto Again;
        else
            goto Back;
    Back:
        yield(frames);
    }

    /// <summary>The last line was taken for the end of the body, which falls through to the way back, and was left out.</summary>
    [Fact]
    public static void A_return_without_indentation_on_the_last_line()
        => Oracle.Check((log, yield) => Unindented(log, 3, yield), log => Unindented(log, 3));

    [Coroutine]
    private static void Unindented(Log log, int depth, Yield<int> yield)
    {
        yield(depth);
        if (depth > 0)
            yield.From(Unindented(log, depth - 1));
#pragma warning disable format // That nothing is indented is what is tested.
        if (log.Arg("depth", depth) > 1)
        return;
        else
        return;
#pragma warning restore format
    }

    private static int s_turns;

    [Coroutine]
    private static void Without(Yield<int> yield)
    {
        yield(s_turns);
        if (s_turns++ < 3)
            yield.From(Without());
        yield(-1);
    }

    [Fact]
    public static void A_method_without_variables()
    {
        s_turns = 0;
        Assert.Equal([0, 1, 2, 3, -1, -1, -1, -1], Without());

        s_turns = 2;
        var unfolded = Without();
        Assert.True(unfolded.MoveNext() && unfolded.MoveNext());
        Assert.EndsWith(", yield.From(Without())", unfolded.SuspendedAt, StringComparison.Ordinal);
        Assert.StartsWith("Without [Suspended] at FlatTests.cs:", unfolded.Delegate!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(", yield.From(Without())", unfolded.SuspendedAt, StringComparison.Ordinal);
        Assert.Equal([3, -1, -1], unfolded.Prepend(unfolded.Current));
    }
}
