namespace CoroutineGen.Saving;

/// <summary>Names in saved coroutines that are no variables of users: in parentheses, which no name of C# has.</summary>
internal static class SavedNames
{
    public static readonly SavedName Start = new("(start)");
    public static readonly SavedName End = new("(end)");
    public static readonly SavedName Running = new("(running)");
    public static readonly SavedName Inner = new("(inner)");
    public static readonly SavedName Error = new("(error)");
    public static readonly SavedName Message = new("(message)");
}
