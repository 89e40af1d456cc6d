using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Text;
using CoroutineGen.Saving;

namespace CoroutineGen.CompilerServices;

/// <summary>
/// What one restore has read so far. All names come through here: of coroutines, of points, of variables. For generated code.
/// </summary>
/// <remarks>
/// Two rounds: the first makes the coroutines and reads their variables, in the order of the records; the second gives each those that it
/// uses, by number. Nothing of any body runs (rule 232).
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class Restorer
{
    private const int MostShown = 200;

    private static readonly RestoreOptions Defaults = new();

    private readonly CoroutineReader _reader;
    private readonly RestoreOptions _options;
    private readonly CoroutineCatalog _catalog;

    /// <summary>The first. Most are alone, and need no list.</summary>
    private ISaved? _outermost;

    /// <summary>Those behind the first.</summary>
    private List<ISaved>? _others;

    /// <summary>The kind of what is to be restored.</summary>
    private readonly SavedKind _first;

    /// <summary>That of the record before: in a chain nearly always the same.</summary>
    private SavedKind _last;

    // Only what names others needs these: a coroutine by itself is found without them.
    private Dictionary<string, SavedKind>? _known;
    private HashSet<SavedKind>? _made;

    /// <summary>The numbers of the coroutines that variables hold, in the order in which they are read, and asked for again.</summary>
    private List<int>? _numbers;

    /// <summary>Gives the variables of the record that is being read: the reader itself, or what knows them by earlier names too.</summary>
    private CoroutineReader _record;

    private int _next;
    private string? _coroutine;
    private string? _point;
    private SavedName? _variable;

    private Restorer(SavedKind kind, CoroutineReader reader, RestoreOptions? options, CoroutineCatalog catalog)
    {
        _last = _first = kind;
        _record = _reader = reader ?? throw new ArgumentNullException(nameof(reader));
        _options = options ?? Defaults;
        _catalog = _options.Catalog ?? catalog;
    }

    /// <summary>Restores a coroutine, and all that it uses.</summary>
    /// <typeparam name="T">Its class.</typeparam>
    /// <param name="kind">What it is saved as.</param>
    /// <param name="reader">Gives what was saved.</param>
    /// <param name="options">How it is restored; null for the defaults.</param>
    /// <param name="catalog">The coroutines of its assembly.</param>
    /// <returns>The coroutine.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reader"/> is null.</exception>
    /// <exception cref="CoroutineRestoreException">It cannot be restored.</exception>
    public static T Restore<T>(SavedKind kind, CoroutineReader reader, RestoreOptions? options, CoroutineCatalog catalog)
        where T : class, ISaveable
    {
        var from = new Restorer(kind, reader, options, catalog);
        from.Run();
        return from._outermost as T
            ?? throw from.Failed(CoroutineRestoreReason.WrongInner, $"'{from._coroutine}' was saved, and '{kind.Name}' is to be restored.");
    }

    private void Run()
    {
        if (_reader.Length > _options.MaxBytes)
            throw Failed(
                CoroutineRestoreReason.TooLarge,
                $"{_reader.Length} bytes were saved, and {_options.MaxBytes} may be read: see RestoreOptions.MaxBytes.");
        try
        {
            while (_reader.Next(out _coroutine, out _point))
                Make(_coroutine, _point);
        }
        catch (Exception error) when (error is not (CoroutineRestoreException or OutOfMemoryException)
            && (_variable is not null || _point is null))
        {
            throw _variable is null
                ? Failed(CoroutineRestoreReason.Malformed, $"What was saved cannot be read: {Shown(error.Message)}", error)
                : Failed(
                    CoroutineRestoreReason.WrongType,
                    $"'{_variable}' of '{_coroutine}' at '{_point}' cannot be read: {Shown(error.Message)}", error);
        }
        if (_outermost is null)
            throw Failed(CoroutineRestoreReason.Malformed, "Nothing was saved.");
        if (HasCircle())
            throw Failed(CoroutineRestoreReason.Malformed, "A coroutine delegates to itself.");
        _coroutine = _outermost.Kind!.Name.Text;
    }

    /// <summary>Gives each coroutine those that it uses.</summary>
    /// <returns>Whether one delegates to itself, however many are between.</returns>
    private bool HasCircle()
    {
        if (Count == 1)
            return _outermost!.Link(this) == 0;
        int[] inner = new int[Count];
        for (int i = 0; i < inner.Length; i++)
            inner[i] = this[i]!.Link(this);
        return Circles.Any(inner);
    }

    private void Make(string coroutine, string point)
    {
        if (Count >= _options.MaxCoroutines)
            throw Failed(
                CoroutineRestoreReason.TooLarge,
                $"More than {_options.MaxCoroutines} coroutines were saved: see RestoreOptions.MaxCoroutines.");
        var kind = KindOf(coroutine);
        var made = (ISaved)kind.Make();
        if (_outermost is null)
            _outermost = made;
        else
            (_others ??= []).Add(made);
        made.Read(this, kind.History is { } history ? PointOfToday(history, coroutine, point) : point);
        _record = _reader;
        _variable = null;
        // Until the next record is known, what cannot be read is the reader's.
        _point = null;
    }

    private SavedKind KindOf(string coroutine)
    {
        bool isLast = _last.Name.Text == coroutine;
        if (isLast && _outermost is not null)
            return _last;
        var kind = isLast ? _last : _catalog.Find(coroutine) ?? (Known.TryGetValue(coroutine, out var known) ? known : null);
        if (kind is null)
            throw Failed(CoroutineRestoreReason.UnknownCoroutine, $"There is no coroutine '{Shown(coroutine)}' in the catalogue.");
        if (kind.NamesOthers && (_made ??= []).Add(kind))
            foreach (var other in kind.Known)
                Know(Known, other);
        return _last = kind;
    }

    /// <summary>What is known without the catalogue, by name.</summary>
    private Dictionary<string, SavedKind> Known
    {
        get
        {
            if (_known is null)
                Know(_known = new(StringComparer.Ordinal), _first);
            return _known;
        }
    }

    /// <summary>Adds a kind by its name, and by those that it had; but what is called so today goes before what was.</summary>
    private static void Know(Dictionary<string, SavedKind> known, SavedKind kind)
    {
        known[kind.Name.Text] = kind;
        foreach (string old in kind.OldNames)
            if (!known.TryGetValue(old, out var other) || other.Name.Text != old)
                known[old] = kind;
    }

    /// <summary>
    /// Takes a record for what it is today: attributes first, then the method that Migrate names (rule 260). Its variables are read by
    /// their names of today from then on.
    /// </summary>
    /// <returns>The name of the point where it goes on.</returns>
    private string PointOfToday(SavedHistory history, string coroutine, string point)
    {
        if (history.IsRetired(point))
            throw Failed(
                CoroutineRestoreReason.Retired, $"'{Shown(point)}' of '{coroutine}' is retired: nothing that was saved there goes on.");
        var record = new EarlierReader(_reader, history, history.PointOfToday(point));
        _record = record;
        if (history.Migration is not { } migrate)
            return record.Point;
        try
        {
            migrate(new SavedCoroutine(coroutine, record));
        }
        catch (Exception error) when (error is not (CoroutineRestoreException or OutOfMemoryException))
        {
            throw Failed(
                CoroutineRestoreReason.MigrationFailed, $"'{coroutine}' at '{point}' could not be migrated: {error.Message}", error);
        }
        return record.Point;
    }

    private int Count => _outermost is null ? 0 : 1 + (_others?.Count ?? 0);

    internal ISaved? this[int number] => number == 0 ? _outermost : number > 0 && number < Count ? _others![number - 1] : null;

    /// <summary>Asks for a number again that was read in the first round.</summary>
    internal int NextNumber() => _numbers![_next++];

    /// <summary>
    /// A name as a message shows it, that may be anything: cut where it is long, and on one line, since messages go to logs.
    /// </summary>
    internal static string Shown(string name)
    {
        var shown = new StringBuilder(name, 0, Math.Min(name.Length, MostShown), MostShown + 1);
        for (int i = 0; i < shown.Length; i++)
            if (char.IsControl(shown[i]) || shown[i] is '\u2028' or '\u2029')
                shown[i] = ' ';
        return shown.Append(name.Length > MostShown ? "\u2026" : "").ToString();
    }

    /// <summary>The error for what is wrong at this place.</summary>
    internal CoroutineRestoreException Failed(CoroutineRestoreReason reason, string message, Exception? inner = null)
        => new(reason, _coroutine, _point, _variable?.Text, message, inner);

    /// <summary>Notes which coroutine is given what it uses.</summary>
    internal void At(string coroutine, string point)
    {
        _coroutine = coroutine;
        _point = point;
    }
}
