namespace CoroutineGen.Generator.Lowering.Saving;

/// <summary>What a coroutine may be called where it is saved: what can be written in a line of a points file, beside others.</summary>
// Shop.Saga.Order(string, int)
// order-saga
internal static class SavedNameForm
{
    /// <summary>What a name has to be, in words that follow "it is".</summary>
    public const string Form
        = "up to 200 characters on one line, without '|' and '\\', that neither begin with '#' or a space nor end with one";

    private const int Longest = 200;

    public static bool IsGood(string name)
        => name.Length is > 0 and <= Longest && name[0] != '#' && name == name.Trim() && !name.Any(c => c is '|' or '\\' || IsBreak(c));

    private static bool IsBreak(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
