namespace CoroutineGen.Generator.Tests.Typing;

/// <summary>A text that is typed into a file, character by character.</summary>
/// <param name="Name">What is typed.</param>
/// <param name="File">The file, with <c>▮</c> where it is typed.</param>
/// <param name="Text">What is typed there.</param>
internal sealed record Typed(string Name, string File, string Text)
{
    public const char Caret = '▮';

    /// <summary>What has been typed after each keystroke; an editor indents by itself.</summary>
    public IEnumerable<string> Keystrokes
        => Enumerable.Range(1, Text.Length).Where(n => n == 1 || Text[n - 1] != ' ' || !char.IsWhiteSpace(Text[n - 2])).Select(n => Text[..n]);

    /// <summary>The file, where so much has been typed.</summary>
    public string With(string typed) => File.Replace(Caret.ToString(), typed);

    public override string ToString() => Name;
}
