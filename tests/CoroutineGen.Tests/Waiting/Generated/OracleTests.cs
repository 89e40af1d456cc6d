using Xunit;

namespace CoroutineGen.Tests.Waiting.Generated;

/// <summary>Each body, push-style and as a coroutine, with awaits ready, pending and mixed.</summary>
public sealed class OracleTests
{
    private const int Limit = 60_000;

    private static async Task<object?> Of(ValueTask task)
    {
        await task;
        return null;
    }

    private static async Task<object?> Of(Task task)
    {
        await task;
        return null;
    }

    private static async Task<object?> Of<T>(Task<T> task) => await task;

    private static async Task<object?> Of<T>(ValueTask<T> task) => await task;

    [Fact(Timeout = Limit)]
    public Task One_way() => Oracle.Agree<int>((w, y) => Of(Bodies.Range(2, 6, w, y)), w => Bodies.Range(2, 6, w));

    [Fact(Timeout = Limit)]
    public Task No_yield_at_all() => Oracle.Agree<int>((w, y) => Of(Bodies.Nothing(w, y)), w => Bodies.Nothing(w));

    [Fact(Timeout = Limit)]
    public Task Two_way()
        => Oracle.Agree<double, double>((w, y) => Of(Bodies.Averager(3, w, y)), w => Bodies.Averager(3, w), (n, _) => n * 2.5);

    [Fact(Timeout = Limit)]
    public async Task Consumer()
    {
        var work = new Work(2);
        var c = await Bodies.Consumer(work).PrimeAsync();
        Assert.True(await c.TrySendAsync(3));
        Assert.True(await c.TrySendAsync(4));
        Assert.False(await c.TrySendAsync(0));
        int[] answers = [3, 4, 0];
        int next = 0;
        Assert.Equal(await Bodies.Consumer(work, async () => await work.Number(answers[next++])), c.Result);
    }

    [Fact(Timeout = Limit)]
    public Task Rules_132_and_133_awaits_in_every_position()
        => Oracle.Agree<int, int>((w, y) => Of(Bodies.Positions(w, y)), w => Bodies.Positions(w), (n, value) => value + n);

    [Fact(Timeout = Limit)]
    public Task Trap_38_a_string_that_yields_is_formatted_at_its_end()
        => Oracle.Agree<int, int>((w, y) => Of(Bodies.Formatted(w, y)), w => Bodies.Formatted(w), (n, value) => (10 * value) + n);

    [Theory(Timeout = Limit)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Rule_133_handlers(int failing)
    {
        await Oracle.Agree<int, int>((w, y) => Of(Bodies.Handlers(w, y)), w => Bodies.Handlers(w), (n, _) => n == failing ? 13 : n);
        await Oracle.Agree<int, int>(
            (w, y) => Of(Bodies.Handlers(w, y)), w => Bodies.Handlers(w),
            (n, _) => n == failing ? throw new FormatException("thrown in") : n);
        await Oracle.Agree<int, int>(
            (w, y) => Of(Bodies.Handlers(w, y)), w => Bodies.Handlers(w),
            (n, _) => n == failing ? throw new NotSupportedException("not caught") : n);
    }

    [Theory(Timeout = Limit)]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(3)]
    public Task Await_foreach_around_yields(int failing)
        => Oracle.Agree<int, int>(
            (w, y) => Of(Bodies.AwaitForEach(w, y)), w => Bodies.AwaitForEach(w),
            (n, value) => n == failing ? throw new FormatException() : value);

    [Theory(Timeout = Limit)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public Task Await_using_around_yields(int failing)
    {
        int number = 0;
        return Oracle.Agree<int, int>(
            (w, y) => Of(Bodies.AwaitUsing(w, async v => await y(v))), w => new Adapter(Bodies.AwaitUsing(w)),
            (n, _) => n == failing ? throw new FormatException() : number = n);
    }

    [Fact(Timeout = Limit)]
    public Task Closures()
        => Oracle.Agree<Func<int>, int>((w, y) => Of(Bodies.Closures(w, y)), w => Bodies.Closures(w), (n, f) => f() + n);

    [Fact(Timeout = Limit)]
    public Task Generics()
        => Oracle.Agree<int, int>(
            (w, y) => Of(Bodies.Generic(5, new List<int>(), y)), w => Bodies.Generic(5, new List<int>()), (n, value) => value * 2);

    [Fact(Timeout = Limit)]
    public Task Expression_bodies()
        => Oracle.Agree<int, int>((w, y) => Of(Bodies.Expression(w, y)), w => Bodies.Expression(w), (n, value) => value * 2);

    [Fact(Timeout = Limit)]
    public Task Delegation()
        => Oracle.Agree<int, int>((w, y) => Of(Bodies.Delegating(w, y)), w => Bodies.Delegating(w), (n, value) => n == 1 ? 13 : value + 1);

    [Fact(Timeout = Limit)]
    public Task Recursion() => Oracle.Agree<int>((w, y) => Of(Bodies.Recursive(5, w, y)), w => Bodies.Recursive(5, w));

    [Fact(Timeout = Limit)]
    public async Task Primed()
    {
        var c = await Bodies.Primed(new Work(1));
        Assert.Equal(1, c.Current);
        Assert.Equal(2, await c.SendAsync(10));
        Assert.False(await c.TrySendAsync(20));
        Assert.Equal(30, c.Result);
    }

    [Fact(Timeout = Limit)]
    public async Task Rules_165_and_166_the_token_parameter()
    {
        using var mine = new CancellationTokenSource();
        using var other = new CancellationTokenSource();
        int items = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (int i in Bodies.Token(mine.Token, new Work(1)).WithCancellation(other.Token))
            {
                items++;
                if (i == 2)
                    await other.CancelAsync();
            }
        });
        Assert.Equal(3, items);
    }

    private sealed class Adapter(AsyncCoroutine<int> inner) : AsyncCoroutine<int, int>
    {
        protected override string Name => "Adapter";

        public object? Result => inner.State == CoroutineState.Closed ? null : inner;

        protected override int Step(int point, CompilerServices.Resumption how, int sent)
            => point == 0 ? Suspender.To(1, inner) : Closed;
    }
}
