using System;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CoroutineGen.Json;

/// <summary>
/// Reads coroutines from JSON, forwards. Each record is gone through once, and where its values stand is noted; they are read when they are
/// asked for, numbers from the bytes themselves.
/// </summary>
internal sealed class JsonCoroutineReader : CoroutineReader
{
    // Most programs restore one coroutine again and again.
    private static ReadName s_lastCoroutine = ReadName.None, s_lastPoint = ReadName.None;

    private readonly ArraySegment<byte> _json;
    private readonly JsonTypes _types;

    /// <summary>Null once all has been restored: whoever has kept the reader until then learns nothing of what others restore.</summary>
    private JsonRecord? _lent = JsonRecord.Take();

    /// <summary>Behind the last record.</summary>
    private int _position;

    private JsonReaderState _state;
    private bool _isOpen;
    private bool _isAtEnd;
    private ReadName _coroutine = s_lastCoroutine;
    private ReadName _point = s_lastPoint;

    public JsonCoroutineReader(ReadOnlyMemory<byte> json, JsonTypes types)
    {
        _json = MemoryMarshal.TryGetArray(json, out var array) ? array : new(json.ToArray());
        _types = types;
        // How deep a value may be nested, the serialiser says where it is read, and then which one it is. To go over it takes no stack.
        _state = new JsonReaderState(new JsonReaderOptions { MaxDepth = int.MaxValue });
    }

    private JsonRecord Record => _lent ?? throw new ObjectDisposedException(nameof(CoroutineReader));

    private ReadOnlySpan<byte> Json => _json;

    public override long Length => _json.Count;

    /// <summary>Gives back what the reader has lent: it is of no use any more.</summary>
    public void Return()
    {
        _lent?.Return();
        _lent = null;
    }

    public override bool Next([NotNullWhen(true)] out string? coroutine, [NotNullWhen(true)] out string? point)
    {
        coroutine = point = null;
        if (_isAtEnd)
            return false;
        var reader = new Utf8JsonReader(Json[_position..], isFinalBlock: true, _state);
        if (!_isOpen)
        {
            if (!Step(ref reader) || reader.TokenType != JsonTokenType.StartArray)
                throw new JsonException("Coroutines are an array.");
            _isOpen = true;
            if (IsAtEnd(ref reader))
                return false;
        }
        ReadRecord(ref reader);
        // Looked at already, so that the next call needs no reader where there is nothing more.
        _isAtEnd = IsAtEnd(ref reader);
        if (!_isAtEnd)
        {
            _position += (int)reader.BytesConsumed;
            _state = reader.CurrentState;
        }
        coroutine = _coroutine.Text;
        point = _point.Text;
        return true;
    }

    private static bool IsAtEnd(ref Utf8JsonReader reader)
    {
        Step(ref reader);
        if (reader.TokenType == JsonTokenType.EndArray)
            return !reader.Read() ? true : throw new JsonException("There is something behind the coroutines.");
        return reader.TokenType == JsonTokenType.StartObject ? false : throw new JsonException("A coroutine is an object.");
    }

    private void ReadRecord(ref Utf8JsonReader reader)
    {
        bool hasCoroutine = false, hasPoint = false;
        Record.Begin();
        while (Step(ref reader) && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isShort = reader.ValueSpan.Length == 2 || reader.ValueIsEscaped;
            if (isShort && reader.ValueTextEquals("co"u8))
                ReadHead(ref reader, JsonName.Coroutine, ref hasCoroutine, ref _coroutine);
            else if (isShort && reader.ValueTextEquals("at"u8))
                ReadHead(ref reader, JsonName.Point, ref hasPoint, ref _point);
            else
                Record.Add(ref reader, _position);
        }
        if (!hasCoroutine || !hasPoint)
            throw new JsonException($"A coroutine has no '{(hasCoroutine ? JsonName.Point : JsonName.Coroutine)}'.");
        Record.ThrowIfAmbiguous(Json);
        if (_coroutine.IsKept && s_lastCoroutine != _coroutine)
            s_lastCoroutine = _coroutine;
        if (_point.IsKept && s_lastPoint != _point)
            s_lastPoint = _point;
    }

