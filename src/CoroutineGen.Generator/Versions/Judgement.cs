using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Lowered;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Versions;

/// <summary>
/// Judges each shape in which a coroutine has been shipped against what it is now, as restoring will (rules 252 to 257): first where its
/// points have gone, then whether all that lives there was saved.
/// </summary>
internal sealed class Judgement
{
    private readonly SaveShape _shape;
    private readonly KnownCoroutines _known;
    private readonly List<PointLine> _lines;
    private readonly PointJudge _judge;

    private Judgement(SaveShape shape, PointsFiles files, KnownCoroutines known)
    {
        _shape = shape;
        _known = known;
        _lines = shape.OldNames.Prepend(shape.Name).SelectMany(files.ShippedOf).ToList();
        _judge = new PointJudge(shape, known);
    }

    public static IEnumerable<Verdict> Of(SaveShape shape, PointsFiles files, KnownCoroutines known)
        => new Judgement(shape, files, known).All().Distinct();

    private IEnumerable<Verdict> All() => Names().Concat(Types()).Concat(AmbiguousPoints()).Concat(Points()).Concat(_judge.Ambiguous());

    private IEnumerable<Verdict> Names()
    {
        foreach (string old in _shape.OldNames)
            if (_known.OtherOf(old, _shape.Name) is { } other)
                yield return new(
                    VersionDiagnostics.CoroutineGone, null, null, old,
                    $"'{_shape.Name}' and '{other}' would both be it; give one of them another name, and [SavedAs] to the other");
        foreach (var gone in _known.Candidates.Where(c => c.Value == _shape.Name))
            yield return new(
                VersionDiagnostics.CoroutineGone, null, $"SavedAs({Quoted(gone.Key)})", gone.Key,
                $"if it is '{_shape.Name}' now, say [SavedAs({Quoted(gone.Key)})]");
    }

    private IEnumerable<Verdict> Types() => _lines.SelectMany(line => new[]
    {
        Type("yielded", line.Yielded, _shape.YieldedType),
        Type("was sent", line.Sent, _shape.SentType),
        Type("returned", line.Returned, _shape.ReturnedType),
    }).OfType<Verdict>();

    private Verdict? Type(string word, string? then, string? now)
        => _known.TypeOfToday(then) == now
            ? null
            : new(VersionDiagnostics.CoroutineType, null, null, _shape.Name, word, then ?? "nothing", now ?? "nothing");

    /// <summary>What an attribute says of a name that the body has today: two different things would be called so.</summary>
    private IEnumerable<Verdict> AmbiguousPoints() => _shape.AmbiguousPoints.Select(name => new Verdict(
        VersionDiagnostics.PointGone, null, null, _shape.Name, name,
        "the body has a point of that name again, so that nobody can tell the two apart; give the new one another name"));

    private IEnumerable<Verdict> Points()
    {
        var lost = new List<PointLine>();
        foreach (var line in _lines)
        {
            if (PointOf(line.Point) is { } point)
            {
                foreach (var verdict in _judge.At(line, point))
                    yield return verdict;
            }
            else if (!_shape.Retired.Contains(line.Point))
            {
                lost.Add(line);
            }
        }
        foreach (string name in lost.Select(l => l.Point).Distinct())
        {
            var renamed = RenameOf(name, lost);
            string? attribute = renamed is null ? null : $"SavedPoint({Quoted(renamed.Name)}, Was = {Quoted(name)})";
            yield return new(
                VersionDiagnostics.PointGone, null, attribute, _shape.Name, name,
                attribute is not null
                    ? $"if it is called '{renamed!.Name}' now, say [{attribute}]"
                    : $"say [SavedPoint] with Was, if it is called otherwise now, with ResumeAt, if another point took its place, "
                        + "or with Retired, if it shall be refused");
        }
    }

    private SavedPoint? PointOf(string name)
        => _shape.Points.FirstOrDefault(p => p.Name == name) ?? _shape.Points.FirstOrDefault(p => p.Was.Contains(name));

    /// <summary>The one point that nobody has shipped where all goes on that was saved at one that is gone.</summary>
    private SavedPoint? RenameOf(string name, List<PointLine> lost)
    {
        var fresh = _shape.Points.Where(p => p.Name != SaveShape.Start && !_lines.Any(l => PointOf(l.Point) == p)).ToList();
        var fitting = fresh.Where(p => Fits(name, p)).ToList();
        return fitting.Count == 1 && lost.Select(l => l.Point).Distinct().Count(n => Fits(n, fitting[0])) == 1 ? fitting[0] : null;

        bool Fits(string point, SavedPoint now) => lost.Where(l => l.Point == point).All(l => !_judge.At(l, now).Any());
    }

    private static string Quoted(string name) => SymbolDisplay.FormatLiteral(name, quote: true);
}
