using System.Collections;
using Xunit;

namespace CoroutineGen.Tests.Holding;

/// <summary>
/// What a foreach or a using holds has no handler in the step: the guard around it gives it back, where plain C# has a finally block. Order,
/// errors and results must be the same.
/// </summary>
public sealed partial class HoldingTests
{
    /// <summary>A resource, and a sequence whose enumerator is one: says when it is given back, and may fail then.</summary>
    private sealed class Source(Log log, string name, int count = 3, Exception? error = null) : IEnumerable<int>, IEnumerator<int>
    {
        public int Current { get; private set; }

        object IEnumerator.Current => Current;

        public IEnumerator<int> GetEnumerator() => this;

        IEnumerator IEnumerable.GetEnumerator() => this;

        public bool MoveNext() => log.Arg(name, ++Current) <= count;

        public void Reset() => throw new NotSupportedException();

        public void Dispose()
        {
            log.Note($"{name} is given back");
            if (error is not null)
                throw error;
        }
    }

    private struct Counted(Log log, int count) : IDisposable
    {
        private int _given;

        public int Current { get; private set; }

        public Counted GetEnumerator() => this;

        public bool MoveNext() => ++Current <= count;

        public void Dispose() => log.Arg("struct given back", ++_given);
    }

    private static int Fails(Log log, int value) => value == 7 ? log.Fail<int>("seven") : value;

    [Fact]
    public void Inner_before_outer() => Oracle.Check((log, yield) => Nested(log, yield), log => Nested(log));

