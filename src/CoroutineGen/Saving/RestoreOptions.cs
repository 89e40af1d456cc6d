using System;
using System.Threading;

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

    /// <summary>
    /// What the token parameters of asynchronous coroutines are from now on: tokens are not saved (rule 243). None by default. It is
    /// that of each coroutine that is restored, and not a way to stop the restore.
    /// </summary>
    public CancellationToken CancellationToken { get; set; }

    /// <summary>The most coroutines that are made; 10,000 by default. Counted before any of them is made (rule 247).</summary>
    public int MaxCoroutines { get; set; } = 10_000;

    /// <summary>
    /// The most bytes that are read; 16 MiB by default. Of a reader that says its <see cref="CoroutineReader.Length"/>, as that of JSON
    /// does, compared before anything is read (rule 247). What is made of a byte is up to the serialiser, and more than that byte: for
    /// what comes from others, say how large it can be at all.
    /// </summary>
    public long MaxBytes { get; set; } = 16 << 20;
}
