using System.Collections.Immutable;

namespace CoroutineGen.Generator.Versions;

/// <summary>
/// The points files of a project: what is shipped is what coroutines may have been saved as; what is not shipped is what the next version
/// will add to it.
/// </summary>
internal sealed class PointsFiles
{
    public const string ShippedName = "CoroutinePoints.Shipped.txt";
    public const string UnshippedName = "CoroutinePoints.Unshipped.txt";

    private readonly ILookup<string, WrittenLine> _shipped;
    private readonly ILookup<string, WrittenLine> _unshipped;

    public PointsFiles(PointsFile? shipped, PointsFile? unshipped)
    {
        Shipped = shipped;
        Unshipped = unshipped;
        _shipped = Lines(shipped).ToLookup(l => l.Line.Coroutine, StringComparer.Ordinal);
        _unshipped = Lines(unshipped).ToLookup(l => l.Line.Coroutine, StringComparer.Ordinal);
    }

    public PointsFile? Shipped { get; }

    public PointsFile? Unshipped { get; }

    /// <summary>Whether the project has one of them.</summary>
    public bool Exist => Shipped is not null || Unshipped is not null;

    /// <summary>The coroutines that have been shipped, in the order of the file.</summary>
    public IEnumerable<string> ShippedCoroutines => _shipped.Select(g => g.Key);

    /// <summary>As what a coroutine may have been saved.</summary>
    public IEnumerable<PointLine> ShippedOf(string coroutine) => _shipped[coroutine].Select(l => l.Line);

    /// <summary>What the next version adds of a coroutine.</summary>
    public IEnumerable<PointLine> UnshippedOf(string coroutine) => _unshipped[coroutine].Select(l => l.Line);

    public bool Contain(PointLine line) => Shipped?.Contains(line) == true || Unshipped?.Contains(line) == true;

    /// <summary>The lines that are shipped already, and so say nothing where the next version's are.</summary>
    public IEnumerable<WrittenLine> WrittenTwice => Lines(Unshipped).Where(l => Shipped?.Contains(l.Line) == true);

    private static ImmutableArray<WrittenLine> Lines(PointsFile? file) => file?.Lines ?? ImmutableArray<WrittenLine>.Empty;
}
