using System.Text;
using System.Text.Json;

namespace CoroutineGen.Tests.Saving;

/// <summary>Saved bytes as somebody might have spoilt them, or made them on purpose. The same dice spoil them the same way.</summary>
internal static class JsonMutant
{
    private const string Signs = "{}[]\",:0123456789eE-+.tfn()\\ \n\0\u007f";

    private static readonly string[] Values =
    [
        "-1", "0", "1", "2", "3", "2147483647", "2147483648", "-2147483649", "99999999999999999999", "1e400", "-0.0", "1.5", "null", "true", "false",
        "\"\"", "\"(start)\"", "\"(end)\"", "\"(running)\"", "\"return\"", "\"\\ud800\"", "[]", "{}", "[[]]", "{\"$ref\":\"1\"}", "{\"$ref\":\"99\"}",
        "{\"$id\":\"1\"}", "{\"$type\":\"ship\",\"To\":\"x\"}", "{\"$type\":\"none\"}", "[1,2,3,4,5,6,7,8,9]", "\"x\"",
    ];

    private static readonly string[] Names
        = ["co", "at", "(inner)", "(current)", "(result)", "(error)", "(message)", "(exit)", "(return)", "$id", "$ref", "$values", "$type", "i", "sum"];

    /// <param name="saved">What was saved.</param>
    /// <param name="others">What was saved of others, of which parts are put in.</param>
    /// <param name="dice">Where choices come from.</param>
    public static byte[] Of(byte[] saved, byte[][] others, Random dice)
    {
        byte[] bytes = saved;
        for (int n = 1 + (dice.Next(3) * dice.Next(2)); n > 0; n--)
            bytes = dice.Next(5) < 3 ? Token(bytes, others[dice.Next(others.Length)], dice) : Byte(bytes, dice);
        return bytes;
    }

    /// <summary>Bytes are changed, left out, doubled, put elsewhere, or cut off.</summary>
    private static byte[] Byte(byte[] bytes, Random dice)
    {
        var changed = bytes.ToList();
        if (changed.Count == 0)
            return [(byte)Signs[dice.Next(Signs.Length)]];
        int at = dice.Next(changed.Count), length = Math.Min(dice.Next(1, 12), changed.Count - at);
        switch (dice.Next(8))
        {
            case 0:
                changed[at] = (byte)Signs[dice.Next(Signs.Length)];
                break;
            case 1:
                changed.RemoveRange(at, length);
                break;
            case 2:
                changed.InsertRange(at, changed.GetRange(at, length));
                break;
            case 3:
                changed.InsertRange(dice.Next(changed.Count), changed.GetRange(at, length));
                break;
            case 4:
                changed[at] ^= (byte)(1 << dice.Next(8));
                break;
            case 5:
                changed.RemoveRange(at, changed.Count - at);
                break;
            case 6:
                changed.Insert(at, (byte)Signs[dice.Next(Signs.Length)]);
                break;
            default:
                changed[at] = (byte)dice.Next(256);
                break;
        }
        return [.. changed];
    }

    /// <summary>Whole tokens are: so that what comes of it is JSON more often than not.</summary>
    private static byte[] Token(byte[] bytes, byte[] other, Random dice)
    {
        var tokens = TokensOf(bytes);
        var names = tokens.Where(t => t.IsName).ToList();
        var values = tokens.Where(t => !t.IsName).ToList();
        if (names.Count == 0 || values.Count == 0)
            return Byte(bytes, dice);
        var value = values[dice.Next(values.Count)];
        var name = names[dice.Next(names.Count)];
        switch (dice.Next(9))
        {
            case 0 or 1:
                return Put(bytes, value.Range, Values[dice.Next(Values.Length)]);
            case 2:
                return Put(bytes, value.Range, bytes[values[dice.Next(values.Count)].Range]);
            case 3:
                return Put(bytes, name.Range, $"\"{Names[dice.Next(Names.Length)]}\"");
            case 4:
                return Put(bytes, name.Range, bytes[names[dice.Next(names.Count)].Range]);
            case 5:
                int depth = dice.Next(2) == 0 ? 1 + dice.Next(80) : 20_000;
                string open = dice.Next(2) == 0 ? "[" : "{\"a\":", close = open == "[" ? "]" : "}";
                return Put(bytes, value.Range, string.Concat(Enumerable.Repeat(open, depth)) + "0" + string.Concat(Enumerable.Repeat(close, depth)));
            case 6:
                // All of a record, once more or many times.
                string records = Encoding.Latin1.GetString(bytes).Trim('[', ']');
                return Encoding.Latin1.GetBytes("[" + string.Join(",", Enumerable.Repeat(records, dice.Next(20) == 0 ? 3_000 : 2)) + "]");
            case 7:
                return Encoding.Latin1.GetBytes(
                    "[" + Encoding.Latin1.GetString(bytes).Trim('[', ']') + "," + Encoding.Latin1.GetString(other).Trim('[', ']') + "]");
            default:
                var from = TokensOf(other);
                return from.Count == 0 ? bytes : Put(bytes, value.Range, other[from[dice.Next(from.Count)].Range]);
        }
    }

    private static byte[] Put(byte[] bytes, Range range, string text) => Put(bytes, range, Encoding.UTF8.GetBytes(text));

    private static byte[] Put(byte[] bytes, Range range, byte[] part) => [.. bytes[..range.Start], .. part, .. bytes[range.End..]];

    private static List<(Range Range, bool IsName)> TokensOf(byte[] bytes)
    {
        List<(Range, bool)> tokens = [];
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 100_000 });
        try
        {
            while (reader.Read())
                if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject or JsonTokenType.EndArray or JsonTokenType.EndObject))
                    tokens.Add(((int)reader.TokenStartIndex..((int)reader.TokenStartIndex + Length(reader)), reader.TokenType == JsonTokenType.PropertyName));
        }
        catch (JsonException)
        {
            // What comes before is enough.
        }
        return tokens;

        static int Length(in Utf8JsonReader reader)
            => reader.ValueSpan.Length + (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? 2 : 0);
    }
}
