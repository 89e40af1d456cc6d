using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Lowering.Lowered;

namespace CoroutineGen.Generator.Binding;

/// <summary>The result of binding and lowering a body.</summary>
/// <param name="Body">The lowered body; null for a stub.</param>
/// <param name="IsCoroutine">False where nothing may be generated: the attribute is another one, or the names are taken.</param>
/// <param name="InternalError">The message of an exception in the generator, or null.</param>
internal sealed record BodyOutcome(LoweredBody? Body, bool IsCoroutine, string? InternalError)
{
    /// <summary>Whether it was lowered and needs no more diagnostics, not even when other generators have run.</summary>
    public bool IsAccepted { get; init; }

    /// <summary>The usings that the generated file must leave out.</summary>
    public EquatableArray<Import> HiddenImports { get; init; }

    /// <summary>The extern aliases that the generated file may need and the user's does not declare.</summary>
    public EquatableArray<string> Aliases { get; init; }

    /// <summary>The parameters whose default values have errors: these are the user's, and said in his file.</summary>
    public EquatableArray<string> WrongDefaults { get; init; } = EquatableArray<string>.Empty;

    public static readonly BodyOutcome Refused = new(null, IsCoroutine: true, null);
    public static readonly BodyOutcome NotACoroutine = new(null, IsCoroutine: false, null);

    public static BodyOutcome Failed(string error) => new(null, IsCoroutine: true, error);
}
