using Xunit;

namespace CoroutineGen.Tests.Waiting.Generated;

/// <summary>
/// What an await makes of an interpolated string: all holes are evaluated, in their order, and formatted at the end. A coroutine does the same
/// where the await was that of a yield, and is not there any more.
/// </summary>
public sealed partial class InterpolationTests
{
    /// <summary>Its text depends on when it is formatted, and it says when it is read.</summary>
    private sealed class World(List<string> log)
    {
        public int N { get; set; } = 1;

        public World It
        {
            get
            {
                log.Add($"read at {N}");
                return this;
            }
        }

        public override string ToString() => $"<{N++}>";
    }

    [Coroutine]
    private static async Task<string> AssignedBefore(World w, int b, AsyncYield<int, int> yield)
        => $"{await yield(5) - (b = 4)}|{w}|{b}|{w.N}";

    [Coroutine]
    private static async Task<string> ReadInTurn(World w, int b, AsyncYield<int, int> yield)
        => $"{(w.N = await yield(5)) + b,4:x2}|{w.It,-6}|{w.N}|{7}|{b++}|{b}";

    [Coroutine]
    private static async Task<string> ChangedLater(World w, int b, AsyncYield<int, int> yield)
        => $"{b}|{await yield(b)}|{w}|{w.N}|{w.N = 9}|{w}";

    [Coroutine]
    private static async Task<string> Before(World w, int b, AsyncYield<int, int> yield)
        => $"{w}|{b = 3}|{await yield(w.N)}|{b += 2}|{w.N}|{w.It}";

    [Coroutine]
    private static async Task<string> Several(World w, int b, AsyncYield<int, int> yield)
        => $"{await yield(b)}|{w}|{b = 7}|{await yield(b)}|{b++}|{w.N}|{b}";

    [Coroutine]
    private static async Task<string> NothingToSee(World w, int b, AsyncYield<int, int> yield)
        => $"{await yield(b) - (b = 4)}|{b}|{w.N}";

    [Coroutine]
    private static async Task<string> WithAFunctionThatAwaits(World w, int b, AsyncYield<int, int> yield)
        => $"{await yield(b)}|{w}|{w.N}|{Called(async () => await Task.FromResult(1))}|{w.N}";

    private static int Called(Func<Task<int>> function) => function().Result;

    public static TheoryData<int> Bodies => [.. Enumerable.Range(0, 7)];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task As_push_style(int body)
    {
        List<string> pushed = [];
        List<string> pulled = [];
        pushed.Add(await Push(body, new World(pushed), 2, value =>
        {
            pushed.Add($"yields {value}");
            return new ValueTask<int>(value + 3);
        }));
        pulled.Add(await Pull(body, new World(pulled), 2).RunAsync(value =>
        {
            pulled.Add($"yields {value}");
            return value + 3;
        }));
        Assert.Equal(pushed, pulled);
    }

    private static Task<string> Push(int body, World world, int b, AsyncYield<int, int> yield) => body switch
    {
        0 => AssignedBefore(world, b, yield),
        1 => ReadInTurn(world, b, yield),
        2 => ChangedLater(world, b, yield),
        3 => Before(world, b, yield),
        4 => Several(world, b, yield),
        5 => WithAFunctionThatAwaits(world, b, yield),
        _ => NothingToSee(world, b, yield),
    };

    private static AsyncCoroutine<int, int, string> Pull(int body, World world, int b) => body switch
    {
        0 => AssignedBefore(world, b),
        1 => ReadInTurn(world, b),
        2 => ChangedLater(world, b),
        3 => Before(world, b),
        4 => Several(world, b),
        5 => WithAFunctionThatAwaits(world, b),
        _ => NothingToSee(world, b),
    };
}
