using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Diagnostics;

/// <summary>CORO4xxx: what stands in the way of a fork, in a coroutine that is declared to be forkable.</summary>
internal static class ForkDiagnostics
{
    public static readonly DiagnosticDescriptor EnumeratorNotCopied = Error(
        "CORO4001",
        "An enumerator cannot be copied for a fork",
        "A fork would need an enumerator of its own, and {0}, of type '{1}', cannot be copied: "
            + "go through an array or a List instead, or implement IForkable on a class of your own");

    public static readonly DiagnosticDescriptor ResourceHeld = Error(
        "CORO4002",
        "A resource is held across a yield of a forkable coroutine",
        "{0} is held across this yield, and each fork would release it: "
            + "release it before the yield, or hold a class that implements IForkable");

    public static readonly DiagnosticDescriptor ClosureKept = Error(
        "CORO4003",
        "A delegate is kept that captures a variable of a forkable coroutine",
        "{0} is kept across a yield, and captures '{1}', {2}: in a fork it would mean the original's. "
            + "Make it again after the yield, or let it capture a copy that nothing assigns.");

    public static readonly DiagnosticDescriptor SharedAndWritten = new(
        "CORO4004",
        "Forks share what is changed here",
        "'{0}' is changed in its place after a yield, and forks of this coroutine share it: "
            + "keep a copy for each change or an immutable collection, or fork with a Forker that copies it",
        "CoroutineGen",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorFactory.HelpLink("CORO4004"));

    public static readonly DiagnosticDescriptor NotForkable = Error(
        "CORO4005",
        "A coroutine or sequence that is not forkable",
        "{0}, of type '{1}', cannot be forked along with this coroutine: {2}");

    public static readonly DiagnosticDescriptor BeingMade = Error(
        "CORO4006",
        "An object is being made across a yield of a forkable coroutine",
        "'{0}' is being made around this yield, and forks would go on with one object: "
            + "assign the yielded value to a variable first, in a statement of its own");

    private static DiagnosticDescriptor Error(string id, string title, string message)
        => new(
            id, title, message, "CoroutineGen", DiagnosticSeverity.Error, isEnabledByDefault: true, description: null,
            DescriptorFactory.HelpLink(id), DescriptorFactory.Always);
}
