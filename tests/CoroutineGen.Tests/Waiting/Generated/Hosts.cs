namespace CoroutineGen.Tests.Waiting.Generated;

/// <summary>Where an asynchronous coroutine may stand.</summary>
internal sealed partial class Host<T>(T seed)
{
    private readonly List<T> _seen = [seed];

    [Coroutine]
    public async Task<int> Instance(Work work, AsyncYield<T, T> yield)
    {
        await work.Do("instance");
        _seen.Add(await yield(_seen[^1]));
        _seen.Add(await yield(_seen[^1]));
        return _seen.Count;
    }

    internal readonly partial struct Inner(int n)
    {
        [Coroutine]
        public async Task Count(Work work, AsyncYield<int> yield)
        {
            for (int i = 0; i < n; i++)
            {
                await work.Do("count");
                await yield(i);
            }
        }
    }
}

internal static partial class Extensions
{
    [Coroutine]
    public static async Task Twice(this string text, AsyncYield<string> yield)
    {
        await Task.Yield();
        await yield(text);
        await yield(text);
    }
}

internal partial interface IHost
{
    int Start { get; }

    [Coroutine]
    async Task From(Work work, AsyncYield<int> yield)
    {
        await work.Do("interface");
        await yield(Start);
    }
}

internal sealed partial class Implements : IHost
{
    public int Start => 7;

    /// <summary>Names that the generated class has itself.</summary>
    [Coroutine]
    public static async Task<int> StepAsync(int Frame, int Suspender, int suspend, int f, int result, int point, AsyncYield<int, int> Current)
    {
        int how = await Current(Frame + Suspender), sent = await Current(suspend + f), next = result, Closed = point;
        await Task.Yield();
        try
        {
            return how + sent + next + Closed + await Current(how);
        }
        finally
        {
            await Current(0);
        }
    }
}

/// <summary>Overloads of one name: no call of the user's binds to a step.</summary>
internal static partial class Overloads
{
    public static string Many(string? text, CancellationToken token, int n) => "plain " + text + n;

    [Coroutine]
    public static async Task<string> Many(int n, AsyncYield<int> yield)
    {
        await yield(n);
        return Many(null, default, n) + Many("a", CancellationToken.None, 2);
    }
}
