using System.Collections.Generic;
using System.Linq;

namespace CoroutineGen.Debugging;

/// <summary>What a debugger shows of any coroutine, asynchronous or not: where it waits, and what it delegates to.</summary>
internal sealed class CoreView<TYield>(CoroutineCore<TYield> coroutine)
{
    /// <summary>A chain can be a million coroutines long; nobody reads more of it than this.</summary>
    private const int MaxChain = 100;

    public string? At => coroutine.CurrentPlace?.ToString();

    public VariableView[] Variables
        => coroutine.CurrentPlace is { } place ? [.. place.Variables.Select(variable => VariableView.Of(variable, coroutine))] : [];

    public LinkView[] Delegates => [.. Links().Take(MaxChain).Select(link => new LinkView(link.Original, link.DebuggerText))];

    private IEnumerable<CoroutineCore<TYield>> Links()
    {
        coroutine.EnsureUnfolded();
        // What a delegation that has ended led to may still be there.
        for (var at = coroutine; at.IsDelegating && at.Link is { } link; at = link)
            yield return link;
    }
}
