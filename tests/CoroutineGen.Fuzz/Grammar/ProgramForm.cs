namespace CoroutineGen.Fuzz.Grammar;

/// <summary>What the coroutines of a program are.</summary>
internal enum ProgramForm
{
    Plain,

    /// <summary>They await: see <see cref="AsyncForm"/>.</summary>
    Async,

    /// <summary>They can be saved: see <see cref="SaveForm"/>.</summary>
    Saveable,

    /// <summary>Both.</summary>
    AsyncSaveable,
}
