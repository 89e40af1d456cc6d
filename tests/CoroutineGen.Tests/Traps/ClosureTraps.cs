using Xunit;

namespace CoroutineGen.Tests.Traps;

/// <summary>Traps 13, 14, 24 and 25: how often a variable begins, and how often a question is asked.</summary>
public sealed partial class ClosureTraps
{
    // Naive: the newest value three times, because each lambda looks its scope up in the frame when it is called.
    [Fact]
    public void Trap_13_A_lambda_keeps_the_iteration_it_was_made_in()
        => Oracle.Check((log, yield) => Kept(log, yield), log => Kept(log));

    [Coroutine]
    private static string Kept(Log log, Yield<string, int> yield)
    {
        var reads = new List<Func<int>>();
        for (int i = 0; i < 3; i++)
        {
            int fresh = yield($"{i}") + 10 * i;
            reads.Add(() => fresh);
            fresh += 100 * yield("changed after");
        }
        return string.Join(" ", reads.Select(read => read()));
    }

    // Naive, one scope for the method: each round's count is raised by the first round's lambda. Naive, one scope for each round: the
    // for-variable is not shared, and the loop takes four rounds rather than two.
    [Fact]
    public void Trap_14_A_block_begins_afresh_and_a_for_variable_does_not()
        => Oracle.Check((log, yield) => Begun(log, yield), log => Begun(log));

    [Coroutine]
    private static string Begun(Log log, Yield<string, int> yield)
    {
        Func<int>? raise = null, skip = null;
        string seen = "";
        for (int i = 0; i < 4; i++)
        {
            int count = yield($"round {i}");
            raise ??= () => ++count;
            skip ??= () => ++i;
            seen += $"{count} {raise()} {count} ";
            yield(seen);
            seen += $"{count} {skip()}; ";
        }
        return seen;
    }

    // Naive: "count 10 stale" in the second round, because the variables became fields, and their initialisers were run once.
    [Fact]
    public void Trap_24_A_goto_runs_initialisers_again() => Oracle.Check((log, yield) => Again(log, yield), log => Again(log));

    [Coroutine]
    private static string Again(Log log, Yield<string, int> yield)
    {
        int rounds = 0;
    Start:
        int count = 0;
        string? text = null;
        if (yield($"count {count} {text}") > 2)
            goto Later;
        int skipped = yield("not skipped");
        text = $"text {skipped}";
    Later:
        skipped = 9;
        count += yield(text ?? "skipped") + skipped;
        text = "stale";
        if (++rounds < 3)
            goto Start;
        return $"{count} {text} {skipped}";
    }

    private sealed class Moody(Log log)
    {
        private int mood;

        public int Mood => log.Arg("Mood", ++mood);
    }

    // Naive: Mood is read again by each case, and is 1 no longer when the second one looks; "when" is asked again on entry of the section.
    [Fact]
    public void Trap_25_A_switch_asks_each_question_once() => Oracle.Check((log, yield) => Asked(log, yield), log => Asked(log));

    [Coroutine]
    private static string Asked(Log log, Yield<string, int> yield)
    {
        string seen = "";
        switch (new Moody(log))
        {
            case { Mood: 1 } when log.Arg("when", false):
                seen += yield("never");
                break;
            case { Mood: 1 or 3 } when log.Arg("when", true):
                seen += $"first {yield("first")}";
                break;
            case { Mood: 2 }:
                seen += $"second {yield("second")}";
                break;
        }
        int n = 5;
        switch (n)
        {
            case > 4 when yield("when?") + n++ > 6:
                return seen + yield("many") + n;
            case > 4 when yield("when then?") > 0:
                return seen + yield("some") + n;
            default:
                return seen + yield("none") + n;
        }
    }
}
