namespace CoroutineGen.Fuzz.Grammar;

/// <summary>What was lowered wrongly once, by kind.</summary>
internal enum Kind
{
    Operators,
    Conversions,
    InPlaceOperators,
    Labels,
    RawStrings,
    TypeParameters,
    AnonymousTypes,
    ConditionalAssignments,
    Rethrows,
    CapturedPatterns,
    CapturedHeaders,
    Keywords,
    Clashes,
    Indexes,
    InlineArrays,
    CallerTexts,
    NaturalTypes,
    NestedInitializers,
    Receivers,
    ListPatterns,
    Additions,
    Elements,
    Spans,

    // Chosen by dice of their own, so that seeds give the programs that they gave.
    LateBound,
    BrokenYields,
    GenericLocks,
    SwitchExpressions,
    CallerLines,
    RecordCopies,
}

internal static class KindChoice
{
    /// <summary>A third of the programs have three of them: their faults would hide each other, as those of features do.</summary>
    public static Kind[] Choose(Dice dice)
    {
        if (!dice.Chance(35))
            return [];
        return [First(dice), First(dice), First(dice)];
    }

    /// <summary>A fifth of the programs have one of the others.</summary>
    public static Kind[] ChooseOther(Dice dice) => dice.Chance(20)
        ? [dice.Of(Kind.LateBound, Kind.BrokenYields, Kind.GenericLocks, Kind.SwitchExpressions, Kind.CallerLines, Kind.RecordCopies)]
        : [];

    /// <summary>Whether a kind needs values of a type parameter.</summary>
    public static bool IsGeneric(Kind kind) => kind is Kind.TypeParameters or Kind.GenericLocks;

    private static Kind First(Dice dice) => (Kind)dice.Next((int)Kind.LateBound);
}
