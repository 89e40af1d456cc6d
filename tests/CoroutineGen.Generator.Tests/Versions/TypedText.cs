using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CoroutineGen.Generator.Tests.Versions;

/// <summary>
/// Records as a serialiser has them that writes types: a value is read as the type as which it was written, or not at all. By text, so that
/// another version of the program can read what this one has written.
/// </summary>
internal sealed class TypedWriter : CoroutineWriter
{
    public List<SavedRecord> Records { get; } = [];

    public override void Begin(SavedName coroutine, SavedName point) => Records.Add(new(coroutine.Text, point.Text, []));

    public override void Write<T>(SavedName name, T value) => Records[^1].Values.Add(name.Text, (typeof(T).ToString(), JsonSerializer.Serialize(value)));

    public override void WriteCoroutine(SavedName name, int number) => Records[^1].Values.Add(name.Text, ("", JsonSerializer.Serialize(number)));

    public override void End()
    {
    }
}

/// <summary>A coroutine that was saved.</summary>
internal sealed record SavedRecord(string Coroutine, string Point, Dictionary<string, (string Type, string Json)> Values);

internal sealed class TypedReader(List<SavedRecord> records) : CoroutineReader
{
    private int _next;

    private SavedRecord Record => records[_next - 1];

    public override bool Next([NotNullWhen(true)] out string? coroutine, [NotNullWhen(true)] out string? point)
    {
        bool any = _next < records.Count;
        (coroutine, point) = any ? (records[_next].Coroutine, records[_next].Point) : (null, null);
        _next++;
        return any;
    }

    public override bool Has(SavedName name) => Record.Values.ContainsKey(name.Text);

    public override bool TryRead<T>(SavedName name, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (!Record.Values.TryGetValue(name.Text, out var saved))
            return false;
        value = saved.Type == typeof(T).ToString()
            ? JsonSerializer.Deserialize<T>(saved.Json)!
            : throw new InvalidOperationException($"A {saved.Type} was saved, and {typeof(T)} is asked for.");
        return true;
    }

    public override bool TryReadCoroutine(SavedName name, out int number)
    {
        bool found = Record.Values.TryGetValue(name.Text, out var saved);
        number = found ? JsonSerializer.Deserialize<int>(saved.Json) : -1;
        return found;
    }
}
