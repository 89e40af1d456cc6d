using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CoroutineGen.Json;

/// <summary>A name as JSON has it, which is kept beside the name.</summary>
internal sealed class JsonName
{
    /// <summary>The properties of each record that say which coroutine it is, and where it stands.</summary>
    public const string Coroutine = "co", Point = "at";

    private JsonName(string text)
    {
        // A variable of that name is told from the property.
        Text = text is Coroutine or Point ? "@" + text : text;
        Encoded = JsonEncodedText.Encode(Text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        Utf8 = Encoding.UTF8.GetBytes(Text);
    }

    public string Text { get; }

    /// <summary>The name, escaped.</summary>
    public JsonEncodedText Encoded { get; }

    /// <summary>The name, not escaped.</summary>
    public byte[] Utf8 { get; }

    public static JsonName Of(SavedName name) => name.Encoded as JsonName ?? Make(name);

    private static JsonName Make(SavedName name)
    {
        var made = new JsonName(name.Text);
        name.Encoded = made;
        return made;
    }
}
