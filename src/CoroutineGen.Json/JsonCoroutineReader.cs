using System;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CoroutineGen.Json;

/// <summary>
/// Reads coroutines from JSON, forwards. Each record is gone through once, and where its values stand is noted; they are read when they are
/// asked for, numbers from the bytes themselves.
/// </summary>
internal sealed class JsonCoroutineReader : CoroutineReader
{
    /// <summary>Names longer than that are not kept for the next restore.</summary>
    private const int MostKept = 256;

    // Most programs restore one coroutine again and again.
    private static string s_lastCoroutine = "", s_lastPoint = "";

    private readonly ReadOnlyMemory<byte> _json;
    private readonly JsonTypes _types;
    private readonly JsonRecord _record = new();

    /// <summary>Behind the last record.</summary>
    private int _position;

    private JsonReaderState _state;
    private bool _isOpen;
    private string _coroutine = s_lastCoroutine;
    private string _point = s_lastPoint;

    public JsonCoroutineReader(ReadOnlyMemory<byte> json, JsonTypes types)
    {
        _json = json;
        _types = types;
        // An array, and an object for each coroutine, around the values.
        _state = new JsonReaderState(new JsonReaderOptions { MaxDepth = types.MaxDepth + 2 });
    }

    public override bool Next([NotNullWhen(true)] out string? coroutine, [NotNullWhen(true)] out string? point)
    {
        coroutine = point = null;
        var reader = new Utf8JsonReader(_json.Span[_position..], isFinalBlock: true, _state);
        if (!_isOpen)
        {
            if (!Step(ref reader) || reader.TokenType != JsonTokenType.StartArray)
                throw new JsonException("Coroutines are an array.");
            _isOpen = true;
        }
        Step(ref reader);
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            if (reader.Read())
                throw new JsonException("There is something behind the coroutines.");
            return false;
        }
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A coroutine is an object.");
        ReadRecord(ref reader);
        _position += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        coroutine = _coroutine;
        point = _point;
        return true;
    }

    private void ReadRecord(ref Utf8JsonReader reader)
    {
        bool hasCoroutine = false, hasPoint = false;
        _record.Begin();
        while (Step(ref reader) && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("co"u8))
                ReadHead(ref reader, JsonName.Coroutine, ref hasCoroutine, ref _coroutine);
            else if (reader.ValueTextEquals("at"u8))
                ReadHead(ref reader, JsonName.Point, ref hasPoint, ref _point);
            else
                _record.Add(ref reader, _position);
        }
        if (!hasCoroutine || !hasPoint)
            throw new JsonException($"A coroutine has no '{(hasCoroutine ? JsonName.Point : JsonName.Coroutine)}'.");
        _record.ThrowIfAmbiguous(_json.Span);
        if (_coroutine.Length <= MostKept && _point.Length <= MostKept)
            (s_lastCoroutine, s_lastPoint) = (_coroutine, _point);
    }

    /// <summary>Reads a name; most are the same as in the record before, which then is the same object.</summary>
    private static void ReadHead(ref Utf8JsonReader reader, string property, ref bool has, ref string text)
    {
        if (has)
            throw new JsonException($"'{property}' stands there twice.");
        has = true;
        Step(ref reader);
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException($"'{property}' is no text.");
        if (!reader.ValueTextEquals(text))
            text = reader.GetString()!;
    }

    private static bool Step(ref Utf8JsonReader reader) => reader.Read() ? true : throw new JsonException("It ends too early.");

    public override bool Has(SavedName name) => _record.Find(_json.Span, JsonName.Of(name), out _);

    public override bool TryRead<T>(SavedName name, [MaybeNullWhen(false)] out T value)
    {
        if (!_record.Find(_json.Span, JsonName.Of(name), out var found))
        {
            value = default;
            return false;
        }
        if (Primitive<T>.Known is { } primitive)
        {
            var reader = ReaderOf(found);
            value = primitive.Read(ref reader);
        }
        else
        {
            value = JsonSerializer.Deserialize(found.In(_json.Span), _types.InfoOf<T>())!;
        }
        return true;
    }

    public override bool TryRead(SavedName name, out bool value)
    {
        bool has = _record.Find(_json.Span, JsonName.Of(name), out var found);
        value = has && (found.Kind == JsonTokenType.True || (found.Kind != JsonTokenType.False && ReaderOf(found).GetBoolean()));
        return has;
    }

    public override bool TryRead(SavedName name, out int value)
    {
        value = 0;
        if (!_record.Find(_json.Span, JsonName.Of(name), out var found))
            return false;
        if (!found.IsNumber || !Utf8Parser.TryParse(found.In(_json.Span), out value, out int read) || read != found.Length)
            value = ReaderOf(found).GetInt32();
        return true;
    }

    public override bool TryRead(SavedName name, out long value)
    {
        value = 0;
        if (!_record.Find(_json.Span, JsonName.Of(name), out var found))
            return false;
        if (!found.IsNumber || !Utf8Parser.TryParse(found.In(_json.Span), out value, out int read) || read != found.Length)
            value = ReaderOf(found).GetInt64();
        return true;
    }

    public override bool TryRead(SavedName name, out double value)
    {
        value = 0;
        if (!_record.Find(_json.Span, JsonName.Of(name), out var found))
            return false;
        if (!found.IsNumber || !Utf8Parser.TryParse(found.In(_json.Span), out value, out int read) || read != found.Length)
        {
            var reader = ReaderOf(found);
            value = Primitives.Double.Read(ref reader);
        }
        return true;
    }

    public override bool TryRead(SavedName name, out string? value)
    {
        bool has = _record.Find(_json.Span, JsonName.Of(name), out var found);
        value = has ? ReaderOf(found).GetString() : null;
        return has;
    }

    public override bool TryReadCoroutine(SavedName name, out int number)
    {
        number = -1;
        if (!_record.Find(_json.Span, JsonName.Of(name), out var found))
            return false;
        if (found.Kind != JsonTokenType.Null)
            number = ReaderOf(found).GetInt32();
        return true;
    }

    /// <summary>A reader that stands at a value; what is no such value, it says by an exception.</summary>
    private Utf8JsonReader ReaderOf(JsonValue value)
    {
        var reader = new Utf8JsonReader(value.In(_json.Span), new JsonReaderOptions { MaxDepth = _types.MaxDepth });
        reader.Read();
        return reader;
    }
}
