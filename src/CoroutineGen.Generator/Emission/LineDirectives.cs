using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Text;

namespace CoroutineGen.Generator.Emission;

/// <summary>
/// Writes #line directives so that debuggers and stack traces show the user's own lines, and only where the mapping changes: the
/// compiler counts on by itself.
/// </summary>
internal sealed class LineDirectives(SourceWriter writer, LineMap? map)
{
    private const int Hidden = -1, Unmapped = 0;

    private readonly bool _on = map is { Path.Length: > 0 };

    private string? _file;

    /// <summary>The user's line that the compiler takes the next line of text for.</summary>
    private int _next = Unmapped;

    public void Before(int token)
    {
        if (!_on)
            return;
        int line = token >= 0 && token < map!.Lines.Count ? map.Lines[token] : Hidden;
        string file = map!.FileOf(token);
        if (line == _next && (line == Hidden || file == _file))
            return;
        writer.Directive(line == Hidden ? "#line hidden" : $"#line {line} \"{Written(file)}\"");
        _next = line;
        _file = file;
    }

    /// <summary>A text has been written: usually one line, more where a string of the user's spans several.</summary>
    public void After(string text)
    {
        if (_next > 0)
            _next += 1 + LineBreaks.In(text);
    }

    /// <summary>A directive has no way to write a quote, nor a line break: at least the line is right.</summary>
    private static string Written(string path)
        => path.Any(IsUnwritable) ? string.Concat(path.Select(c => IsUnwritable(c) ? '\'' : c)) : path;

    private static bool IsUnwritable(char c) => c == '"' || LineBreaks.Is(c);

    public void Hide() => Before(-1);

    public void End()
    {
        if (_on)
            writer.Directive("#line default");
        _next = Unmapped;
    }
}
