using System.Runtime.CompilerServices;

namespace CoroutineGen.Delegation;

/// <summary>Casts that an invariant answers for; asking costs more than the rest of a step.</summary>
internal static class Known
{
    /// <summary>What is known to be of a type, without the time to ask for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T? As<T>(object? value)
        where T : class
#if NET
        => Unsafe.As<T>(value);
#else
        => (T?)value;
#endif
}
