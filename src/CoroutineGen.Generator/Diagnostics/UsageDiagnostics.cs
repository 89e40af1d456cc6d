using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Diagnostics;

/// <summary>CORO3xxx: how a coroutine is used.</summary>
internal static class UsageDiagnostics
{
    private const string Category = "CoroutineGen";

    public static readonly DiagnosticDescriptor UnprimedSend = new(
        "CORO3001", "A value is sent to a coroutine that was never primed",
        "'{0}' was never primed, so nothing waits for a value and this send throws; "
            + "{1} first, or declare it [Coroutine(Primed = true)]",
        Category, DiagnosticSeverity.Warning, true, helpLinkUri: DescriptorFactory.HelpLink("CORO3001"));

    public static readonly DiagnosticDescriptor MaybeUnprimedSend = new(
        "CORO3002", "A value is sent to a coroutine that is not primed on every path",
        "'{0}' is not primed on every path: where {1}, this send throws; {2} before the paths part",
        Category, DiagnosticSeverity.Info, true, helpLinkUri: DescriptorFactory.HelpLink("CORO3002"));

    public static readonly DiagnosticDescriptor NeverResumed = new(
        "CORO3003", "A coroutine is made and never resumed",
        "This call runs nothing of '{0}': it makes a coroutine that nobody resumes; "
            + "iterate over it, keep it, or call the method push-style with a callback",
        Category, DiagnosticSeverity.Warning, true, helpLinkUri: DescriptorFactory.HelpLink("CORO3003"));

    public static readonly DiagnosticDescriptor ResumedAfterClose = new(
        "CORO3004", "A closed coroutine is resumed",
        "'{0}' is certainly closed here, so '{1}' {2}; make a new coroutine",
        Category, DiagnosticSeverity.Warning, true, helpLinkUri: DescriptorFactory.HelpLink("CORO3004"));

    public static readonly DiagnosticDescriptor SecondEnumeration = new(
        "CORO3005", "A coroutine is enumerated a second time",
        "'{0}' was run to its end or closed before, and a coroutine can be enumerated once only, so this gives nothing; "
            + "call the method again, or keep the values in a list",
        Category, DiagnosticSeverity.Warning, true, helpLinkUri: DescriptorFactory.HelpLink("CORO3005"));

    public static readonly DiagnosticDescriptor TwoWayForEach = new(
        "CORO3006", "A foreach sends default to a two-way coroutine",
        "'{0}' waits for values of type '{1}', and {2} resumes it with default({1}) each time; use {3} to answer",
        Category, DiagnosticSeverity.Warning, true, helpLinkUri: DescriptorFactory.HelpLink("CORO3006"));

    public static readonly DiagnosticDescriptor RedundantPrime = new(
        "CORO3007", "A coroutine is primed twice",
        "'{0}' stands at a yield already, so this {1}() does nothing; remove it",
        Category, DiagnosticSeverity.Info, true, helpLinkUri: DescriptorFactory.HelpLink("CORO3007"));

    public static readonly DiagnosticDescriptor LeftSuspended = new(
        "CORO3008", "A coroutine with finally blocks is left suspended",
        "'{0}' has finally or using blocks, and the coroutine goes out of scope while it is suspended, so that they never run; "
            + "declare it with '{1}'",
        Category, DiagnosticSeverity.Warning, true, helpLinkUri: DescriptorFactory.HelpLink("CORO3008"));

    public static readonly DiagnosticDescriptor YieldAfterExit = new(
        "CORO3009", "A coroutine yields while it is being closed",
        "A yield after CoroutineExitException was caught makes closing fail; clean up in the catch clause and return, or throw",
        Category, DiagnosticSeverity.Warning, true, helpLinkUri: DescriptorFactory.HelpLink("CORO3009"));

    public static readonly DiagnosticDescriptor LateGuard = new(
        "CORO3010", "An argument is checked at the first resumption only",
        "The call of '{0}' runs nothing of its body, so this check comes with the first resumption; "
            + "check in a method that then returns the coroutine, or declare it Primed where it receives values",
        Category, DiagnosticSeverity.Info, true, helpLinkUri: DescriptorFactory.HelpLink("CORO3010"));

    public static readonly DiagnosticDescriptor EarlyResult = new(
        "CORO3011", "The result is read before the coroutine has returned",
        "'{0}' certainly has not returned here, so reading Result throws; run it to its end first",
        Category, DiagnosticSeverity.Warning, true, helpLinkUri: DescriptorFactory.HelpLink("CORO3011"));

    public static readonly DiagnosticDescriptor DroppedSends = new(
        "CORO3012", "Values sent during a delegation to a plain sequence are lost",
        "'{0}' is a plain sequence and receives nothing, so what is sent while it is delegated to is dropped; "
            + "yield its values one by one to receive the answers",
        Category, DiagnosticSeverity.Info, true, helpLinkUri: DescriptorFactory.HelpLink("CORO3012"));

    public static readonly DiagnosticDescriptor Overlap = new(
        "CORO3013", "An operation is begun while another one is in progress",
        "The answer of the operation before on '{0}' has not been awaited, and while that is in progress this one is refused; "
            + "await each operation before the next",
        Category, DiagnosticSeverity.Warning, true, helpLinkUri: DescriptorFactory.HelpLink("CORO3013"));

    public static readonly DiagnosticDescriptor UnusedToken = new(
        "CORO3014", "A token is given to a coroutine that takes none",
        "'{0}' has no CancellationToken parameter, so this token reaches nobody and the enumeration cannot be cancelled; "
            + "give the method one, or leave the token out",
        Category, DiagnosticSeverity.Info, true, helpLinkUri: DescriptorFactory.HelpLink("CORO3014"));

    public static readonly DiagnosticDescriptor PendingAnswer = new(
        "CORO3015", "The answer of an operation is taken before it is there",
        "'{0}' may still be in progress here, and then this throws, for it does not wait; await it, "
            + "or block with AsTask() where nothing can be awaited",
        Category, DiagnosticSeverity.Info, true, helpLinkUri: DescriptorFactory.HelpLink("CORO3015"));

    public static readonly DiagnosticDescriptor OtherSends = new(
        "CORO3016", "Values sent during a delegation to a coroutine are lost, as it waits for another type",
        "'{0}' waits for values of type '{1}', not '{2}', so it is taken for a plain sequence here, and all that is sent is dropped; "
            + "let both receive the same type",
        Category, DiagnosticSeverity.Warning, true, helpLinkUri: DescriptorFactory.HelpLink("CORO3016"));

    public static readonly DiagnosticDescriptor Unmarked = new(
        "CORO3017", "A method that yields is not marked",
        "'{0}' calls '{1}', and is not marked [Coroutine], so that no coroutine is made of it and it can only be called with a callback; "
            + "mark it",
        Category, DiagnosticSeverity.Warning, true, helpLinkUri: DescriptorFactory.HelpLink("CORO3017"));

    public static readonly DiagnosticDescriptor SequenceResult = new(
        "CORO3018", "A coroutine is declared to return what its caller gets",
        "What '{0}' returns is its result, so this '{1}' is not what its callers iterate over: they call the generated overload, "
            + "which returns the coroutine; declare the method '{2}'",
        Category, DiagnosticSeverity.Warning, true, helpLinkUri: DescriptorFactory.HelpLink("CORO3018"));
}
