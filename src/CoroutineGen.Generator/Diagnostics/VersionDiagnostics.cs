using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Diagnostics;

/// <summary>
/// CORO41xx: what an edit does to coroutines that have been saved before it, as the points files of the project know them.
/// </summary>
internal static class VersionDiagnostics
{
    public static readonly DiagnosticDescriptor NotListed = Create(
        "CORO4101", DiagnosticSeverity.Warning,
        "A point of a saveable coroutine is in no points file",
        "{0}");

    public static readonly DiagnosticDescriptor PointGone = Create(
        "CORO4102", DiagnosticSeverity.Error,
        "A saved point is gone",
        "What was saved of '{0}' at '{1}' has no place to go on at: {2}");

    public static readonly DiagnosticDescriptor CoroutineGone = Create(
        "CORO4103", DiagnosticSeverity.Error,
        "A saved coroutine is gone",
        "What was saved of '{0}' is of no coroutine any more: {1}");

    public static readonly DiagnosticDescriptor VariableMissing = Create(
        "CORO4104", DiagnosticSeverity.Error,
        "A variable was not saved",
        "'{0}' lives at '{1}', and {2}");

    public static readonly DiagnosticDescriptor VariableType = Create(
        "CORO4105", DiagnosticSeverity.Error,
        "A variable was saved as another type",
        "'{0}' was saved at '{1}' as '{2}', and is '{3}' now: name a method in Migrate that converts it, or give it another name");

    public static readonly DiagnosticDescriptor CoroutineType = Create(
        "CORO4106", DiagnosticSeverity.Error,
        "A coroutine was saved with other types",
        "When it was shipped, '{0}' {1} '{2}', and now '{3}': what was saved waits for the old type; write a new coroutine beside it");

    public static readonly DiagnosticDescriptor InnerType = Create(
        "CORO4107", DiagnosticSeverity.Error,
        "A point was saved delegating to something else",
        "At '{0}' coroutines were saved that {1}, and now the point {2}: "
            + "give the point another name, and say with [SavedPoint] what becomes of the old one");

    public static readonly DiagnosticDescriptor FileFault = Create(
        "CORO4108", DiagnosticSeverity.Error,
        "A line of a points file says nothing",
        "Line {0} {1}");

    public static readonly DiagnosticDescriptor SaysNothing = Create(
        "CORO4109", DiagnosticSeverity.Info,
        "An attribute speaks of nothing that was saved",
        "This attribute has no effect: {0}");

    private static DiagnosticDescriptor Create(string id, DiagnosticSeverity severity, string title, string message)
        => new(
            id, title, message, "CoroutineGen", severity, isEnabledByDefault: true, description: null, DescriptorFactory.HelpLink(id));
}
