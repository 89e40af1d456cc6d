namespace CoroutineGen.Generator.Lowering;

/// <summary>The names of the step method's own parameters and locals, none of which the user's body mentions.</summary>
internal sealed class StepNames(FreshNames names, bool hasNext)
{
    public string Co { get; } = names.Take("co");

    public string Frame { get; } = names.Take("f");

    public string Point { get; } = names.Take("point");

    public string How { get; } = names.Take("how");

    public string Sent { get; } = names.Take("sent");

    /// <summary>
    /// Where the step is going to stand; below zero while it runs. Only where a finally must tell a suspension from an end.
    /// </summary>
    public string Next { get; } = names.Take("next");

    public bool HasNext { get; } = hasNext;

    public string NextAssignment => $"{Next} = ";
}
