namespace CoroutineGen.Fuzz.Running;

/// <summary>What a child process is asked to run.</summary>
internal sealed record ChildRequest(string Path, int Operations, ChildProgram[] Programs);

internal sealed record ChildProgram(string Type, int Seed, bool Closes, bool Threads, bool IsAsync, bool Saves);

/// <summary>
/// What it answers: one for the beginning of each program, by which a crash finds its program, and one for its end. Both traces where they
/// differ; of a protocol program, whose other side is CPython, the one that there is. <c>IsUnsteady</c> where it is the reference that
/// differs from itself, depending on how its awaits go. <c>Saves</c> counts what came of saving.
/// </summary>
internal sealed record ChildAnswer(int Program, bool Begins, string[]? Expected = null, string[]? Actual = null, bool IsUnsteady = false,
    Dictionary<string, int>? Saves = null);
