using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CoroutineGen.Generator.Versions;

/// <summary>
/// A points file as it was read: one point a line, in any order, since merges mix them; empty lines, and those that begin with #, say
/// nothing.
/// </summary>
internal sealed class PointsFile
{
    private readonly Dictionary<string, WrittenLine> _texts = new(StringComparer.Ordinal);

    private PointsFile(SourceText text)
    {
        var lines = ImmutableArray.CreateBuilder<WrittenLine>();
        var faults = ImmutableArray.CreateBuilder<LineFault>();
        foreach (var line in text.Lines)
        {
            string read = line.ToString().Trim();
            if (read.Length == 0 || read[0] == '#')
                continue;
            var place = new LinePlace(line.Span, text.Lines.GetLinePositionSpan(line.Span));
            var (point, problem) = PointLineText.Read(read);
            if (point is null)
                faults.Add(new LineFault(place, $"cannot be read: {problem}"));
            else if (_texts.TryGetValue(point.ToString(), out var first))
                faults.Add(new LineFault(place, $"says the same as line {first.Place.Lines.Start.Line + 1}"));
            else
                lines.Add(_texts[point.ToString()] = new WrittenLine(point, place));
        }
        Lines = lines.ToImmutable();
        Faults = faults.ToImmutable();
    }

    /// <summary>The lines that could be read, each once.</summary>
    public ImmutableArray<WrittenLine> Lines { get; }

    /// <summary>The lines that could not, and those that say something again.</summary>
    public ImmutableArray<LineFault> Faults { get; }

    public static PointsFile Read(SourceText text) => new(text);

    public bool Contains(PointLine line) => _texts.ContainsKey(line.ToString());
}

/// <summary>A line, and where it stands.</summary>
internal sealed record WrittenLine(PointLine Line, LinePlace Place);

/// <summary>A line that says nothing, and why.</summary>
internal sealed record LineFault(LinePlace Place, string Problem);

/// <summary>Where a line stands in its file.</summary>
internal sealed record LinePlace(TextSpan Span, LinePositionSpan Lines)
{
    public Location In(string path) => Location.Create(path, Span, Lines);
}
