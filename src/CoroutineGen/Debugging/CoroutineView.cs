using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace CoroutineGen.Debugging;

/// <summary>
/// What a debugger shows of a coroutine: where it waits, its variables there, and the chain that it delegates to (rule 106).
/// </summary>
internal sealed class CoroutineView<TYield>(Coroutine<TYield> coroutine)
{
    /// <summary>A chain can be a million coroutines long; nobody reads more of it than this.</summary>
    private const int MaxChain = 100;

    public CoroutineState State => coroutine.State;

    /// <summary>The user's file, line and expression.</summary>
    public string? At => coroutine.CurrentPlace?.ToString();

    /// <summary>The value last handed out; null unless the coroutine is suspended.</summary>
    public object? Current => State == CoroutineState.Suspended ? coroutine.Current : null;

    public Exception? Error => coroutine.Error;

    /// <summary>What it returned; null before.</summary>
    public object? Result => coroutine.BoxedResult;

    /// <summary>The user's variables that live where it waits, by their names.</summary>
    public VariableView[] Variables
        => coroutine.CurrentPlace is { } place ? [.. place.Variables.Select(variable => VariableView.Of(variable, coroutine))] : [];

    /// <summary>The coroutines that it delegates to, down to the innermost, each as it would be shown itself.</summary>
    public LinkView[] Delegates => [.. Links().Take(MaxChain).Select(link => new LinkView(link.Original, link.DebuggerText))];

    private IEnumerable<CoroutineCore<TYield>> Links()
    {
        coroutine.EnsureUnfolded();
        // What a delegation that has ended led to may still be there.
        for (CoroutineCore<TYield> at = coroutine; at.IsDelegating && at.Link is { } link; at = link)
            yield return link;
    }
}
