using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;

namespace CoroutineGen.CompilerServices;

// What generated code asks for.
public sealed partial class Restorer
{
    /// <summary>Reads a variable.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="value">What it holds.</param>
    /// <exception cref="CoroutineRestoreException">It was not saved (rule 258): there is never a default.</exception>
    public void Read<T>(SavedName name, out T value)
    {
        _variable = name;
        if (!_record.TryRead<T>(name, out value!))
            throw Missing(name);
    }

    /// <inheritdoc cref="Read{T}"/>
    public void Read(SavedName name, out bool value)
    {
        _variable = name;
        if (!_record.TryRead(name, out value))
            throw Missing(name);
    }

    /// <inheritdoc cref="Read{T}"/>
    public void Read(SavedName name, out int value)
    {
        _variable = name;
        if (!_record.TryRead(name, out value))
            throw Missing(name);
    }

    /// <inheritdoc cref="Read{T}"/>
    public void Read(SavedName name, out long value)
    {
        _variable = name;
        if (!_record.TryRead(name, out value))
            throw Missing(name);
    }

    /// <inheritdoc cref="Read{T}"/>
    public void Read(SavedName name, out double value)
    {
        _variable = name;
        if (!_record.TryRead(name, out value))
            throw Missing(name);
    }

    /// <inheritdoc cref="Read{T}"/>
    public void Read(SavedName name, out string value)
    {
        _variable = name;
        if (!_record.TryRead(name, out value!))
            throw Missing(name);
    }

    /// <summary>Whether a variable was saved.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Whether it was.</returns>
    public bool Has(SavedName name)
    {
        _variable = name;
        return _record.Has(name);
    }

    /// <summary>Reads the same, if it was saved.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="value">What it holds.</param>
    /// <returns>Whether it was saved.</returns>
    internal bool TryRead<T>(SavedName name, [MaybeNullWhen(false)] out T value)
    {
        _variable = name;
        return _record.TryRead(name, out value);
    }

    /// <summary>Reads which coroutine a variable holds, for <see cref="Coroutine"/> to give it.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="CoroutineRestoreException">It was not saved.</exception>
    public void ReadCoroutine(SavedName name)
    {
        _variable = name;
        if (!_record.TryReadCoroutine(name, out int number))
            throw Missing(name);
        (_numbers ??= []).Add(number);
    }

    /// <summary>The coroutine that a variable holds. All that have been read are asked for, in the same order.</summary>
    /// <typeparam name="T">The type of the variable.</typeparam>
    /// <param name="name">Its name.</param>
    /// <returns>The coroutine; null where it holds none.</returns>
    /// <exception cref="CoroutineRestoreException">There is no such coroutine, or it is of another class.</exception>
    public T? Coroutine<T>(SavedName name)
        where T : class
    {
        _variable = name;
        int number = NextNumber();
        if (number == -1)
            return null;
        return this[number] as T
            ?? throw Failed(CoroutineRestoreReason.WrongInner, $"'{name}' of '{_coroutine}' at '{_point}' is no {typeof(T)}.");
    }

    /// <summary>Reads the name of a way out that waits behind a finally block.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The name of the way out.</returns>
    /// <exception cref="CoroutineRestoreException">It was not saved.</exception>
    public string ReadExit(SavedName name)
    {
        Read(name, out string exit);
        return exit;
    }

    /// <summary>Reads how many elements a loop has taken.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="count">How many there are.</param>
    /// <returns>The number.</returns>
    /// <exception cref="CoroutineRestoreException">There are less (rule 241), or it was not saved.</exception>
    public int Taken(SavedName name, int count)
    {
        Read(name, out int taken);
        if (taken < 1 || taken > count)
            throw Failed(
                CoroutineRestoreReason.Malformed, $"'{name}' of '{_coroutine}' at '{_point}' is {taken}, and there are {count} elements.");
        return taken;
    }

    /// <summary>What is not saved (rule 243).</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <returns>What has been supplied.</returns>
    /// <exception cref="CoroutineRestoreException">Nothing has been.</exception>
    public T Supply<T>(string name)
    {
        _variable = null;
        if (_options.Supplies?.GetService(typeof(T)) is T supplied)
            return supplied;
        throw new CoroutineRestoreException(
            CoroutineRestoreReason.NoSupply, _coroutine, _point, name,
            $"'{name}' of '{_coroutine}' is not saved, and RestoreOptions.Supplies gives no {typeof(T)}.");
    }

    /// <summary>The token that asynchronous bodies listen to: given anew, and none where none is given (rule 243).</summary>
    public CancellationToken Token => _options.CancellationToken;

    /// <summary>The error for a value that no coroutine can have.</summary>
    /// <param name="name">The name of the variable.</param>
    /// <returns>The error.</returns>
    public Exception Malformed(SavedName name)
        => Failed(CoroutineRestoreReason.Malformed, $"'{name}' of '{_coroutine}' at '{_point}' is nothing that it can be.");

    private CoroutineRestoreException Missing(SavedName name)
        => Failed(CoroutineRestoreReason.MissingVariable, $"'{name}' of '{_coroutine}' at '{_point}' was not saved.");
}
