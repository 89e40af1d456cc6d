using Xunit;

namespace CoroutineGen.Tests.Waiting.Generated;

/// <summary>
/// What a body holds by a using or a foreach that do not await is disposed of in the body: in its own execution context, as push-style, however
/// it is left.
/// </summary>
public sealed partial class DisposedInTheBodyTests
{
    private static readonly AsyncLocal<string?> Local = new();

    private sealed class Resource(List<string> log, string name) : IDisposable
    {
        public void Dispose() => log.Add($"{name} {Local.Value}");
    }

    private static IEnumerable<int> Items(List<string> log)
    {
        using var held = new Resource(log, "sequence");
        for (int n = 0; ; n++)
            yield return n;
    }

    [Coroutine]
    private static async Task<int> Holding(List<string> log, string end, AsyncYield<int> yield)
    {
        using var outer = new Resource(log, "using");
        Local.Value = "body's";
        foreach (int n in Items(log))
        {
            await Task.Yield();
            await yield(n);
            if (n == 1 && end == "throw")
                throw new NotSupportedException();
            if (n == 1 && end == "return")
                return n;
        }
        return -1;
    }

    private static readonly string[] Seen = ["sequence body's", "using body's"];

    [Theory]
    [InlineData("throw")]
    [InlineData("return")]
    public async Task Push_style(string end)
    {
        var log = new List<string>();
        try
        {
            await Holding(log, end, _ => default);
        }
        catch (NotSupportedException)
        {
        }
        Assert.Equal(Seen, log);
    }

    [Theory]
    [InlineData("throw")]
    [InlineData("return")]
    [InlineData("Throw")]
    [InlineData("Close")]
    public async Task Pulled(string end)
    {
        var log = new List<string>();
        var holding = Holding(log, end);
        Local.Value = "caller's";
        Assert.True(await holding.MoveNextAsync());
        Assert.True(await holding.MoveNextAsync());
        switch (end)
        {
            case "throw":
                await Assert.ThrowsAsync<NotSupportedException>(async () => await holding.MoveNextAsync());
                break;
            case "Throw":
                await Assert.ThrowsAsync<TimeoutException>(async () => await holding.TryThrowAsync(new TimeoutException()));
                break;
            case "Close":
                await holding.CloseAsync();
                break;
            default:
                Assert.False(await holding.MoveNextAsync());
                break;
        }
        Assert.Equal(Seen, log);
        Assert.Equal("caller's", Local.Value);
    }
}
