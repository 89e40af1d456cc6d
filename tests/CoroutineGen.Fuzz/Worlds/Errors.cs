namespace CoroutineGen.Fuzz.Worlds;

/// <summary>The exceptions of fuzz programs: three kinds with a payload, of which one is a subclass of another.</summary>
public class Red(int payload) : Exception($"{payload}")
{
    public int Payload { get; } = payload;
}

public sealed class DarkRed(int payload) : Red(payload);

public sealed class Blue(int payload) : Exception($"{payload}")
{
    public int Payload { get; } = payload;
}

/// <summary>How exceptions are written in a trace: by type and payload, never by text.</summary>
public static class Errors
{
    public static string Describe(Exception error) => error switch
    {
        Red red => $"{red.GetType().Name}({red.Payload})",
        Blue blue => $"Blue({blue.Payload})",
        CoroutineStateException state => $"State({state.Reason}{(state.InnerException is { } inner ? ", " + Describe(inner) : "")})",
        CoroutineCompletedException done => $"Done({done.Result ?? "null"})",
        CoroutineExitException => "Exit",
        _ => error.GetType().Name,
    };

    public static Exception Make(int kind, int payload) => kind switch
    {
        0 => new Red(payload),
        1 => new DarkRed(payload),
        2 => new Blue(payload),
        3 => new CoroutineExitException(),
        _ => new CoroutineCompletedException(payload),
    };
}
