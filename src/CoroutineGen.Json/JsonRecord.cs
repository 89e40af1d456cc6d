using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CoroutineGen.Json;

/// <summary>Where a value stands.</summary>
internal readonly struct JsonValue(int start, int length, JsonTokenType kind)
{
    public readonly int Length = length;

    /// <summary>Its first token.</summary>
    public readonly JsonTokenType Kind = kind;

    public bool IsNumber => Kind == JsonTokenType.Number;

    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> json) => json.Slice(start, Length);
}

/// <summary>The values of a coroutine by their names. Nearly always they are asked for in the order in which they stand.</summary>
internal sealed class JsonRecord
{
    /// <summary>So many names are compared with each other rather than put into a set.</summary>
    private const int FewNames = 12;

    /// <summary>Properties that are kept for the next restore.</summary>
    private const int MostKept = 256;

    private static readonly Spares<JsonRecord> Spares = new();

    private Property[] _properties = new Property[4];
    private int _count;
    private int _next;
    private bool _isAnyEscaped;

    private readonly struct Property(int name, int length, string? unescaped, JsonValue value)
    {
        public readonly string? Unescaped = unescaped;
        public readonly JsonValue Value = value;

        public ReadOnlySpan<byte> NameIn(ReadOnlySpan<byte> json) => json.Slice(name, length);

        public bool IsCalled(JsonName other, ReadOnlySpan<byte> json)
            => Unescaped is null ? NameIn(json).SequenceEqual(other.Utf8) : Unescaped == other.Text;
    }

    /// <summary>One that nobody else uses, and that has nothing in it.</summary>
    public static JsonRecord Take() => Spares.Take() ?? new();

    /// <summary>Gives it back: nobody asks it for anything any more.</summary>
    public void Return()
    {
        if (_properties.Length > MostKept)
            return;
        if (_isAnyEscaped)
            Array.Clear(_properties);
        Begin();
        Spares.Return(this);
    }

    public void Begin()
    {
        _count = 0;
        _next = 0;
        _isAnyEscaped = false;
    }

    /// <summary>Adds the property at whose name a reader stands; it stands at the end of the value then.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="origin">Where it began.</param>
    public void Add(ref Utf8JsonReader reader, int origin)
    {
        // Behind the quotation mark.
        int name = origin + (int)reader.TokenStartIndex + 1, length = reader.ValueSpan.Length;
        string? unescaped = reader.ValueIsEscaped ? reader.GetString() : null;
        _isAnyEscaped |= unescaped is not null;
        if (!reader.Read())
            throw new JsonException("It ends too early.");
        int start = origin + (int)reader.TokenStartIndex;
        var kind = reader.TokenType;
        reader.Skip();
        if (_count == _properties.Length)
            Array.Resize(ref _properties, 2 * _count);
        _properties[_count++] = new(name, length, unescaped, new(start, origin + (int)reader.BytesConsumed - start, kind));
    }

    public bool Find(ReadOnlySpan<byte> json, JsonName name, out JsonValue value)
    {
        for (int i = 0, at = _next; i < _count; i++, at++)
        {
            if (at == _count)
                at = 0;
            if (_properties[at].IsCalled(name, json))
            {
                value = _properties[at].Value;
                _next = at + 1 == _count ? 0 : at + 1;
                return true;
            }
        }
        value = default;
        return false;
    }

    /// <exception cref="JsonException">Two have the same name: nobody knows which is meant.</exception>
    public void ThrowIfAmbiguous(ReadOnlySpan<byte> json)
    {
        if (_count > FewNames || _isAnyEscaped)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            for (int i = 0; i < _count; i++)
                if (!names.Add(TextOf(i, json)))
                    throw Ambiguous(i, json);
            return;
        }
        for (int i = 1; i < _count; i++)
            for (int k = 0; k < i; k++)
                if (_properties[i].NameIn(json).SequenceEqual(_properties[k].NameIn(json)))
                    throw Ambiguous(i, json);
    }

    private JsonException Ambiguous(int at, ReadOnlySpan<byte> json) => new($"'{TextOf(at, json)}' stands there twice.");

    private string TextOf(int at, ReadOnlySpan<byte> json)
        => _properties[at].Unescaped ?? System.Text.Encoding.UTF8.GetString(_properties[at].NameIn(json));
}
