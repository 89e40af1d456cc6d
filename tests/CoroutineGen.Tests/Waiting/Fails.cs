using Xunit;

namespace CoroutineGen.Tests.Waiting;

/// <summary>Says where an error comes from: from the call itself, or from its task.</summary>
internal static class Fails
{
    /// <summary>The call itself is refused (rule 121).</summary>
    public static void AtOnce<T>(CoroutineStateReason reason, Func<ValueTask<T>> operation)
        => Refused(reason, Assert.Throws<CoroutineStateException>(() => { _ = operation(); }));

    /// <summary>The call itself is refused (rule 121).</summary>
    public static void AtOnce(CoroutineStateReason reason, Func<ValueTask> operation)
        => Refused(reason, Assert.Throws<CoroutineStateException>(() => { _ = operation(); }));

    private static void Refused(CoroutineStateReason reason, CoroutineStateException error)
    {
        Assert.Equal(reason, error.Reason);
        if (reason == CoroutineStateReason.Running)
            Assert.Matches("^An operation of (the coroutine|'\\w+') is in progress: await it first.$", error.Message);
    }

    /// <summary>The call gives a task, and that fails.</summary>
    public static async Task<TError> InTheTask<TError, T>(Func<ValueTask<T>> operation)
        where TError : Exception
    {
        var task = operation();
        return await Assert.ThrowsAsync<TError>(async () => await task);
    }

    /// <summary>The call gives a task, and that fails.</summary>
    public static async Task<TError> InTheTask<TError>(Func<ValueTask> operation)
        where TError : Exception
    {
        var task = operation();
        return await Assert.ThrowsAsync<TError>(async () => await task);
    }
}
