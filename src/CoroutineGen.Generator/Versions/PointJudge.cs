using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Lowered;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Versions;

/// <summary>Judges what was saved at a point against what lives there now: rules 254, 255 and 257.</summary>
internal sealed class PointJudge(SaveShape shape, KnownCoroutines known)
{
    /// <summary>What is wrong with a coroutine that was saved so, where it goes on at that point.</summary>
    public IEnumerable<Verdict> At(PointLine line, SavedPoint point)
    {
        if (known.TypeOfToday(line.Inner) != point.InnerType)
            yield return new(
                VersionDiagnostics.InnerType, point.Name, null, point.Name,
                line.Inner is null ? "delegate to nothing" : $"delegate to a '{line.Inner}'",
                point.InnerType is null ? "delegates to nothing" : $"to a '{point.InnerType}'");
        var now = point.Contract.ToList();
        var missing = new List<SavedVariable>();
        var renamed = new List<string>();
        foreach (var variable in now)
        {
            bool isOwn = line.Find(variable.Name) is not null;
            string? was = variable.Was.FirstOrDefault(w => line.Find(w) is not null);
            if (was is not null)
                renamed.Add(was);
            if (isOwn && was is not null && !now.Any(n => n.Name == was))
                yield return new(
                    VersionDiagnostics.VariableMissing, point.Name, null, variable.Name, point.Name,
                    $"both '{variable.Name}' and '{was}', as it is said to have been called, were saved there; give it another name");
            else if (!isOwn && was is null)
                missing.Add(variable);
            else if (line.Find(isOwn ? variable.Name : was!) is { } then && !IsSame(then, variable) && shape.Migrate is null)
                yield return new(
                    VersionDiagnostics.VariableType, point.Name, null, variable.Name, point.Name, then.Type,
                    PointVariable.Of(variable).Type);
        }
        var free = line.Variables.Where(v => !now.Any(n => n.Name == v.Name) && !renamed.Contains(v.Name)).ToList();
        foreach (var variable in missing.Where(v => v.Default is null && !v.IsMigrated))
            yield return Missing(variable, point, missing, free);
    }

    /// <summary>
    /// Variables that are said to have had a name that is saved beside theirs: whether such a value is theirs or the other's nobody can
    /// tell.
    /// </summary>
    public IEnumerable<Verdict> Ambiguous() => shape.Points.SelectMany(point => point.Contract
        .SelectMany(v => v.Was.Where(w => point.Contract.Any(o => o.Name == w)).Select(w => new Verdict(
            VersionDiagnostics.VariableMissing, point.Name, null, w, point.Name,
            $"'{v.Name}' is said to have been called so, so that nobody can tell the two apart; give the new one another name"))));

    private bool IsSame(PointVariable then, SavedVariable now)
    {
        var today = PointVariable.Of(now);
        return today.Exits is { } exits && then.Exits is { } earlier
            ? earlier.All(exits.Contains)
            : known.TypeOfToday(then.Type) == today.Type;
    }

    private Verdict Missing(SavedVariable variable, SavedPoint point, List<SavedVariable> missing, List<PointVariable> free)
    {
        string? was = RenameOf(variable, missing, free);
        string? attribute = was is null ? null : $"SavedVariable({Quoted(Root(variable.Name))}, Was = {Quoted(was)})";
        string repair = attribute is null
            ? $"say [SavedVariable({Quoted(variable.Name)})] with Was, Default or Migrated, or set it after the yield"
            : $"if it was called '{was}', say [{attribute}]";
        return new(
            VersionDiagnostics.VariableMissing, point.Name, attribute, variable.Name, point.Name, $"was not saved there: {repair}");
    }

    /// <summary>The one variable that is gone of which this one, with all that is saved of it, may be the new name.</summary>
    private string? RenameOf(SavedVariable variable, List<SavedVariable> missing, List<PointVariable> free)
    {
        string root = Root(variable.Name);
        var fitting = free.Select(v => Root(v.Name)).Distinct().Where(old => IsFitting(root, old)).ToList();
        return fitting.Count == 1 && missing.Select(v => Root(v.Name)).Distinct().Count(other => IsFitting(other, fitting[0])) == 1
            ? fitting[0]
            : null;

        bool IsFitting(string now, string then) => missing.Where(v => Root(v.Name) == now)
            .All(v => free.Any(f => f.Name == then + v.Name.Substring(now.Length) && IsSame(f, v)));
    }

    // line.taken    ---->  line
    private static string Root(string name) => name.IndexOf('.') is > 0 and var dot ? name.Substring(0, dot) : name;

    private static string Quoted(string name) => SymbolDisplay.FormatLiteral(name, quote: true);
}
