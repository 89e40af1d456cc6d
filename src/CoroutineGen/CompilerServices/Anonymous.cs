using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using CoroutineGen.Forking;

namespace CoroutineGen.CompilerServices;

/// <summary>For generated code: variables whose type has no name, and can only be inferred.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Anonymous
{
    /// <summary>The variable that a field keeps: it can be read, assigned and passed by reference.</summary>
    /// <param name="kept">The field.</param>
    /// <param name="example">Any expression of the variable's type; its value does not matter.</param>
    /// <typeparam name="T">The type, inferred from <paramref name="example"/>.</typeparam>
    /// <returns>A reference to the variable.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Ref<T>(ref object? kept, T? example)
    {
        if (kept is not Box<T> box)
            kept = box = new Box<T>();
        return ref box.Value;
    }

    /// <summary>The value of the variable, where a reference cannot be had.</summary>
    /// <param name="kept">The field.</param>
    /// <param name="example">Any expression of the variable's type; its value does not matter.</param>
    /// <typeparam name="T">The type, inferred from <paramref name="example"/>.</typeparam>
    /// <returns>What was assigned last.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T As<T>(object? kept, T? example) => kept is Box<T> box ? box.Value : default!;

    /// <summary>Casts an object back to a type that can only be inferred.</summary>
    /// <param name="value">The object.</param>
    /// <param name="example">Any expression of the type; its value does not matter.</param>
    /// <typeparam name="T">The type, inferred from <paramref name="example"/>.</typeparam>
    /// <returns><paramref name="value"/> itself.</returns>
    public static T Cast<T>(object? value, T? example) => (T)value!;

    /// <summary>A lambda, of the type that it has by itself.</summary>
    /// <param name="example">The lambda.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns><paramref name="example"/> itself.</returns>
    public static T Natural<T>(T example) => example;

    /// <summary>A sequence of items whose type can only be inferred.</summary>
    /// <param name="items">The sequence.</param>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <returns><paramref name="items"/> itself.</returns>
    public static IEnumerable<T> Sequence<T>(IEnumerable<T> items) => items;

    /// <summary>Another place with the same value: what a fork keeps such a variable in.</summary>
    /// <param name="kept">The field.</param>
    /// <param name="coroutine">The name of the coroutine's method.</param>
    /// <param name="variable">The name of the variable.</param>
    /// <returns>A place of its own; null where none has been made yet.</returns>
    /// <exception cref="CoroutineForkException">The variable holds a coroutine, whose twin could not be put there.</exception>
    public static object? Fork(object? kept, string coroutine, string? variable)
    {
        if (kept is not Box box)
            return null;
        if (box.Held is IForked held)
            throw new CoroutineForkException(coroutine, variable, held);
        return box.Copy();
    }

    private abstract class Box
    {
        public abstract object? Held { get; }

        public abstract Box Copy();
    }

    [DebuggerDisplay("{Value}")]
    private sealed class Box<T> : Box
    {
        public T Value = default!;

        public override object? Held => Value;

        public override Box Copy() => new Box<T> { Value = Value };

        public override string? ToString() => Value?.ToString();
    }
}
