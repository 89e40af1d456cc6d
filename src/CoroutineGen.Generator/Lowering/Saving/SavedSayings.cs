using System.Collections.Immutable;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering.Saving;

/// <summary>What the attributes of a method say of earlier versions of it, each with its attribute.</summary>
internal sealed class SavedSayings
{
    private SavedSayings(ImmutableArray<AttributeData> attributes)
    {
        NameAttributes = attributes.Where(KnownSymbols.IsSavedAs).Where(a => NameOf(a) is not null).ToImmutableArray();
        OldNames = NameAttributes.Select(a => NameOf(a)!).ToImmutableArray();
        Points = attributes.Where(KnownSymbols.IsSavedPoint).Where(a => NameOf(a) is not null).Select(a => new PointSaying(
            NameOf(a)!, Value(a, "Was")?.Value as string, Value(a, "ResumeAt")?.Value as string, Value(a, "Retired")?.Value is true, a))
            .ToImmutableArray();
        Variables = attributes.Where(KnownSymbols.IsSavedVariable).Where(a => NameOf(a) is not null).Select(a => new VariableSaying(
            NameOf(a)!, Value(a, "Was")?.Value as string, Value(a, "Default"), Value(a, "Migrated")?.Value is true,
            Value(a, "At")?.Value as string, a)).ToImmutableArray();
        Attribute = attributes.FirstOrDefault(a => KnownSymbols.IsCoroutineAttribute(a.AttributeClass));
        SavedName = Attribute is null ? null : Value(Attribute, CoroutineSyntax.SavedNameName)?.Value as string;
        Migrate = Attribute is null ? null : Value(Attribute, "Migrate")?.Value as string;
    }

    public ImmutableArray<string> OldNames { get; }

    /// <summary>The attributes that say the old names, in the same order.</summary>
    public ImmutableArray<AttributeData> NameAttributes { get; }

    public ImmutableArray<PointSaying> Points { get; }

    public ImmutableArray<VariableSaying> Variables { get; }

    /// <summary>The attribute that makes it a coroutine.</summary>
    public AttributeData? Attribute { get; }

    /// <summary>The name that the coroutine gives itself; null for that of its method.</summary>
    public string? SavedName { get; }

    /// <summary>The name of the method that changes what was saved earlier; null for none.</summary>
    public string? Migrate { get; }

    public static SavedSayings Of(IMethodSymbol method) => new(method.GetAttributes());

    /// <summary>The name under which a coroutine is saved: its own, or that of its method, which tells it from its overloads.</summary>
    public static string NameOf(IMethodSymbol method, IParameterSymbol yield)
        => Of(method).SavedName ?? SavedTypeNames.Of(method, yield);

    /// <summary>The points of earlier versions that go on at a point: renames of renames too, but no point of today.</summary>
    public IEnumerable<string> EarlierPoints(string name, ICollection<string> present)
        => Earlier(name, n => Points.Where(p => p.Name == n && p.Was is not null).Select(p => p.Was!)
            .Concat(Points.Where(p => p.ResumeAt == n).Select(p => p.Name)).Where(p => !present.Contains(p)));

    /// <summary>What a variable was called earlier at a point of today.</summary>
    // line.taken, with Was = "row" said of "line"    ---->  row.taken
    public IEnumerable<string> EarlierNames(string name, string point)
        => Earlier(name, n => Variables.Where(v => v.Was is not null && v.IsAt(point) && v.IsOf(n))
            .Select(v => v.Was! + n.Substring(v.Name.Length)));

    /// <summary>
    /// What says the value of a variable where it was not saved: what speaks of the point goes before what speaks of all.
    /// </summary>
    public VariableSaying? DefaultOf(string name, string point)
        => Variables.Where(v => v.Default is not null && v.Name == name && v.IsAt(point)).OrderBy(v => v.At is null).FirstOrDefault();

    public bool IsMigrated(string name, string point)
        => Migrate is not null && Variables.Any(v => v.IsMigrated && v.IsAt(point) && v.IsOf(name));

    private static IEnumerable<string> Earlier(string name, Func<string, IEnumerable<string>> before)
    {
        List<string> found = [name];
        for (int i = 0; i < found.Count; i++)
            found.AddRange(before(found[i]).Where(n => !found.Contains(n)).Distinct().ToList());
        return found.Skip(1);
    }

    private static string? NameOf(AttributeData attribute) => attribute.ConstructorArguments.FirstOrDefault().Value as string;

    private static TypedConstant? Value(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
            if (argument.Key == name)
                return argument.Value;
        return null;
    }
}

/// <summary>What an attribute says of a point.</summary>
internal sealed record PointSaying(string Name, string? Was, string? ResumeAt, bool IsRetired, AttributeData Attribute);

/// <summary>What an attribute says of a variable.</summary>
internal sealed record VariableSaying(
    string Name, string? Was, TypedConstant? Default, bool IsMigrated, string? At, AttributeData Attribute)
{
    /// <summary>Whether it speaks of that variable: by its name, or by that of the loop or the tuple that it is of.</summary>
    public bool IsOf(string variable)
        => variable == Name
            || (variable.Length > Name.Length && variable[Name.Length] == '.' && variable.StartsWith(Name, StringComparison.Ordinal));

    public bool IsAt(string point) => At is null || At == point;
}
