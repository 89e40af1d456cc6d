using System.Threading;

namespace CoroutineGen.Delegation;

/// <summary>Gives each driver a number of its own, for all types of coroutine together.</summary>
internal static class DriverNumber
{
    /// <summary>
    /// No driver's: the tag of a fork that has not been resumed since, of a coroutine whose own driver had resumed it last. Its current
    /// value is then its own, as that coroutine's is.
    /// </summary>
    public const int OfTwin = -1;

    private static int _last;

    /// <summary>A number that no other living driver has, unless four billion of them have been made in between.</summary>
    public static int Next()
    {
        int number;
        // 0 marks a coroutine on no stack.
        do
            number = Interlocked.Increment(ref _last);
        while (number is 0 or OfTwin);
        return number;
    }
}
