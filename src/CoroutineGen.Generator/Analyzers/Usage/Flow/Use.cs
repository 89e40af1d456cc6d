namespace CoroutineGen.Generator.Analyzers.Usage.Flow;

/// <summary>What a call or a property does with a coroutine.</summary>
internal enum Use
{
    /// <summary>Nothing that is known: the coroutine gets away.</summary>
    Escape,

    /// <summary>Looks at it, and changes nothing.</summary>
    Query,

    Prime,
    Next,
    MoveNext,

    /// <summary>As MoveNext, but the answer is a value and does not say whether there is one.</summary>
    NextOrDefault,

    Send,
    TrySend,
    Throw,
    TryThrow,

    /// <summary>Close, or Dispose.</summary>
    Close,

    /// <summary>GetEnumerator: the coroutine itself.</summary>
    Enumerator,

    /// <summary>Another look at the same coroutine or operation, which does nothing with it: ConfigureAwait and its like.</summary>
    Same,

    /// <summary>Runs it to its end, and disposes it: ToList and its like.</summary>
    Exhaust,

    /// <summary>yield.From: runs it to its end.</summary>
    Delegate,

    /// <summary>Runs it to its end and gives its result, also where it has one already.</summary>
    Run,

    Result,
    TryGetResult,
}
