namespace CoroutineGen.Generator;

/// <summary>The names of the pipeline's steps, by which tests ask why each one ran.</summary>
internal static class Steps
{
    /// <summary>Every coroutine's signature and lines, read from syntax.</summary>
    public const string Signatures = nameof(Signatures);

    /// <summary>The gate: own text and environment.</summary>
    public const string Keys = nameof(Keys);

    /// <summary>Bodies, bound and lowered.</summary>
    public const string Bodies = nameof(Bodies);

    /// <summary>Signature, lines and body of each coroutine, together again.</summary>
    public const string Units = nameof(Units);

    /// <summary>The text of each generated file.</summary>
    public const string Files = nameof(Files);

    /// <summary>The saveable coroutines, as the catalogue names them.</summary>
    public const string Catalog = nameof(Catalog);

    public static readonly string[] All = [Signatures, Keys, Bodies, Units, Files, Catalog];
}
