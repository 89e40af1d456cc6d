using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Lowering.Saving;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Versions;

/// <summary>Finds attributes that speak of nothing: of a coroutine, a point or a variable that no file has, or the body has not.</summary>
internal static class IdleSayings
{
    /// <summary>Such attributes, each with the reason.</summary>
    public static IEnumerable<(AttributeData Attribute, string Reason)> Of(
        SavedSayings said, SaveShape shape, PointsFiles files)
    {
        var lines = shape.OldNames.Prepend(shape.Name).SelectMany(n => files.ShippedOf(n).Concat(files.UnshippedOf(n))).ToList();
        foreach (var (old, attribute) in said.OldNames.Zip(said.NameAttributes, (old, attribute) => (old, attribute)))
            if (old == shape.Name)
                yield return (attribute, $"'{old}' is its name");
            else if (!files.ShippedOf(old).Any() && !files.UnshippedOf(old).Any())
                yield return (attribute, $"no points file has a coroutine '{old}'");
        foreach (var point in said.Points)
            if (WhyIdle(point, said, shape, lines) is { } reason)
                yield return (point.Attribute, reason);
        foreach (var variable in said.Variables)
            if (WhyIdle(variable, said, shape, lines) is { } reason)
                yield return (variable.Attribute, reason);
    }

    private static string? WhyIdle(PointSaying said, SavedSayings all, SaveShape shape, List<PointLine> lines)
    {
        string? old = said.Was ?? (said.ResumeAt is not null || said.IsRetired ? said.Name : null);
        if (old is null)
            return "it says neither Was, ResumeAt nor Retired";
        if (said.Was is not null && (said.ResumeAt is not null || said.IsRetired))
            return "Was speaks of a point of today, and ResumeAt and Retired of one that is gone: use two attributes";
        if (said.ResumeAt is not null && said.IsRetired)
            return "ResumeAt and Retired exclude each other";
        if (!lines.Any(l => l.Point == old))
            return $"no points file has a point '{old}' of this coroutine";
        string target = said.ResumeAt ?? said.Name;
        return said.IsRetired || shape.Points.Any(p => p.Name == target || p.Was.Contains(target))
            || all.Points.Any(p => p.IsRetired && p.Name == target)
            ? null
            : $"the coroutine has no point '{target}'";
    }

    private static string? WhyIdle(VariableSaying said, SavedSayings all, SaveShape shape, List<PointLine> lines)
    {
        if (said is { Was: null, Default: null, IsMigrated: false })
            return "it says neither Was, Default nor Migrated";
        if (said.IsMigrated && all.Migrate is null)
            return "the coroutine names no method in Migrate";
        if (said.At is not null && !shape.Points.Any(p => p.Name == said.At))
            return $"the coroutine has no point '{said.At}'";
        var present = shape.Points.Where(p => said.IsAt(p.Name)).SelectMany(p => p.Contract).ToList();
        if (!present.Any(v => said.IsOf(v.Name) || v.Was.Any(said.IsOf)))
            return $"'{said.Name}' lives at no point {(said.At is null ? "of the coroutine" : $"'{said.At}'")}";
        return said.Was is not null && !lines.Any(l => l.Variables.Any(v => (said with { Name = said.Was }).IsOf(v.Name)))
            ? $"no points file has a variable '{said.Was}' of this coroutine"
            : null;
    }
}
