using System;

namespace CoroutineGen.Debugging;

/// <summary>
/// What a debugger shows of a coroutine: where it waits, its variables there, and the chain that it delegates to (rule 106).
/// </summary>
internal sealed class CoroutineView<TYield>(Coroutine<TYield> coroutine)
{
    private readonly CoreView<TYield> _core = new(coroutine);

    public CoroutineState State => coroutine.State;

    /// <summary>The user's file, line and expression.</summary>
    public string? At => _core.At;

    /// <summary>The value last handed out; null unless the coroutine is suspended.</summary>
    public object? Current => State == CoroutineState.Suspended ? coroutine.Current : null;

    public Exception? Error => coroutine.Error;

    /// <summary>What it returned; null before.</summary>
    public object? Result => coroutine.BoxedResult;

    /// <summary>The user's variables that live where it waits, by their names.</summary>
    public VariableView[] Variables => _core.Variables;

    /// <summary>The coroutines that it delegates to, down to the innermost, each as it would be shown itself.</summary>
    public LinkView[] Delegates => _core.Delegates;
}
