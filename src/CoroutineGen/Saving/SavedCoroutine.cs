using System;
using System.Diagnostics.CodeAnalysis;
using CoroutineGen.Saving;

namespace CoroutineGen;

/// <summary>
/// A coroutine that was saved, before it is read: what a method that <see cref="CoroutineAttribute.Migrate"/> names may change (rule 260).
/// What attributes say has been done by then, so that points and variables have their names of today. It is called for what today's
/// version has saved, too. It is of use until that method returns.
/// </summary>
public sealed class SavedCoroutine
{
    private readonly EarlierReader _reader;

    internal SavedCoroutine(string name, EarlierReader reader)
    {
        Name = name;
        _reader = reader;
    }

    /// <summary>The name of the coroutine, as it was saved.</summary>
    public string Name { get; }

    /// <summary>
    /// The point of today where it goes on; <c>(start)</c> where nothing of it has run, and <c>(end)</c> where it is closed.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public string Point
    {
        get => _reader.Point;
        set => _reader.Point = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Whether a variable was saved, or has been set or given a default.</summary>
    /// <param name="variable">Its name of today, or one that only what was saved has.</param>
    /// <returns>Whether it was.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="variable"/> is null.</exception>
    public bool Has(string variable) => _reader.Has(new SavedName(variable));

    /// <summary>Reads a variable, as whatever it was saved.</summary>
    /// <typeparam name="T">The type that it had when it was saved.</typeparam>
    /// <param name="variable">Its name of today, or one that only what was saved has.</param>
    /// <param name="value">What it holds.</param>
    /// <returns>False where it was not saved.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="variable"/> is null.</exception>
    public bool TryGet<T>(string variable, [MaybeNullWhen(false)] out T value) => _reader.TryRead(new SavedName(variable), out value);

    /// <summary>Reads a variable that has to be there.</summary>
    /// <typeparam name="T">The type that it had when it was saved.</typeparam>
    /// <param name="variable">Its name of today, or one that only what was saved has.</param>
    /// <returns>What it holds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="variable"/> is null.</exception>
    /// <exception cref="CoroutineRestoreException">It was not saved.</exception>
    public T Get<T>(string variable)
        => TryGet<T>(variable, out var value)
            ? value
            : throw new CoroutineRestoreException(
                CoroutineRestoreReason.MissingVariable, Name, Point, variable, $"'{variable}' of '{Name}' at '{Point}' was not saved.");

    /// <summary>Gives a variable a value: it is restored with that.</summary>
    /// <typeparam name="T">The type that it has today, exactly.</typeparam>
    /// <param name="variable">Its name of today.</param>
    /// <param name="value">The value. Coroutines cannot be given, but null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="variable"/> is null.</exception>
    public void Set<T>(string variable, T value) => _reader.Set(variable ?? throw new ArgumentNullException(nameof(variable)), value);

    /// <summary>Forgets what was saved of a variable; where it has a default, it gets that.</summary>
    /// <param name="variable">Its name of today.</param>
    /// <exception cref="ArgumentNullException"><paramref name="variable"/> is null.</exception>
    public void Remove(string variable) => _reader.Remove(variable ?? throw new ArgumentNullException(nameof(variable)));
}
