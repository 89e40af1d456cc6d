using System;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CoroutineGen.Json;

/// <summary>Writes coroutines as JSON.</summary>
// [{"co":"Stats.Averager(int)","at":"yield(average)","samples":3,"total":4,"(current)":4}]
internal sealed class JsonCoroutineWriter : CoroutineWriter
{
    /// <summary>Bytes that are kept for the next save.</summary>
    private const int MostKept = 1 << 16;

    private static readonly JsonEncodedText Coroutine = JsonEncodedText.Encode(JsonName.Coroutine);
    private static readonly JsonEncodedText Point = JsonEncodedText.Encode(JsonName.Point);

    private static readonly JsonWriterOptions Options = new()
    {
        // Names have < and >; what is escaped more is right too, and longer. It is no HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static readonly Spares<JsonCoroutineWriter> Spares = new();

    private readonly PooledBuffer _buffer = new();
    private readonly Utf8JsonWriter _json;
    private JsonTypes _types;
    private string? _coroutine;
    private string? _variable;

    private JsonCoroutineWriter(JsonTypes types)
    {
        _types = types;
        _json = new Utf8JsonWriter(_buffer, Options);
    }

    public ReadOnlySpan<byte> Written => _buffer.Written;

    /// <summary>A writer that nobody else uses.</summary>
    public static JsonCoroutineWriter Take(JsonTypes types)
    {
        if (Spares.Take() is not { } writer)
            return new(types);
        writer._types = types;
        return writer;
    }

    public void Return()
    {
        _buffer.Reset(MostKept);
        _json.Reset();
        Spares.Return(this);
    }

    public byte[] ToArray() => _buffer.Written.ToArray();

    public void Save(ISaveable coroutine)
    {
        _coroutine = null;
        _variable = null;
        try
        {
            _json.WriteStartArray();
            coroutine.Save(this);
            _json.WriteEndArray();
            _json.Flush();
        }
        catch (Exception error) when (_variable is not null && error is NotSupportedException or JsonException)
        {
            throw new CoroutineSaveException(
                CoroutineSaveReason.NotSerialisable, _coroutine, _variable,
                    $"'{_variable}' of '{_coroutine}' cannot be saved: {error.Message}",
                error);
        }
    }

    public override void Begin(SavedName coroutine, SavedName point)
    {
        _coroutine = coroutine.Text;
        _json.WriteStartObject();
        _json.WriteString(Coroutine, JsonName.Of(coroutine).Encoded);
        _json.WriteString(Point, JsonName.Of(point).Encoded);
    }

    public override void Write<T>(SavedName name, T value)
    {
        _variable = name.Text;
        _json.WritePropertyName(JsonName.Of(name).Encoded);
        if (Primitive<T>.Known is { } primitive)
            primitive.Write(_json, value);
        else
            JsonSerializer.Serialize(_json, value, _types.InfoOf<T>());
    }

    public override void Write(SavedName name, bool value) => _json.WriteBoolean(JsonName.Of(name).Encoded, value);

    public override void Write(SavedName name, int value) => _json.WriteNumber(JsonName.Of(name).Encoded, value);

    public override void Write(SavedName name, long value) => _json.WriteNumber(JsonName.Of(name).Encoded, value);

    public override void Write(SavedName name, double value)
    {
        if (double.IsFinite(value))
        {
            _json.WriteNumber(JsonName.Of(name).Encoded, value);
            return;
        }
        _json.WritePropertyName(JsonName.Of(name).Encoded);
        Primitives.Double.Write(_json, value);
    }

    public override void Write(SavedName name, string? value)
    {
        _variable = name.Text;
        Text.Check(value);
        _json.WriteString(JsonName.Of(name).Encoded, value);
    }

    public override void WriteCoroutine(SavedName name, int number)
    {
        if (number < 0)
            _json.WriteNull(JsonName.Of(name).Encoded);
        else
            _json.WriteNumber(JsonName.Of(name).Encoded, number);
    }

    public override void End() => _json.WriteEndObject();
}
