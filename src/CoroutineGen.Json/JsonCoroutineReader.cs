using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CoroutineGen.Json;

/// <summary>
/// Reads coroutines from JSON, forwards. Variables that are asked for in the order in which they stand are read as they come; where the
/// order is another, the record is gone through once, and where each stands is noted.
/// </summary>
internal sealed class JsonCoroutineReader : CoroutineReader
{
    private readonly ReadOnlyMemory<byte> _json;
    private readonly JsonTypes _types;

    /// <summary>Behind the last token that was read.</summary>
    private Mark _at;

    /// <summary>Behind the start of the record.</summary>
    private Mark _record;

    /// <summary>Behind the record; only where it has been gone through.</summary>
    private Mark _end;

    /// <summary>Where the values of the record stand, by name; null where it has not been gone through.</summary>
    private Dictionary<string, Mark>? _values;

    /// <summary>Where the text begins that the last reader was given.</summary>
    private int _from;

    private bool _isOpen;
    private string _coroutine = "";
    private string _point = "";

    public JsonCoroutineReader(ReadOnlyMemory<byte> json, JsonTypes types)
    {
        _json = json;
        _types = types;
        // An array, and an object for each coroutine, around the values.
        _at = new Mark(0, new JsonReaderState(new JsonReaderOptions { MaxDepth = types.MaxDepth + 2 }));
    }

    private readonly struct Mark(int position, JsonReaderState state)
    {
        public readonly int Position = position;
        public readonly JsonReaderState State = state;
    }

    public override long Length => _json.Length;

    public override bool Next([NotNullWhen(true)] out string? coroutine, [NotNullWhen(true)] out string? point)
    {
        var reader = _isOpen ? AtEnd() : AtStart();
        coroutine = point = null;
        Step(ref reader);
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            if (reader.Read())
                throw new JsonException("There is something behind the coroutines.");
            return false;
        }
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A coroutine is an object.");
        _isOpen = true;
        _values = null;
        _record = MarkOf(ref reader);
        if (!(Step(ref reader) && reader.ValueTextEquals("co"u8) && Step(ref reader) && Text(ref reader, ref _coroutine)
            && Step(ref reader) && reader.ValueTextEquals("at"u8) && Step(ref reader) && Text(ref reader, ref _point)))
        {
            ReadHead();
        }
        else
        {
            _at = MarkOf(ref reader);
        }
        coroutine = _coroutine;
        point = _point;
        return true;
    }

    public override bool Has(SavedName name)
    {
        if (_values is null)
        {
            var reader = From(_at);
            if (Step(ref reader) && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(JsonName.Of(name).Utf8))
                return true;
        }
        return Values().ContainsKey(JsonName.Of(name).Text);
    }

    public override bool TryRead<T>(SavedName name, [MaybeNullWhen(false)] out T value)
    {
        if (!Find(name, out var reader))
        {
            value = default;
            return false;
        }
        value = Primitive<T>.Known is { } primitive
            ? primitive.Read(ref reader) : JsonSerializer.Deserialize(ref reader, _types.InfoOf<T>())!;
        Done(ref reader);
        return true;
    }

    public override bool TryRead(SavedName name, out bool value)
    {
        bool found = Find(name, out var reader);
        value = found && reader.GetBoolean();
        if (found)
            Done(ref reader);
        return found;
    }

    public override bool TryRead(SavedName name, out int value)
    {
        bool found = Find(name, out var reader);
        value = found ? reader.GetInt32() : 0;
        if (found)
            Done(ref reader);
        return found;
    }

    public override bool TryRead(SavedName name, out long value)
    {
        bool found = Find(name, out var reader);
        value = found ? reader.GetInt64() : 0;
        if (found)
            Done(ref reader);
        return found;
    }

    public override bool TryRead(SavedName name, out double value)
    {
        bool found = Find(name, out var reader);
        value = found ? Primitives.Double.Read(ref reader) : 0;
        if (found)
            Done(ref reader);
        return found;
    }

    public override bool TryRead(SavedName name, out string? value)
    {
        bool found = Find(name, out var reader);
        value = found ? reader.GetString() : null;
        if (found)
            Done(ref reader);
        return found;
    }

    public override bool TryReadCoroutine(SavedName name, out int number)
    {
        bool found = Find(name, out var reader);
        number = !found || reader.TokenType == JsonTokenType.Null ? -1 : reader.GetInt32();
        if (found)
            Done(ref reader);
        return found;
    }

    /// <summary>Finds a value.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="reader">Stands at its first token.</param>
    private bool Find(SavedName name, out Utf8JsonReader reader)
    {
        var known = JsonName.Of(name);
        if (_values is null)
        {
            reader = From(_at);
            if (Step(ref reader) && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(known.Utf8))
                return Step(ref reader);
        }
        if (!Values().TryGetValue(known.Text, out var mark))
        {
            reader = default;
            return false;
        }
        reader = From(mark);
        return Step(ref reader);
    }

    /// <summary>Notes that a value has been read.</summary>
    private void Done(ref Utf8JsonReader reader)
    {
        if (_values is null)
            _at = MarkOf(ref reader);
    }

    /// <summary>Where all values of the record stand.</summary>
    private Dictionary<string, Mark> Values()
    {
        if (_values is not null)
            return _values;
        var values = new Dictionary<string, Mark>(StringComparer.Ordinal);
        var reader = From(_record);
        while (Step(ref reader) && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            if (!values.TryAdd(name, MarkOf(ref reader)))
                throw new JsonException($"'{name}' stands there twice.");
            Step(ref reader);
            reader.Skip();
        }
        _end = MarkOf(ref reader);
        return _values = values;
    }

    /// <summary>The names of coroutine and point, which do not stand first.</summary>
    private void ReadHead()
    {
        _coroutine = Head(JsonName.Coroutine);
        _point = Head(JsonName.Point);

        string Head(string name)
        {
            if (!Values().TryGetValue(name, out var mark))
                throw new JsonException($"A coroutine has no '{name}'.");
            var reader = From(mark);
            Step(ref reader);
            return reader.GetString() ?? throw new JsonException($"'{name}' is null.");
        }
    }

    private Utf8JsonReader AtStart()
    {
        var reader = From(_at);
        if (!Step(ref reader) || reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException("Coroutines are an array.");
        return reader;
    }

    /// <summary>A reader behind the record.</summary>
    private Utf8JsonReader AtEnd()
    {
        if (_values is not null)
            return From(_end);
        var reader = From(_at);
        while (Step(ref reader) && reader.TokenType == JsonTokenType.PropertyName)
        {
            Step(ref reader);
            reader.Skip();
        }
        return reader;
    }

    /// <summary>Reads a text; most are the same as in the record before, which then is the same object.</summary>
    private static bool Text(ref Utf8JsonReader reader, ref string text)
    {
        if (reader.TokenType != JsonTokenType.String)
            return false;
        if (!reader.ValueTextEquals(text))
            text = reader.GetString()!;
        return true;
    }

    private static bool Step(ref Utf8JsonReader reader) => reader.Read() ? true : throw new JsonException("It ends too early.");

    /// <summary>A reader that goes on from a mark; of two, only the last can be marked again.</summary>
    private Utf8JsonReader From(Mark mark)
    {
        _from = mark.Position;
        return new Utf8JsonReader(_json.Span[_from..], isFinalBlock: true, mark.State);
    }

    private Mark MarkOf(ref Utf8JsonReader reader) => new(_from + (int)reader.BytesConsumed, reader.CurrentState);
}
