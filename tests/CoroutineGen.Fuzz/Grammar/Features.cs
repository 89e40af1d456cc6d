namespace CoroutineGen.Fuzz.Grammar;

/// <summary>
/// Each program uses only some of the rarer constructs: programs that have a bit of everything hide bugs from each other, and are refused
/// for one construct that is not supported yet.
/// </summary>
[Flags]
internal enum Features
{
    None = 0,
    SwitchExpressions = 1 << 0,
    ConditionalAccess = 1 << 1,
    Deconstruction = 1 << 2,
    Checked = 1 << 3,
    FromEnd = 1 << 4,
    Initializers = 1 << 5,
    References = 1 << 6,
    Structs = 1 << 7,
    Closures = 1 << 8,
    Gotos = 1 << 9,
    Locks = 1 << 10,
    Pokes = 1 << 11,
    Tuples = 1 << 12,
    Patterns = 1 << 13,
    Queries = 1 << 14,
    Collections = 1 << 15,
    Formats = 1 << 16,
    RefLocals = 1 << 17,
    Callers = 1 << 18,
    /// <summary>The runtime binder is slow: only a few programs have it.</summary>
    Dynamic = 1 << 19,
}

internal static class FeatureChoice
{
    public static Features Choose(Dice dice)
    {
        var chosen = Features.None;
        foreach (var feature in Enum.GetValues<Features>())
            if (dice.Chance(feature == Features.Dynamic ? 6 : 30))
                chosen |= feature;
        return chosen;
    }
}