    [Coroutine]
    private static string Nested(Log log, Yield<string, int> yield)
    {
        int sum = 0;
        foreach (int a in new Source(log, "outer"))
        {
            sum += Fails(log, yield($"first {a}"));
            using var held = new Source(log, $"held {a}");
            foreach (int b in new Source(log, "inner", 2))
            {
                int answer = yield($"{a} {b}");
                if (answer == 2)
                    return log.Arg("returns", $"left with {sum}");
                sum += Fails(log, answer);
            }
            yield($"between {sum}");
        }
        return $"end {sum}";
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void An_error_on_giving_back_replaces_what_was_on_its_way(bool outer, bool inner)
        => Oracle.Check((log, yield) => Failing(log, outer, inner, yield), log => Failing(log, outer, inner));

    [Coroutine]
    private static string Failing(Log log, bool outer, bool inner, Yield<string, int> yield)
    {
        foreach (int a in new Source(log, "outer", error: outer ? new FormatException("outer") : null))
        {
            foreach (int b in new Source(log, "inner", 2, inner ? new InvalidOperationException("inner") : null))
            {
                if (Fails(log, yield($"{a} {b}")) == 2)
                    return "left";
            }
        }
        return "end";
    }

    [Fact]
    public void Finally_blocks_within_run_first()
        => Oracle.Check((log, yield) => Within(log, yield), log => Within(log), answers: [[1, 2, 3, 4, 5], [2], [5, 6, 7]]);

    [Coroutine]
    private static string Within(Log log, Yield<string, int> yield)
    {
        foreach (int a in new Source(log, "outer"))
        {
            try
            {
                int answer = yield("try");
                if (answer == 2)
                    return "left";
                Fails(log, answer);
            }
            finally
            {
                log.Note("real finally");
            }
            foreach (int b in new Source(log, "copied"))
            {
                if (b == a + 1)
                    return log.Arg("from a copied loop", "left");
            }
            try
            {
                Fails(log, yield("second try"));
            }
            finally
            {
                log.Arg("moved finally", yield("in finally"));
            }
        }
        return "end";
    }

    [Fact]
    public void Handlers_within_catch_first() => Oracle.Check((log, yield) => Caught(log, yield), log => Caught(log));

    [Coroutine]
    private static void Caught(Log log, Yield<string, int> yield)
    {
        foreach (int a in new Source(log, "outer"))
        {
            try
            {
                foreach (int b in new Source(log, "inner", 1))
                    Fails(log, yield($"{a} {b}"));
            }
            catch (InvalidOperationException error)
            {
                log.Arg("caught", error.Message);
                yield("handler");
            }
        }
    }

    [Fact]
    public void Jumps_out() => Oracle.Check((log, yield) => Jumps(log, yield), log => Jumps(log));

    [Coroutine]
    private static int Jumps(Log log, Yield<int, int> yield)
    {
        int rounds = 0;
    again:
        foreach (int a in new Source(log, "outer"))
        {
            foreach (int b in new Source(log, "inner"))
            {
                int answer = yield(a * 10 + b);
                if (answer == 1)
                    break;
                if (answer == 4)
                    continue;
                if (answer == 9 && rounds++ < 2)
                    goto again;
            }
            while (true)
            {
                using var held = new Source(log, "held");
                if (yield(a) > 2)
                    break;
                if (a > 1)
                    continue;
                using (new Source(log, "second"))
                {
                    if (yield(-a) > 2)
                        break;
                }
            }
        }
        return rounds;
    }

    [Fact]
    public void Structs_and_several_at_once() => Oracle.Check((log, yield) => Kinds(log, yield), log => Kinds(log));

    [Coroutine]
    private static string Kinds(Log log, Yield<int, int> yield)
    {
        foreach (int n in new Counted(log, 2))
            Fails(log, yield(n));
        foreach (int n in new List<int> { 4, 5 })
            yield(n);
        using (Source first = new(log, "first"), second = new(log, log.Arg("between", "second"), error: new FormatException("second")))
        {
            Func<int> captured = () => first.Current;
            if (yield(captured()) > 2)
                return log.Arg("captured", captured().ToString());
        }
        using (new Counted(log, 1))
        using (IDisposable? nothing = null)
            Fails(log, yield(8));
        using (new Source(log, "not reached by a failing second", yield(9)))
        using (new Source(log, "second", Fails(log, yield(7))))
            yield(10);
        return "end";
    }

    [Fact]
    public void A_result_is_lost_when_giving_back_fails()
    {
        var error = new FormatException("outer");
        var log = new Log();
        var coroutine = Returning(log, error);
        coroutine.Next();
        Assert.Same(error, Assert.Throws<FormatException>(() => coroutine.TrySend(1)));
        Assert.Same(error, coroutine.Error);
        Assert.False(coroutine.HasResult);
        Assert.Single(log.Entries, entry => entry.Contains("given back", StringComparison.Ordinal));
    }

    [Coroutine]
    private static string Returning(Log log, Exception? error, Yield<int, int> yield)
    {
        foreach (int n in new Source(log, "outer", error: error))
        {
            if (yield(n) == 1)
                return "left";
        }
        return "end";
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Done_that_escapes_from_giving_back_is_no_end(bool isReturned)
    {
        var coroutine = Returning(new Log(), new CoroutineCompletedException("inner"));
        coroutine.Next();
        var error = Assert.Throws<CoroutineStateException>(() => isReturned ? coroutine.TrySend(1) : coroutine.TryThrow(new FormatException()));
        Assert.Equal(CoroutineStateReason.LeakedDone, error.Reason);
        Assert.Same(error, coroutine.Error);
    }

    [Fact]
    public void An_exit_that_escapes_from_giving_back_ends_a_close()
    {
        var coroutine = Returning(new Log(), new CoroutineExitException());
        coroutine.Next();
        coroutine.Close();
        Assert.Equal(CoroutineState.Closed, coroutine.State);
        Assert.Null(coroutine.Error);
    }

    /// <summary>Asks the coroutine that holds it when it is given back.</summary>
    private sealed class Witness : IDisposable
    {
        public Coroutine<int>? Holder { get; set; }

        public List<string> Seen { get; } = [];

        public void Dispose()
        {
            Seen.Add(Holder!.State.ToString());
            Seen.Add(Assert.Throws<CoroutineStateException>(() => Holder.MoveNext()).Reason.ToString());
        }
    }

    [Coroutine]
    private static void Holding(Witness witness, bool fails, Yield<int> yield)
    {
        using (witness)
        {
            yield(1);
            if (fails)
                throw new FormatException();
        }
    }

    [Coroutine]
    private static void Around(Coroutine<int> inner, Yield<int> yield) => yield.From(inner);

    [Theory]
    [InlineData("fails")]
    [InlineData("throw")]
    [InlineData("close")]
    [InlineData("end")]
    public void It_runs_while_it_gives_back(string how)
    {
        foreach (bool isInner in new[] { false, true })
        {
            var witness = new Witness();
            Coroutine<int> coroutine = Holding(witness, how == "fails");
            witness.Holder = coroutine;
            if (isInner)
                coroutine = Around(coroutine);
            coroutine.Next();
            switch (how)
            {
                case "throw":
                    Assert.Throws<InvalidOperationException>(() => coroutine.TryThrow(new InvalidOperationException()));
                    break;
                case "close":
                    coroutine.Close();
                    break;
                case "fails":
                    Assert.Throws<FormatException>(() => coroutine.MoveNext());
                    break;
                default:
                    Assert.False(coroutine.MoveNext());
                    break;
            }
            Assert.Equal(["Running", "Running"], witness.Seen);
            Assert.Equal(CoroutineState.Closed, witness.Holder.State);
        }
    }

    [Fact]
    public void An_error_from_an_inner_coroutine_gives_back_on_its_way()
        => Oracle.Check((log, yield) => Delegating(log, yield), log => Delegating(log));

    [Coroutine]
    private static string Inner(Log log, int a, Yield<string, int> yield)
    {
        using var held = new Source(log, $"inner {a}", error: a == 2 ? new FormatException("inner") : null);
        return $"{Fails(log, yield($"inner {a}"))} {Fails(log, yield("again"))}";
    }

    [Coroutine]
    private static string Delegating(Log log, Yield<string, int> yield)
    {
        string all = "";
        foreach (int a in new Source(log, "outer"))
            all += yield.From(Inner(log, a)) + "; ";
        return all;
    }
}
