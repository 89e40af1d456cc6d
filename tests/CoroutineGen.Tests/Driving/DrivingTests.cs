using Xunit;

namespace CoroutineGen.Tests.Driving;

/// <summary>The ways to drive a coroutine that are made of its operations.</summary>
public sealed partial class DrivingTests
{
    private static readonly List<string> NoLog = [];

    [Coroutine]
    private static string Sum(int first, List<string> log, Yield<int, int> yield)
    {
        int sum = first;
        try
        {
            while (sum < 10)
                sum += yield(sum);
            return $"sum {sum}";
        }
        catch (CoroutineExitException)
        {
            return $"closed at {sum}";
        }
        finally
        {
            log.Add($"left at {sum}");
        }
    }

    [Coroutine]
    private static void Count(int from, List<string> log, Yield<int> yield)
    {
        try
        {
            for (int i = from; i < from + 3; i++)
                yield(i);
        }
        finally
        {
            log.Add("left");
        }
    }

    [Coroutine]
    private static string Length(Receive<string> yield) => yield() + yield();

    [Coroutine]
    private static void Answers(List<string> got, Yield<string, string> yield)
    {
        got.Add(yield("a"));
        got.Add(yield("b"));
    }

    [Fact]
    public void TryNext_gives_each_value_and_then_none()
    {
        var c = Count(1, NoLog);
        Assert.True(c.TryNext(out int first));
        Assert.Equal(1, first);
        Assert.True(c.TryNext(out _));
        Assert.True(c.TryNext(out int third));
        Assert.Equal(3, third);
        Assert.False(c.TryNext(out int none));
        Assert.Equal(0, none);
        Assert.False(c.TryNext(out _));
    }

    [Fact]
    public void NextOrDefault_gives_the_fallback_at_the_end()
    {
        var c = Count(7, NoLog);
        Assert.Equal([7, 8, 9, -1, -1], [c.NextOrDefault(-1), c.NextOrDefault(-1), c.NextOrDefault(-1), c.NextOrDefault(-1), c.NextOrDefault(-1)]);
        Assert.Equal(0, c.NextOrDefault());
        Assert.Null(Coroutines.Empty<string>().NextOrDefault());
    }

    [Fact]
    public void TrySend_gives_the_next_value()
    {
        var c = Sum(1, []);
        int untouched = -1;
        Assert.Throws<CoroutineStateException>(() => c.TrySend(1, out untouched));
        Assert.Equal((-1, CoroutineState.Created), (untouched, c.State));
        c.Prime();
        Assert.True(c.TrySend(2, out int next));
        Assert.Equal(3, next);
        Assert.False(c.TrySend(100, out next));
        Assert.Equal((0, "sum 103"), (next, c.Result));
        Assert.False(c.TrySend(1, out _));
    }

    [Fact]
    public void Resume_starts_a_fresh_one_and_sends_to_any_other()
    {
        var c = Sum(1, []);
        Assert.True(c.Resume(1000));
        Assert.Equal(1, c.Current);
        Assert.True(c.Resume(4));
        Assert.Equal(5, c.Current);
        Assert.False(c.Resume(5));
        Assert.Equal("sum 10", c.Result);
        Assert.False(c.Resume(5));
    }

    [Fact]
    public void Run_answers_each_value_and_gives_the_result()
    {
        List<int> asked = [];
        string result = Sum(1, NoLog).Run(sum =>
        {
            asked.Add(sum);
            return sum * 2;
        });
        Assert.Equal("sum 27", result);
        Assert.Equal([1, 3, 9], asked);
    }

    [Fact]
    public void Run_of_one_without_a_result()
    {
        List<string> got = [];
        Answers(got).Run(asked => asked + asked);
        Assert.Equal(["aa", "bb"], got);
    }

    [Fact]
    public void Run_of_a_consumer()
    {
        int sent = 0;
        Assert.Equal("12", Length().Run(_ => $"{++sent}"));
    }

    [Fact]
    public void Run_goes_on_where_it_stands()
    {
        List<int> asked = [];
        var c = Sum(1, NoLog).Prime();
        c.Send(3);
        Assert.Equal("sum 10", c.Run(sum =>
        {
            asked.Add(sum);
            return 6;
        }));
        Assert.Equal([4], asked);
        Assert.Equal("sum 10", c.Run(_ => throw new InvalidOperationException("asked of a closed one")));
    }

    [Fact]
    public void Run_closes_where_the_answer_fails()
    {
        List<string> log = [];
        var c = Sum(1, log);
        Assert.Equal("no", Assert.Throws<FormatException>(() => c.Run(sum => sum == 1 ? 4 : throw new FormatException("no"))).Message);
        Assert.Equal((CoroutineState.Closed, "closed at 5"), (c.State, c.Result));
        Assert.Equal(["left at 5"], log);
    }

