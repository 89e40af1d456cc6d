using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using CoroutineGen.CompilerServices;

namespace CoroutineGen.Saving;

/// <summary>
/// Gives the record of an earlier version by the names of today: what Migrate has set, then what was saved under its own name, then what
/// was saved under an earlier one, then the default.
/// </summary>
internal sealed class EarlierReader(CoroutineReader reader, SavedHistory history, string point) : CoroutineReader
{
    private readonly Dictionary<string, object?> _set = new(StringComparer.Ordinal);
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);

    /// <summary>The point of today where the coroutine goes on.</summary>
    public string Point { get; set; } = point;

    public override bool Next([NotNullWhen(true)] out string? coroutine, [NotNullWhen(true)] out string? point)
        => reader.Next(out coroutine, out point);

    public override bool Has(SavedName name)
        => _set.ContainsKey(name.Text) || SavedNameOf(name) is not null || history.TryDefault(Point, name.Text, out _);

    public override bool TryRead<T>(SavedName name, [MaybeNullWhen(false)] out T value)
    {
        if (!_set.TryGetValue(name.Text, out object? given))
        {
            if (SavedNameOf(name) is { } saved)
                return reader.TryRead(saved, out value);
            if (!history.TryDefault(Point, name.Text, out given))
            {
                value = default;
                return false;
            }
        }
        // What is null is unboxed as null, or not at all.
        value = (T)given!;
        return true;
    }

    public override bool TryReadCoroutine(SavedName name, out int number)
    {
        number = -1;
        if (_set.TryGetValue(name.Text, out object? given))
            return given is null ? true : throw new InvalidCastException($"A coroutine cannot be set, and '{given.GetType()}' is none.");
        return SavedNameOf(name) is { } saved ? reader.TryReadCoroutine(saved, out number) : history.TryDefault(Point, name.Text, out _);
    }

    public void Set(string variable, object? value) => _set[variable] = value;

    public void Remove(string variable)
    {
        _set.Remove(variable);
        _removed.Add(variable);
    }

    /// <summary>The name under which a variable was saved; null where it was not.</summary>
    private SavedName? SavedNameOf(SavedName name)
    {
        if (_removed.Contains(name.Text))
            return null;
        if (reader.Has(name))
            return name;
        foreach (var was in history.EarlierNames(Point, name.Text))
            if (reader.Has(was))
                return was;
        return null;
    }
}
