using System;
using System.Globalization;
using System.Text.Json;

namespace CoroutineGen.Json;

/// <summary>How a value is written and read of which a context need know nothing: a number, a date, a text.</summary>
internal abstract class Primitive<T>
{
    /// <summary>How values of the type are written; null where the context must know it.</summary>
    public static readonly Primitive<T>? Known = (Primitive<T>?)Primitives.Find(typeof(T));

    public abstract void Write(Utf8JsonWriter writer, T value);

    public abstract T Read(ref Utf8JsonReader reader);
}

internal delegate T ReadPrimitive<out T>(ref Utf8JsonReader reader);

internal sealed class PrimitiveOf<T>(Action<Utf8JsonWriter, T> write, ReadPrimitive<T> read) : Primitive<T>
{
    public override void Write(Utf8JsonWriter writer, T value) => write(writer, value);

    public override T Read(ref Utf8JsonReader reader) => read(ref reader);
}

/// <summary>The same, or null.</summary>
internal sealed class NullablePrimitive<T>(Primitive<T> inner) : Primitive<T?>
    where T : struct
{
    public override void Write(Utf8JsonWriter writer, T? value)
    {
        if (value is { } known)
            inner.Write(writer, known);
        else
            writer.WriteNullValue();
    }

    public override T? Read(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : inner.Read(ref reader);
}

internal static class Primitives
{
    public static readonly Primitive<bool> Bool = new PrimitiveOf<bool>((w, v)
        => w.WriteBooleanValue(v), (ref Utf8JsonReader r) => r.GetBoolean());
    public static readonly Primitive<int> Int = new PrimitiveOf<int>((w, v)
        => w.WriteNumberValue(v), (ref Utf8JsonReader r) => r.GetInt32());
    public static readonly Primitive<long> Long = new PrimitiveOf<long>((w, v)
        => w.WriteNumberValue(v), (ref Utf8JsonReader r) => r.GetInt64());
    public static readonly Primitive<double> Double = new PrimitiveOf<double>(WriteDouble, ReadDouble);
    private static readonly Primitive<float> Float = new PrimitiveOf<float>(WriteFloat, ReadFloat);
    private static readonly Primitive<byte> Byte = new PrimitiveOf<byte>((w, v)
        => w.WriteNumberValue((uint)v), (ref Utf8JsonReader r) => r.GetByte());
    private static readonly Primitive<sbyte> SByte = new PrimitiveOf<sbyte>((w, v)
        => w.WriteNumberValue((int)v), (ref Utf8JsonReader r) => r.GetSByte());
    private static readonly Primitive<short> Short = new PrimitiveOf<short>((w, v)
        => w.WriteNumberValue((int)v), (ref Utf8JsonReader r) => r.GetInt16());
    private static readonly Primitive<ushort> UShort
        = new PrimitiveOf<ushort>((w, v) => w.WriteNumberValue((uint)v), (ref Utf8JsonReader r) => r.GetUInt16());

    private static readonly Primitive<uint> UInt = new PrimitiveOf<uint>((w, v)
        => w.WriteNumberValue(v), (ref Utf8JsonReader r) => r.GetUInt32());
    private static readonly Primitive<ulong> ULong = new PrimitiveOf<ulong>((w, v)
        => w.WriteNumberValue(v), (ref Utf8JsonReader r) => r.GetUInt64());
    private static readonly Primitive<decimal> Decimal
        = new PrimitiveOf<decimal>((w, v) => w.WriteNumberValue(v), (ref Utf8JsonReader r) => r.GetDecimal());

    private static readonly Primitive<char> Char = new PrimitiveOf<char>(WriteChar, ReadChar);
    private static readonly Primitive<DateTime> DateTime
        = new PrimitiveOf<DateTime>((w, v) => w.WriteStringValue(v), (ref Utf8JsonReader r) => r.GetDateTime());

    private static readonly Primitive<DateTimeOffset> DateTimeOffset
        = new PrimitiveOf<DateTimeOffset>((w, v) => w.WriteStringValue(v), (ref Utf8JsonReader r) => r.GetDateTimeOffset());

    private static readonly Primitive<Guid> Guid = new PrimitiveOf<Guid>((w, v)
        => w.WriteStringValue(v), (ref Utf8JsonReader r) => r.GetGuid());
    private static readonly Primitive<TimeSpan> TimeSpan = new PrimitiveOf<TimeSpan>(
        (w, v) => w.WriteStringValue(v.ToString("c", CultureInfo.InvariantCulture)),
        (ref Utf8JsonReader r) => System.TimeSpan.ParseExact(r.GetString()!, "c", CultureInfo.InvariantCulture));

    private static readonly Primitive<string?> String = new PrimitiveOf<string?>(Text.Write, (ref Utf8JsonReader r) => r.GetString());

    /// <summary>The primitive of a type; null where it is none.</summary>
    public static object? Find(Type type)
        => Nullable.GetUnderlyingType(type) is not { } inner ? Plain(type)
            : inner == typeof(bool) ? new NullablePrimitive<bool>(Bool)
            : inner == typeof(int) ? new NullablePrimitive<int>(Int)
            : inner == typeof(long) ? new NullablePrimitive<long>(Long)
            : inner == typeof(double) ? new NullablePrimitive<double>(Double)
            : inner == typeof(float) ? new NullablePrimitive<float>(Float)
            : inner == typeof(byte) ? new NullablePrimitive<byte>(Byte)
            : inner == typeof(sbyte) ? new NullablePrimitive<sbyte>(SByte)
            : inner == typeof(short) ? new NullablePrimitive<short>(Short)
            : inner == typeof(ushort) ? new NullablePrimitive<ushort>(UShort)
            : inner == typeof(uint) ? new NullablePrimitive<uint>(UInt)
            : inner == typeof(ulong) ? new NullablePrimitive<ulong>(ULong)
            : inner == typeof(decimal) ? new NullablePrimitive<decimal>(Decimal)
            : inner == typeof(char) ? new NullablePrimitive<char>(Char)
            : inner == typeof(DateTime) ? new NullablePrimitive<DateTime>(DateTime)
            : inner == typeof(DateTimeOffset) ? new NullablePrimitive<DateTimeOffset>(DateTimeOffset)
            : inner == typeof(Guid) ? new NullablePrimitive<Guid>(Guid)
            : inner == typeof(TimeSpan) ? new NullablePrimitive<TimeSpan>(TimeSpan)
            : null;

    private static object? Plain(Type type)
        => type == typeof(bool) ? Bool
            : type == typeof(int) ? Int
            : type == typeof(long) ? Long
            : type == typeof(double) ? Double
            : type == typeof(float) ? Float
            : type == typeof(byte) ? Byte
            : type == typeof(sbyte) ? SByte
            : type == typeof(short) ? Short
            : type == typeof(ushort) ? UShort
            : type == typeof(uint) ? UInt
            : type == typeof(ulong) ? ULong
            : type == typeof(decimal) ? Decimal
            : type == typeof(char) ? Char
            : type == typeof(DateTime) ? DateTime
            : type == typeof(DateTimeOffset) ? DateTimeOffset
            : type == typeof(Guid) ? Guid
            : type == typeof(TimeSpan) ? TimeSpan
            : type == typeof(string) ? String
            : null;

    // JSON has no number for these, and a coroutine may well hold one.
    private static void WriteDouble(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
            writer.WriteNumberValue(value);
        else
            writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
    }

    private static double ReadDouble(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.String ? NotFinite(ref reader) : reader.GetDouble();

    private static void WriteFloat(Utf8JsonWriter writer, float value)
    {
        if (float.IsFinite(value))
            writer.WriteNumberValue(value);
        else
            writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
    }

    private static float ReadFloat(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.String ? (float)NotFinite(ref reader) : reader.GetSingle();

    private static double NotFinite(ref Utf8JsonReader reader) => reader.GetString() switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        var other => throw new JsonException($"'{other}' is no number."),
    };

    // Half of a pair is no text.
    private static void WriteChar(Utf8JsonWriter writer, char value)
    {
        if (char.IsSurrogate(value))
            writer.WriteNumberValue((int)value);
        else
            writer.WriteStringValue(new ReadOnlySpan<char>(in value));
    }

    private static char ReadChar(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return (char)reader.GetUInt16();
        return reader.GetString() is { Length: 1 } text ? text[0] : throw new JsonException("This is no single character.");
    }
}