    /// <summary>Reads a name; most are the same as in the record before, which then is the same object.</summary>
    private static void ReadHead(ref Utf8JsonReader reader, string property, ref bool has, ref ReadName name)
    {
        if (has)
            throw new JsonException($"'{property}' stands there twice.");
        has = true;
        Step(ref reader);
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException($"'{property}' is no text.");
        if (!name.Stands(ref reader))
            name = new ReadName(ref reader);
    }

    /// <summary>A name that was read, with its bytes.</summary>
    private sealed class ReadName
    {
        public static readonly ReadName None = new();

        private readonly byte[]? _bytes;

        private ReadName() => Text = "";

        public ReadName(ref Utf8JsonReader reader)
        {
            Text = reader.GetString()!;
            if (!reader.ValueIsEscaped && reader.ValueSpan.Length <= 256)
                _bytes = reader.ValueSpan.ToArray();
        }

        public string Text { get; }

        /// <summary>Whether it is kept for the next restore: not where it is very long.</summary>
        public bool IsKept => _bytes is not null;

        /// <summary>Whether it stands where the reader stands.</summary>
        public bool Stands(ref Utf8JsonReader reader)
            => _bytes is { } bytes && !reader.ValueIsEscaped && reader.ValueSpan.SequenceEqual(bytes);
    }

    private static bool Step(ref Utf8JsonReader reader) => reader.Read() ? true : throw new JsonException("It ends too early.");

    public override bool Has(SavedName name) => Record.Find(Json, JsonName.Of(name), out _);

    public override bool TryRead<T>(SavedName name, [MaybeNullWhen(false)] out T value)
    {
        if (!Record.Find(Json, JsonName.Of(name), out var found))
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
            value = JsonSerializer.Deserialize(found.In(Json), _types.InfoOf<T>())!;
        }
        return true;
    }

    public override bool TryRead(SavedName name, out bool value)
    {
        bool has = Record.Find(Json, JsonName.Of(name), out var found);
        value = has && (found.Kind == JsonTokenType.True || (found.Kind != JsonTokenType.False && ReaderOf(found).GetBoolean()));
        return has;
    }

    public override bool TryRead(SavedName name, out int value)
    {
        value = 0;
        if (!Record.Find(Json, JsonName.Of(name), out var found))
            return false;
        if (!found.IsNumber || !Utf8Parser.TryParse(found.In(Json), out value, out int read) || read != found.Length)
            value = ReaderOf(found).GetInt32();
        return true;
    }

    public override bool TryRead(SavedName name, out long value)
    {
        value = 0;
        if (!Record.Find(Json, JsonName.Of(name), out var found))
            return false;
        if (!found.IsNumber || !Utf8Parser.TryParse(found.In(Json), out value, out int read) || read != found.Length)
            value = ReaderOf(found).GetInt64();
        return true;
    }

    public override bool TryRead(SavedName name, out double value)
    {
        value = 0;
        if (!Record.Find(Json, JsonName.Of(name), out var found))
            return false;
        if (!found.IsNumber || !Utf8Parser.TryParse(found.In(Json), out value, out int read) || read != found.Length)
        {
            var reader = ReaderOf(found);
            value = Primitives.Double.Read(ref reader);
        }
        return true;
    }

    public override bool TryRead(SavedName name, out string? value)
    {
        bool has = Record.Find(Json, JsonName.Of(name), out var found);
        value = has ? ReaderOf(found).GetString() : null;
        return has;
    }

    public override bool TryReadCoroutine(SavedName name, out int number)
    {
        number = -1;
        if (!Record.Find(Json, JsonName.Of(name), out var found))
            return false;
        if (found.Kind != JsonTokenType.Null)
            number = ReaderOf(found).GetInt32();
        return true;
    }

    /// <summary>A reader that stands at a value; what is no such value, it says by an exception.</summary>
    private Utf8JsonReader ReaderOf(JsonValue value)
    {
        var reader = new Utf8JsonReader(value.In(Json), new JsonReaderOptions { MaxDepth = _types.MaxDepth });
        reader.Read();
        return reader;
    }
}
