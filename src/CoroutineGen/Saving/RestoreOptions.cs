using System;

namespace CoroutineGen;

/// <summary>How coroutines are restored.</summary>
public sealed class RestoreOptions
{
    /// <summary>
    /// The coroutines that may be made. Null, the default, for those of the assembly whose coroutine is restored, and those that its code
    /// names (rule 246).
    /// </summary>
    public CoroutineCatalog? Catalog { get; set; }

    /// <summary>
    /// Gives what is not saved: <see cref="SuppliedAttribute"/> parameters, and <c>this</c> of instance methods (rule 243).
    /// </summary>
    public IServiceProvider? Supplies { get; set; }

    /// <summary>The most coroutines that are made; 10,000 by default. Counted before any of them is made (rule 247).</summary>
    public int MaxCoroutines { get; set; } = 10_000;
}
