using System;
using System.Collections.Generic;
using System.ComponentModel;
using CoroutineGen.Forking;

namespace CoroutineGen.CompilerServices;

/// <summary>
/// What one fork has made so far, so that what can be reached twice gets one twin (rule 209). For generated code.
/// </summary>
/// <remarks>
/// Two rounds. The first makes twins of coroutines and finds out what cannot be forked; no code of the user's runs, and nobody sees what
/// has been made. The second forks what is the user's own, and asks the forker.
/// </remarks>
// Coroutines wait in a list and are never forked by recursion, since chains are deep (rule 212).
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Twins
{
    /// <summary>Up to so many twins are searched one by one, which costs less than a dictionary.</summary>
    private const int Few = 8;

    private readonly Forker? _forker;
    private readonly List<IForked> _coroutines;
    private readonly List<(object Original, Func<object> Fork)> _late = [];
    private (object Original, object Twin)[] _pairs = [];
    private int _count;
    private Dictionary<object, object>? _known;
    private string _coroutine = "";

    /// <param name="forker">Decides what is shared; null to share all objects.</param>
    /// <param name="chain">How many coroutines there are at least.</param>
    internal Twins(Forker? forker, int chain)
    {
        _forker = forker;
        _coroutines = new(chain);
        if (chain > Few)
            _known = new(chain, ByReference.Instance);
    }

    /// <summary>What a variable of the twin holds that may be a coroutine: the twin of that, or anything else as it is.</summary>
    /// <typeparam name="T">The type of the variable.</typeparam>
    /// <param name="value">What it holds in the original.</param>
    /// <param name="variable">Its name.</param>
    /// <returns>The twin, or <paramref name="value"/>.</returns>
    /// <exception cref="CoroutineForkException">It is a coroutine that cannot be forked.</exception>
    /// <exception cref="CoroutineStateException">It is running.</exception>
    public T Of<T>(T value, string variable) => value is IForked coroutine ? (T)(object)TwinOf(coroutine, variable) : value;

    /// <summary>
    /// The same for an enumerator, a coroutine or a resource, which must not be shared. One of the user's own is forked in the second
    /// round.
    /// </summary>
    /// <inheritdoc cref="Of"/>
    public T Forked<T>(T value, string? variable)
        where T : class?
    {
        if (value is null)
            return value;
        if (value is IForked coroutine)
            return (T)(object)TwinOf(coroutine, variable);
        if (Find(value) is { } known)
            return (T)known;
        if (CopyableEnumerators.Copy(value) is { } copy)
        {
            Add(value, copy);
            return (T)copy;
        }
        if (value is not IForkable<T> forkable)
            throw new CoroutineForkException(_coroutine, variable, value);
        // Known from now on, so that it is forked once; what it is forked to is known later.
        Add(value, value);
        _late.Add((value, () => forkable.Fork()!));
        return value;
    }

    /// <summary>What a variable of the twin holds, in the second round.</summary>
    /// <typeparam name="T">The type of the variable.</typeparam>
    /// <param name="variable">The name by which the forker is asked; null where it is not.</param>
    /// <param name="value">What it holds in the original.</param>
    /// <returns>The twin of <paramref name="value"/>, or what the forker says.</returns>
    public T Copy<T>(string? variable, T value)
    {
        if (value is null || value is IForked)
            return value;
        bool isObject = !typeof(T).IsValueType;
        if (isObject && Find(value) is { } known)
            return (T)known;
        if (_forker is null || variable is null)
            return value;
        var copy = _forker.Copy(variable, value);
        if (isObject)
            Add(value, copy!);
        return copy;
    }

    /// <summary>Adds a coroutine whose variables are to be forked.</summary>
    internal void Add(IForked original, IForked twin)
    {
        Add((object)original, twin);
        _coroutines.Add(twin);
    }

    /// <summary>Forks the variables of all twins, of those too that are found meanwhile.</summary>
    internal void Complete()
    {
        for (int i = 0; i < _coroutines.Count; i++)
        {
            _coroutine = _coroutines[i].Name;
            _coroutines[i].ForkVariables(this);
        }
        if (_forker is null && _late.Count == 0)
            return;
        var made = new Stack<object>();
        try
        {
            foreach (var (original, fork) in _late)
            {
                object twin = fork();
                made.Push(twin);
                Replace(original, twin);
            }
            foreach (var twin in _coroutines)
                twin.ForkValues(this);
        }
        catch
        {
            foreach (object twin in made)
                (twin as IDisposable)?.Dispose();
            throw;
        }
    }

    /// <summary>The error for an object that a coroutine delegates to, or a variable holds.</summary>
    internal static CoroutineForkException NotForkable(IForked coroutine, string? variable, object obstacle)
        => new(coroutine.Name, variable, obstacle);

    /// <summary>The twin of an object; null where it has none.</summary>
    internal object? Find(object original)
    {
        if (_known is not null)
            return _known.TryGetValue(original, out object? twin) ? twin : null;
        for (int i = 0; i < _count; i++)
        {
            if (ReferenceEquals(_pairs[i].Original, original))
                return _pairs[i].Twin;
        }
        return null;
    }

    private IForked TwinOf(IForked coroutine, string? variable)
    {
        if (Find(coroutine) is IForked known)
            return known;
        return coroutine.Fork(this) ?? throw new CoroutineForkException(_coroutine, variable, coroutine);
    }

    private void Add(object original, object twin)
    {
        if (_known is null && _count < Few)
        {
            if (_count == _pairs.Length)
                Array.Resize(ref _pairs, _count == 0 ? Few / 2 : Few);
            _pairs[_count++] = (original, twin);
            return;
        }
        if (_known is null)
        {
            _known = new(ByReference.Instance);
            for (int i = 0; i < _count; i++)
                _known.Add(_pairs[i].Original, _pairs[i].Twin);
        }
        _known[original] = twin;
    }

    private void Replace(object original, object twin)
    {
        if (_known is not null)
        {
            _known[original] = twin;
            return;
        }
        for (int i = 0; i < _count; i++)
        {
            if (ReferenceEquals(_pairs[i].Original, original))
                _pairs[i].Twin = twin;
        }
    }
}
