using System;
using System.Text.Json;

namespace CoroutineGen.Json;

/// <summary>Writes text. Half of a surrogate pair would silently become another character.</summary>
internal static class Text
{
    public static void Write(Utf8JsonWriter writer, string? value)
    {
        Check(value);
        writer.WriteStringValue(value);
    }

    /// <exception cref="NotSupportedException">The text has half of a surrogate pair.</exception>
    public static void Check(string? value)
    {
        if (value.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
            return;
        for (int i = 0; i < value!.Length; i++)
        {
            if (!char.IsSurrogate(value[i]))
                continue;
            if (!(char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1])))
                throw new NotSupportedException("The text has half of a surrogate pair, which JSON cannot say.");
            i++;
        }
    }
}
