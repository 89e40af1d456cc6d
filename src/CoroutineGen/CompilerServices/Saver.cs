using System;
using System.Collections.Generic;
using System.ComponentModel;
using CoroutineGen.Saving;

namespace CoroutineGen.CompilerServices;

/// <summary>
/// What one save has found: the coroutines, each with its number, so that one that is met twice is written once (rule 236). For generated
/// code.
/// </summary>
/// <remarks>Two rounds: the first finds all coroutines, and what cannot be saved; only the second writes.</remarks>
// Coroutines wait in a list and are never saved by recursion, since chains are deep. A chain alone needs no table: no link of it can be met
// twice.
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Saver
{
    /// <summary>More records are not kept for the next save.</summary>
    private const int MostKept = 1 << 14;

    private readonly List<Record> _records = [];
    private Dictionary<object, int>? _numbers;
    private ISaved? _current;
    private int _index;

    private Saver(CoroutineWriter writer) => Writer = writer;

    private readonly struct Record(ISaved coroutine, int depth, int inner)
    {
        public readonly ISaved Coroutine = coroutine;
        public readonly int Depth = depth;
        public readonly int Inner = inner;
    }

    /// <summary>Takes the variables.</summary>
    public CoroutineWriter Writer { get; }

    /// <summary>Adds a coroutine that a variable holds.</summary>
    /// <param name="value">What the variable holds.</param>
    /// <param name="name">The name of the variable.</param>
    /// <exception cref="CoroutineSaveException">It cannot be saved.</exception>
    public void Add(object? value, SavedName name)
    {
        if (value is null)
            return;
        _ = NumberOf(value as ISaved, value, name);
    }

    /// <summary>Looks whether an exception waits behind a finally block (rule 245).</summary>
    /// <param name="error">The exception; null for none.</param>
    /// <exception cref="CoroutineSaveException">One waits.</exception>
    public void Pending(Exception? error)
    {
        if (error is not null)
            throw new CoroutineSaveException(
                CoroutineSaveReason.PendingException, _current!.Name, null,
                $"'{_current.Name}' stands in a finally block behind which a {error.GetType()} waits, and exceptions are not saved: "
                    + "save it before or after that.", error);
    }

    /// <summary>Writes a variable that holds a coroutine.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">What it holds.</param>
    public void WriteCoroutine(SavedName name, object? value)
        => Writer.WriteCoroutine(name, value is null ? -1 : _numbers![value]);

    /// <summary>Saves a coroutine and all that it uses.</summary>
    internal static void Run(CoroutineWriter writer, ISaved root)
    {
        // Two saves by one writer can be at work only where a writer of the user's saves within a save.
        var saver = writer.Spare ?? new Saver(writer);
        writer.Spare = null;
        saver.Run(root);
        if (saver._records.Capacity > MostKept)
            return;
        saver._records.Clear();
        saver._numbers = null;
        saver._current = null;
        writer.Spare = saver;
    }

    private void Run(ISaved root)
    {
        Append(root);
        for (int i = 0; i < _records.Count; i++)
        {
            var record = _records[i];
            _current = record.Coroutine;
            _index = i;
            int inner = record.Depth < record.Coroutine.Depth ? i + 1 : -1;
            int found = record.Coroutine.Check(this, record.Depth);
            _records[i] = new Record(record.Coroutine, record.Depth, inner >= 0 ? inner : found);
        }
        if (_numbers is not null && Circles.Any(_records.ConvertAll(r => r.Inner)))
            throw Raise.Running();
        foreach (var record in _records)
            record.Coroutine.Write(this, record.Depth, record.Inner);
    }

    /// <summary>The number of what the coroutine delegates to that is looked at: its whole chain has been added with it.</summary>
    internal int NumberOfInner(ISaved inner, object original)
        => _numbers is not null || inner.Kind is null ? NumberOf(inner, original, name: null) : _index + 1;

    private int NumberOf(ISaved? coroutine, object value, SavedName? name)
    {
        if (coroutine?.Kind is null)
            throw new CoroutineSaveException(
                CoroutineSaveReason.NotSaveable, _current!.Name, name?.Text,
                (name is null ? $"'{_current.Name}' delegates to" : $"'{name.Text}' of '{_current.Name}' is")
                    + $" a {value.GetType()}, which cannot be saved: "
                    + "use a coroutine with Saveable = true, or a foreach over an array or a List.");
        if (_numbers is null)
        {
            _numbers = new(ByReference.Instance);
            for (int i = 0; i < _records.Count; i++)
                if (_records[i].Depth == 0)
                    _numbers.Add(_records[i].Coroutine, i);
        }
        return _numbers.TryGetValue(coroutine, out int number) ? number : Append(coroutine);
    }

    /// <summary>
    /// Adds a coroutine with all that it delegates to, one behind the other as calls are that are folded: so nobody can tell which it is.
    /// </summary>
    /// <returns>Its number.</returns>
    private int Append(ISaved coroutine)
    {
        int number = _records.Count;
        ISaved? turtle = null;
        int steps = 0, power = 1;
        for (var at = coroutine; at is not null && _numbers?.ContainsKey(at) != true; at = at.Next)
        {
            // A chain of two that delegate to each other would never end, where there is no table yet.
            if (ReferenceEquals(at, turtle))
                throw Raise.Running();
            if (++steps == power)
            {
                turtle = at;
                power *= 2;
                steps = 0;
            }
            _numbers?.Add(at, _records.Count);
            for (int depth = 0; depth <= at.Depth; depth++)
                _records.Add(new Record(at, depth, inner: -1));
        }
        return number;
    }
}
