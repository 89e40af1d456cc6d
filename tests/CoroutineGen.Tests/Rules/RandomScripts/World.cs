namespace CoroutineGen.Tests.Rules.RandomScripts;

/// <summary>The coroutines of a script, really generated-like or naive, and what is heard from them.</summary>
public interface IWorld
{
    void Trace(string text);

    /// <summary>Does something to a coroutine and traces what came of it.</summary>
    /// <returns>The exception that it raised, if any.</returns>
    Exception? Perform(string who, Act act);
}

/// <summary>Exceptions that can be told apart in a trace.</summary>
public static class Errors
{
    public static Exception Make(Kind kind, int label) => kind switch
    {
        Kind.Plain => new ScriptException(label),
        Kind.Exit => new CoroutineExitException($"exit {label}"),
        _ => new CoroutineCompletedException(label),
    };

    public static string Name(Exception? error) => error switch
    {
        null => "nothing",
        ScriptException { Label: var label } => $"error {label}",
        CoroutineExitException { Message: ['e', 'x', 'i', 't', ..] message } => message,
        CoroutineExitException => "exit",
        CoroutineCompletedException { Result: var result } => $"done {result}",
        CoroutineStateException { Reason: var reason, InnerException: var inner } => inner is null ? $"{reason}" : $"{reason} of {Name(inner)}",
        _ => error.GetType().Name,
    };
}

public sealed class ScriptException(int label) : Exception
{
    public int Label => label;
}
