using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace CoroutineGen;

/// <summary>
/// Gives what a <see cref="CoroutineWriter"/> was given: the records in their order, and in each the variables by name, in whatever order
/// they stand. Names that nobody asks for are passed over (rule 238).
/// </summary>
public abstract class CoroutineReader
{
    /// <summary>Makes a reader.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected CoroutineReader()
    {
    }

    /// <summary>
    /// How many bytes there are to read, for <see cref="RestoreOptions.MaxBytes"/>; 0, the default, where the reader does not know.
    /// </summary>
    public virtual long Length => 0;

    /// <summary>Goes to the next record.</summary>
    /// <param name="coroutine">The name of its coroutine.</param>
    /// <param name="point">The name of the point where that stands.</param>
    /// <returns>False where there is none.</returns>
    public abstract bool Next([NotNullWhen(true)] out string? coroutine, [NotNullWhen(true)] out string? point);

    /// <summary>Whether the record has a variable.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Whether it has.</returns>
    public abstract bool Has(SavedName name);

    /// <summary>Reads a variable of the record.</summary>
    /// <typeparam name="T">The type that the program gives it.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="value">What it holds.</param>
    /// <returns>False where the record has no such name.</returns>
    public abstract bool TryRead<T>(SavedName name, [MaybeNullWhen(false)] out T value);

    /// <summary>Reads a variable of a type that most readers know by themselves.</summary>
    /// <inheritdoc cref="TryRead{T}"/>
    public virtual bool TryRead(SavedName name, out bool value) => TryRead<bool>(name, out value);

    /// <inheritdoc cref="TryRead(SavedName, out bool)"/>
    public virtual bool TryRead(SavedName name, out int value) => TryRead<int>(name, out value);

    /// <inheritdoc cref="TryRead(SavedName, out bool)"/>
    public virtual bool TryRead(SavedName name, out long value) => TryRead<long>(name, out value);

    /// <inheritdoc cref="TryRead(SavedName, out bool)"/>
    public virtual bool TryRead(SavedName name, out double value) => TryRead<double>(name, out value);

    /// <inheritdoc cref="TryRead(SavedName, out bool)"/>
    public virtual bool TryRead(SavedName name, out string? value) => TryRead<string?>(name, out value);

    /// <summary>Reads the number of a coroutine's record.</summary>
    /// <param name="name">The name of the variable that holds it.</param>
    /// <param name="number">The number; -1 for null.</param>
    /// <returns>False where the record has no such name.</returns>
    public abstract bool TryReadCoroutine(SavedName name, out int number);
}
