using System.Collections;
using System.Globalization;

namespace CoroutineGen.Tests;

/// <summary>
/// What happened in one run, in order: the notes that a body writes about its own steps, between the values that it yielded and the
/// answers that it was sent. One list for both, so that a step on the wrong side of a suspension shows.
/// </summary>
public sealed class Log
{
    // A body that has gone astray without yielding must end as a failed test rather than as a hung run.
    private const int Capacity = 2_000;

    private readonly List<string> entries = [];
    private bool frozen;

    internal IReadOnlyList<string> Entries => entries;

    public void Note(string text) => Record("    " + text);

    /// <summary>Notes an operand where it is evaluated, and is its value.</summary>
    public T Arg<T>(string name, T value)
    {
        Note($"{name}={Show(value)}");
        return value;
    }

    /// <summary>Notes the operand, and faults in its place.</summary>
    public T Fail<T>(string name)
    {
        Note($"{name} faults");
        throw new InvalidOperationException(name);
    }

    internal void Record(string entry)
    {
        if (frozen)
            return;
        if (entries.Count >= Capacity)
            throw new TimeoutException("The body notes without end.");
        entries.Add(entry);
    }

    /// <summary>Ends the record; what the unwinding of an abandoned body still notes is nobody's concern.</summary>
    internal void Freeze(string last)
    {
        Record(last);
        frozen = true;
    }

    internal static string Show(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        char c => $"'{c}'",
        Exception error => $"{error.GetType().Name}({error.Message})",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        Array { Rank: > 1 } many => $"[{string.Join(", ", many.Cast<object?>().Select(Show))}]",
        string[] or Array or IList => $"[{string.Join(", ", ((IEnumerable)value).Cast<object?>().Select(Show))}]",
        _ => value.ToString() ?? "",
    };
}
