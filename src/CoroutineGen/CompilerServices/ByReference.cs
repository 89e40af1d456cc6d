using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace CoroutineGen.CompilerServices;

/// <summary>Tells objects apart by what they are, and not by what they say of themselves.</summary>
internal sealed class ByReference : IEqualityComparer<object>
{
    public static readonly ByReference Instance = new();

    bool IEqualityComparer<object>.Equals(object? x, object? y) => ReferenceEquals(x, y);

    int IEqualityComparer<object>.GetHashCode(object obj) => RuntimeHelpers.GetHashCode(obj);
}
