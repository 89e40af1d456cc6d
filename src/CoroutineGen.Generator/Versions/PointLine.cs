using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Lowering.Lowered;

namespace CoroutineGen.Generator.Versions;

/// <summary>
/// What is saved of a coroutine at one of its points: a line of a points file. Two lines of one point that differ are two shapes in which
/// coroutines may have been saved there.
/// </summary>
/// <param name="Coroutine">The saved name of the coroutine.</param>
/// <param name="Point">The name of the point.</param>
/// <param name="Yielded">What it hands out; null for a consumer.</param>
/// <param name="Sent">What it is sent; null for nothing.</param>
/// <param name="Returned">What it returns; null for nothing.</param>
/// <param name="Variables">What is saved there.</param>
/// <param name="Inner">What the point may stand in; null where it does not delegate.</param>
internal sealed record PointLine(
    string Coroutine, string Point, string? Yielded, string? Sent, string? Returned, EquatableArray<PointVariable> Variables, string? Inner)
{
    /// <summary>The lines of a coroutine, one for each of its points.</summary>
    public static IEnumerable<PointLine> Of(SaveShape shape) => shape.Points.Select(point => new PointLine(
        shape.Name, point.Name, shape.YieldedType, shape.SentType, shape.ReturnedType,
        point.Contract.Select(PointVariable.Of).OrderBy(v => v.Name, StringComparer.Ordinal).ToEquatableArray(), point.InnerType));

    public PointVariable? Find(string name) => Variables.FirstOrDefault(v => v.Name == name);

    public override string ToString() => PointLineText.Of(this);
}

/// <summary>A variable of a line.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type; of what says which way out is pending, the ways out: "{break, return}".</param>
internal sealed record PointVariable(string Name, string Type)
{
    public static PointVariable Of(SavedVariable variable) => new(
        variable.Name,
        variable.Way == SaveWay.Exit
            ? "{" + string.Join(", ", variable.Exits.Distinct().OrderBy(e => e, StringComparer.Ordinal)) + "}"
            : variable.Type);

    /// <summary>The ways out; null for all other variables.</summary>
    public IEnumerable<string>? Exits => Type.StartsWith("{", StringComparison.Ordinal)
        ? Type.Trim('{', '}').Split([", "], StringSplitOptions.RemoveEmptyEntries)
        : null;
}
