using System.Text;

namespace CoroutineGen.Generator.Emission.Shapes;

/// <summary>Writes indented C# text, with lines that end in \n on every machine.</summary>
internal sealed class SourceWriter
{
    private const int Width = 4;

    private readonly StringBuilder _text = new();
    private bool _blank = true;

    public int Indent { get; set; }

    /// <summary>A line at the present depth; an empty one carries no indentation.</summary>
    public void Line(string text = "") => Line(text, 0);

    /// <summary>A line some levels deeper (or less deep) than the present depth.</summary>
    public void Line(string text, int deeper)
    {
        if (text.Length > 0)
            _text.Append(' ', Math.Max(0, Indent + deeper) * Width).Append(text);
        _text.Append('\n');
        _blank = text.Length == 0;
    }

    /// <summary>A preprocessor directive: a line without indentation, whatever the depth.</summary>
    public void Directive(string text)
    {
        _text.Append(text).Append('\n');
        _blank = false;
    }

    /// <summary>An empty line, unless the last one was empty or opened a block.</summary>
    public void Gap()
    {
        if (!_blank)
            Line();
    }

    /// <summary>Opens a block under a header line, and goes one level deeper.</summary>
    public void Open(string header)
    {
        Line(header);
        Line("{");
        Indent++;
        _blank = true;
    }

    public void Close()
    {
        Indent--;
        Line("}");
    }

    public override string ToString() => _text.ToString();
}