    [Fact]
    public void Run_lets_an_error_of_the_body_through()
    {
        var c = Sum(1, null!);
        Assert.Throws<NullReferenceException>(() => c.Run(_ => 100));
        Assert.IsType<NullReferenceException>(c.Error);
    }

    [Fact]
    public void Run_of_one_that_was_closed_has_no_result()
    {
        var c = Length();
        c.MoveNext();
        c.Close();
        Assert.Throws<InvalidOperationException>(() => c.Run(_ => ""));
    }

    [Fact]
    public void Close_gives_what_is_returned_on_the_way()
    {
        var c = Sum(1, []).Prime();
        Assert.True(c.Close(out string? result));
        Assert.Equal("closed at 1", result);
        Assert.True(c.Close(out result));
        Assert.Equal("closed at 1", result);
        Assert.False(Length().Close(out result));
        Assert.Null(result);
    }

    [Fact]
    public void LeaveOpen_goes_on_after_a_loop_and_a_query()
    {
        List<string> log = [];
        var c = Count(1, log);
        foreach (int value in c.LeaveOpen())
        {
            Assert.Equal(1, value);
            break;
        }
        Assert.Equal([2], c.LeaveOpen().Take(1));
        Assert.Equal(CoroutineState.Suspended, c.State);
        Assert.Empty(log);
        Assert.Equal([3], c.LeaveOpen());
        Assert.Equal(["left"], log);
        Assert.Empty(c.LeaveOpen());
    }

    [Fact]
    public void Allocations_of_LeaveOpen_are_none()
    {
        var c = Count(1, NoLog);
        c.MoveNext();
        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (int _ in c.LeaveOpen())
            break;
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        c.Close();
    }

    [Fact]
    public void Empty_is_a_fresh_coroutine_with_nothing_in_it()
    {
        var c = Coroutines.Empty<int>();
        Assert.Equal((CoroutineState.Created, "Empty"), (c.State, c.ToString()!.Split(' ')[0]));
        Assert.Empty(c);
        Assert.Equal(CoroutineState.Closed, c.State);
        Assert.Throws<CoroutineCompletedException>(() => Coroutines.Empty<int>().Next());
    }

    [Fact]
    public void Repeatable_begins_anew_each_time()
    {
        int made = 0;
        var sequence = Coroutines.Repeatable(() => Count(++made, NoLog));
        Assert.Equal(0, made);
        Assert.Equal([1, 2, 3], sequence);
        Assert.Equal([2, 3, 4], sequence);
        Assert.Equal(sequence.First() + 1, sequence.First());
    }

    [Fact]
    public void What_is_null_is_named()
    {
        Sequence nothing = null!;
        Assert.Equal("coroutine", Assert.Throws<ArgumentNullException>(() => nothing.Resume(1)).ParamName);
        Assert.Equal("coroutine", Assert.Throws<ArgumentNullException>(() => nothing.TryNext(out _)).ParamName);
        Assert.Equal("coroutine", Assert.Throws<ArgumentNullException>(() => nothing.LeaveOpen()).ParamName);
        Assert.Equal("answer", Assert.Throws<ArgumentNullException>(() => new Sequence().Run(null!)).ParamName);
        Assert.Equal("make", Assert.Throws<ArgumentNullException>(() => Coroutines.Repeatable((Func<Coroutine<int>>)null!)).ParamName);
    }

    [Fact]
    public void Classes_of_others_are_driven_the_same_way()
    {
        var c = new Sequence();
        Assert.True(c.Resume(5));
        Assert.True(c.TrySend(5, out int next));
        Assert.Equal(5, next);
        Assert.Equal(6, c.NextOrDefault(-1));
        c.Run(_ => 100);
        Assert.Equal(CoroutineState.Closed, c.State);
    }

    /// <summary>Counts from what it was sent last, up to 10; written by hand.</summary>
    private sealed class Sequence : ICoroutine<int, int>
    {
        public CoroutineState State { get; private set; } = CoroutineState.Created;

        public int Current { get; private set; }

        public bool MoveNext() => At(Current + 1);

        public bool TrySend(int value) => At(value);

        public bool TryThrow(Exception error) => throw error;

        public void Close() => State = CoroutineState.Closed;

        public IEnumerator<int> GetEnumerator() => throw new NotSupportedException();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        private bool At(int value)
        {
            Current = value;
            State = value > 10 ? CoroutineState.Closed : CoroutineState.Suspended;
            return value <= 10;
        }
    }
}
