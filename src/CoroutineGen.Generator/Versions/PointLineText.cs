using System.Text;
using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Lowering.Saving;

namespace CoroutineGen.Generator.Versions;

/// <summary>
/// Writes and reads a line: fields with " | " between, of which the last is there where the point delegates. In a point's name, which is
/// any text, what means something here has a backslash before it.
/// </summary>
// Shop.Saga.Order(string, int) | Charge | yields string; sent int; returns bool | id: string; sum: int
// Shop.Saga.Order(string, int) | yield.From(Ship(id)) | yields string; sent int; returns bool | id: string | in Shop.Saga.ShipCoroutine
internal static class PointLineText
{
    private const string Between = " | ";
    private const string Yields = "yields ";
    private const string Sent = "sent ";
    private const string Returns = "returns ";
    private const string In = "in ";
    private const string Nothing = "-";

    public static string Of(PointLine line)
    {
        var types = new List<string>();
        Add(Yields, line.Yielded);
        Add(Sent, line.Sent);
        Add(Returns, line.Returned);
        string variables = line.Variables.Count == 0 ? Nothing : string.Join("; ", line.Variables.Select(v => $"{v.Name}: {v.Type}"));
        string text = string.Join(Between, line.Coroutine, Escaped(line.Point), string.Join("; ", types), variables);
        return line.Inner is null ? text : text + Between + In + line.Inner;

        void Add(string word, string? type)
        {
            if (type is not null)
                types.Add(word + type);
        }
    }

    /// <summary>Reads a line.</summary>
    /// <returns>Null, and why, where it cannot be read.</returns>
    public static (PointLine? Line, string Problem) Read(string text)
    {
        string[] fields = text.Split([Between], StringSplitOptions.None);
        if (fields.Length is not (4 or 5))
            return (null, $"it has {fields.Length} fields with ' | ' between them, and not 4 or 5");
        if (!SavedNameForm.IsGood(fields[0]))
            return (null, $"'{fields[0]}' is no name of a coroutine, as 'Shop.Saga.Order(string, int)'");
        if (Unescaped(fields[1]) is not { Length: > 0 } point)
            return (null, $"'{fields[1]}' is no name of a point");
        var types = new TypeFields();
        foreach (string type in fields[2].Split([TypeFields.Between], StringSplitOptions.None))
            if (!types.Take(type))
                return (null, $"'{type}' is not 'yields', 'sent' or 'returns' with a type, in this order");
        if (!types.Any)
            return (null, "it does not say what the coroutine yields or is sent");
        var variables = fields[3] == Nothing
            ? []
            : fields[3].Split([TypeFields.Between], StringSplitOptions.None).Select(Variable).ToList();
        if (variables.Contains(null))
            return (null, $"'{fields[3]}' are not variables with types, as 'id: string; sum: int'");
        if (variables.Select(v => v!.Name).Distinct().Count() < variables.Count)
            return (null, "it has two variables of the same name");
        if (fields.Length == 5 && !(fields[4].StartsWith(In, StringComparison.Ordinal) && fields[4].Length > In.Length))
            return (null, $"'{fields[4]}' is not 'in' with the type that is delegated to");
        return (new PointLine(
            fields[0], point, types.Yielded, types.Sent, types.Returned,
            variables.OfType<PointVariable>().OrderBy(v => v.Name, StringComparer.Ordinal).ToEquatableArray(),
            fields.Length == 5 ? fields[4].Substring(In.Length) : null), "");
    }

    private static PointVariable? Variable(string text)
        => text.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon && colon + 2 < text.Length
            ? new(text.Substring(0, colon), text.Substring(colon + 2))
            : null;

    // a | b    ---->  a \| b
    private static string Escaped(string name)
        => name.Replace("\\", "\\\\").Replace("|", "\\|").Replace("\r", "\\r").Replace("\n", "\\n");

    private static string? Unescaped(string text)
    {
        var name = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                name.Append(text[i]);
                continue;
            }
            char? meant = ++i == text.Length ? null : text[i] switch { 'r' => '\r', 'n' => '\n', '\\' or '|' => text[i], _ => null };
            if (meant is null)
                return null;
            name.Append(meant.Value);
        }
        return name.ToString();
    }

    /// <summary>The types of a coroutine as they are read, each once and in their order.</summary>
    private sealed class TypeFields
    {
        public const string Between = "; ";

        public string? Yielded { get; private set; }

        public string? Sent { get; private set; }

        public string? Returned { get; private set; }

        public bool Any => Yielded is not null || Sent is not null;

        public bool Take(string text)
        {
            if (After(text, Yields) is { } yielded && Yielded is null && Sent is null && Returned is null)
                Yielded = yielded;
            else if (After(text, PointLineText.Sent) is { } sent && Sent is null && Returned is null)
                Sent = sent;
            else if (After(text, Returns) is { } returned && Returned is null)
                Returned = returned;
            else
                return false;
            return true;
        }

        private static string? After(string text, string word)
            => text.StartsWith(word, StringComparison.Ordinal) && text.Length > word.Length ? text.Substring(word.Length) : null;
    }
}
