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
}

internal static class KindChoice
{
    /// <summary>A third of the programs have three of them: their faults would hide each other, as those of features do.</summary>
    public static Kind[] Choose(Dice dice)
    {
        if (!dice.Chance(35))
            return [];
        var all = Enum.GetValues<Kind>();
        return [all[dice.Next(all.Length)], all[dice.Next(all.Length)], all[dice.Next(all.Length)]];
    }
}
