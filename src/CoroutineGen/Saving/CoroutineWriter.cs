using System.ComponentModel;
using CoroutineGen.CompilerServices;

namespace CoroutineGen;

/// <summary>
/// Takes what is saved of coroutines: a record for each, the outermost first, which begins with the names of the coroutine and of the point
/// where it stands, and has its variables by name. Coroutines refer to each other by the numbers of their records, from 0.
/// </summary>
public abstract class CoroutineWriter
{
    /// <summary>Makes a writer.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected CoroutineWriter()
    {
    }

    /// <summary>What the last save has used, for the next one by the same writer.</summary>
    internal Saver? Spare { get; set; }

    /// <summary>Begins the record of a coroutine.</summary>
    /// <param name="coroutine">The name of the coroutine.</param>
    /// <param name="point">The name of the point where it stands; <c>(start)</c> and <c>(end)</c> outside of its body.</param>
    public abstract void Begin(SavedName coroutine, SavedName point);

    /// <summary>Writes a variable.</summary>
    /// <typeparam name="T">The type that the program gives it.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="value">What it holds.</param>
    public abstract void Write<T>(SavedName name, T value);

    /// <summary>Writes a variable of a type that most writers know by themselves.</summary>
    /// <inheritdoc cref="Write{T}"/>
    public virtual void Write(SavedName name, bool value) => Write<bool>(name, value);

    /// <inheritdoc cref="Write(SavedName, bool)"/>
    public virtual void Write(SavedName name, int value) => Write<int>(name, value);

    /// <inheritdoc cref="Write(SavedName, bool)"/>
    public virtual void Write(SavedName name, long value) => Write<long>(name, value);

    /// <inheritdoc cref="Write(SavedName, bool)"/>
    public virtual void Write(SavedName name, double value) => Write<double>(name, value);

    /// <inheritdoc cref="Write(SavedName, bool)"/>
    public virtual void Write(SavedName name, string? value) => Write<string?>(name, value);

    /// <summary>Writes a variable that holds a coroutine, or what the coroutine delegates to.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="number">The number of the record of that coroutine; -1 for null.</param>
    public abstract void WriteCoroutine(SavedName name, int number);

    /// <summary>Ends the record.</summary>
    public abstract void End();
}
