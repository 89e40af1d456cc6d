using Xunit;

namespace CoroutineGen.Tests.Rules;

/// <summary>Says that an operation is refused, and why: by its reason, never by its text.</summary>
internal static class Refused
{
    public static CoroutineStateException For(CoroutineStateReason reason, Action operation)
    {
        var error = Assert.Throws<CoroutineStateException>(operation);
        Assert.Equal(reason, error.Reason);
        return error;
    }

    public static CoroutineStateException For<T>(CoroutineStateReason reason, Func<T> operation)
        => For(reason, () => { operation(); });
}
