using System;
using System.Collections.Generic;
using System.ComponentModel;

namespace CoroutineGen.CompilerServices;

/// <summary>What a coroutine was called in earlier versions, and its points and variables, as attributes say. For generated code.</summary>
/// <param name="oldNames">The names that the coroutine had (rule 253).</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SavedHistory(params string[] oldNames)
{
    private static readonly SavedName[] None = [];

    private readonly Dictionary<string, string> _points = new(StringComparer.Ordinal);
    private readonly HashSet<string> _retired = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Point, string Variable), SavedName[]> _names = [];
    private readonly Dictionary<(string Point, string Variable), object?> _defaults = [];

    internal string[] OldNames => oldNames;

    /// <summary>Changes what was saved; null for nothing.</summary>
    internal Action<SavedCoroutine>? Migration { get; private set; }

    /// <summary>Says where points of earlier versions go on.</summary>
    /// <param name="now">The point of today.</param>
    /// <param name="was">The points that go on there.</param>
    /// <returns>This.</returns>
    public SavedHistory Point(string now, params string[] was)
    {
        foreach (string name in was)
            _points[name] = now;
        return this;
    }

    /// <summary>Says at which points of earlier versions nothing goes on (rule 259).</summary>
    /// <param name="was">The points.</param>
    /// <returns>This.</returns>
    public SavedHistory Retired(params string[] was)
    {
        _retired.UnionWith(was);
        return this;
    }

    /// <summary>Says what a variable was called.</summary>
    /// <param name="name">The variable of today.</param>
    /// <param name="at">The points of today at which this is so.</param>
    /// <param name="was">The names that it had.</param>
    /// <returns>This.</returns>
    public SavedHistory Variable(string name, string[] at, params string[] was)
    {
        var names = Array.ConvertAll(was, text => new SavedName(text));
        foreach (string point in at)
            _names[(point, name)] = names;
        return this;
    }

    /// <summary>Says the value of a variable that was not saved.</summary>
    /// <param name="name">The variable of today.</param>
    /// <param name="at">The points of today at which this is so.</param>
    /// <param name="value">The value, of exactly the variable's type.</param>
    /// <returns>This.</returns>
    public SavedHistory Default(string name, string[] at, object? value)
    {
        foreach (string point in at)
            _defaults[(point, name)] = value;
        return this;
    }

    /// <summary>Says what changes it before it is read (rule 260).</summary>
    /// <param name="migrate">Changes it.</param>
    /// <returns>This.</returns>
    public SavedHistory Migrate(Action<SavedCoroutine> migrate)
    {
        Migration = migrate;
        return this;
    }

    internal bool IsRetired(string point) => _retired.Contains(point);

    internal string PointOfToday(string point) => _points.TryGetValue(point, out string? now) ? now : point;

    internal SavedName[] EarlierNames(string point, string variable) => _names.TryGetValue((point, variable), out var names) ? names : None;

    internal bool TryDefault(string point, string variable, out object? value) => _defaults.TryGetValue((point, variable), out value);
}
