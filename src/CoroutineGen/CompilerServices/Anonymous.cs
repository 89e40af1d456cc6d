using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace CoroutineGen.CompilerServices;

/// <summary>For generated code: variables whose type has no name.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Anonymous
{
    /// <summary>Casts a kept value back to an anonymous type, which can only be inferred.</summary>
    /// <param name="value">The value, kept as an object.</param>
    /// <param name="example">Any expression of the type; its value does not matter.</param>
    /// <typeparam name="T">The type, inferred from <paramref name="example"/>.</typeparam>
    /// <returns><paramref name="value"/> itself.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T As<T>(object? value, T? example) => (T)value!;
}
