using System;

namespace CoroutineGen.Debugging;

/// <summary>What a debugger shows of an asynchronous coroutine: that of any, and whether it awaits.</summary>
internal sealed class AsyncCoroutineView<TYield>(AsyncCoroutine<TYield> coroutine)
{
    private readonly CoreView<TYield> _core = new(coroutine);

    public CoroutineState State => coroutine.State;

    /// <summary>Whether it waits for what its body, or what that delegates to, awaits.</summary>
    public bool IsAwaiting => coroutine.Awaits;

    /// <summary>The user's file, line and expression; where the body awaits, those of the yield that it went on from.</summary>
    public string? At => _core.At ?? coroutine.WentOnFrom?.ToString();

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
