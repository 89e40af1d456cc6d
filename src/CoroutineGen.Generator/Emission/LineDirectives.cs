using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Emission.Shapes;
using CoroutineGen.Generator.Text;

namespace CoroutineGen.Generator.Emission;

/// <summary>
/// Writes #line directives so that debuggers and stack traces show the user's own lines; only where the mapping changes, since the compiler
/// counts on by itself.
/// </summary>
// #line 10 "/src/File1.cs"
//         f.i = f.start;
// #line hidden
//     Loop1:
internal sealed class LineDirectives(SourceWriter writer, LineMap? map)
{
    private const int Hidden = -1, Unmapped = 0;

    private readonly bool _on = map is { Path.Length: > 0 };

    private string? _file;

    /// <summary>The user's line that the compiler assigns to the next line of text.</summary>
    private int _next = Unmapped;

    /// <summary>Maps the next line of text to the user's line of a token; hides it from debuggers for -1.</summary>
    public void Before(int token)
    {
        if (!_on)
            return;
        Before(token >= 0 && token < map!.Lines.Count ? map.Lines[token] : Hidden, map!.FileOf(token));
    }

    /// <summary>Maps the next line of text to that of the method's name.</summary>
    public void BeforeMethod()
    {
        if (_on)
            Before(map!.NameLine, map.Path);
    }

    private void Before(int line, string file)
    {
        if (line == _next && (line == Hidden || file == _file))
            return;
        writer.Directive(line == Hidden ? "#line hidden" : $"#line {line} \"{Written(file)}\"");
        _next = line;
        _file = file;
    }

    /// <summary>Counts a text that has been written: one line, or more where a string of the user's spans several.</summary>
    public void After(string text)
    {
        if (_next > 0)
            _next += 1 + LineBreaks.In(text);
    }

    /// <summary>A path as a directive can hold it: without quotes and line breaks, which have no escapes there.</summary>
    private static string Written(string path)
        => path.Any(IsUnwritable) ? string.Concat(path.Select(c => IsUnwritable(c) ? '\'' : c)) : path;

    private static bool IsUnwritable(char c) => c == '"' || LineBreaks.Is(c);

    public void Hide() => Before(-1);

    /// <summary>Ends the mapping, behind the step method.</summary>
    public void End()
    {
        if (_on)
            writer.Directive("#line default");
        _next = Unmapped;
    }
}
