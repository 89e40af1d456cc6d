using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Diagnostics;

/// <summary>CORO401x: what stands in the way of saving, in a coroutine that is declared to be saveable.</summary>
internal static class SaveDiagnostics
{
    public static readonly DiagnosticDescriptor NotSaved = Error(
        "CORO4010",
        "A value of a saveable coroutine cannot be saved",
        "{0}, of type '{1}', would have to be saved here, and cannot be: it is {2}");

    public static readonly DiagnosticDescriptor ExceptionUsed = Error(
        "CORO4011",
        "A caught exception is used after a yield of a saveable coroutine",
        "The caught exception {0} is used after this yield, and exceptions are not saved: "
            + "keep what is needed of it in a variable, as in 'var reason = e.Message'");

    public static readonly DiagnosticDescriptor SameName = Error(
        "CORO4012",
        "Two points of a saveable coroutine have the same name",
        "Another yield of this coroutine is called '{0}' too, so that a saved one could stand at either: give them labels that differ");

    public static readonly DiagnosticDescriptor OperandKept = Error(
        "CORO4013",
        "A yield of a saveable coroutine stands within an expression",
        "The value of '{0}' would have to be saved while this yield waits, and it has no name: "
            + "assign the yielded value to a variable first, in a statement of its own");

    public static readonly DiagnosticDescriptor ReceiverNotSaved = Error(
        "CORO4014",
        "A coroutine of another object cannot be saved",
        "'{0}' makes a coroutine of an object that is not saved with it: "
            + "make its method static, call it on this object, or take '{1}' as a parameter that is marked [Supplied]");

    public static readonly DiagnosticDescriptor ResourceHeld = Error(
        "CORO4015",
        "A resource is held across a yield of a saveable coroutine",
        "{0} is held across this yield, and cannot be saved: release it before the yield, and acquire it again after it");

    public static readonly DiagnosticDescriptor PlaceNotFound = Error(
        "CORO4016",
        "A place in a sequence cannot be found again",
        "A saveable coroutine cannot find its place in a '{0}' again: {1}");

    public static readonly DiagnosticDescriptor TypeNotKnown = new(
        "CORO4017",
        "A type of a saved coroutine is not known to the serialiser",
        "The type '{0}', of '{1}' in '{2}', is not known to '{3}', so that the coroutine cannot be saved where that lives: "
            + "add [JsonSerializable(typeof({0}))] to it",
        "CoroutineGen",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorFactory.HelpLink("CORO4017"));

    public static readonly DiagnosticDescriptor Generic = Error(
        "CORO4018",
        "A generic coroutine cannot be saved",
        "'{0}' is generic, or within a generic type, so that what is saved would not say of what types it is: "
            + "write a coroutine without type parameters");

    public static readonly DiagnosticDescriptor LabelNamesNothing = new(
        "CORO4019",
        "A label that names no point",
        "The label '{0}' names no point, because the coroutine is not saveable: set Saveable = true, or remove it",
        "CoroutineGen",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorFactory.HelpLink("CORO4019"));

    public static readonly DiagnosticDescriptor NameNotUsable = Error(
        "CORO4020",
        "A saved name cannot be used",
        "A coroutine cannot be saved as '{0}': it is to be {1}");

    public static readonly DiagnosticDescriptor NotUsable = Error(
        "CORO4110",
        "What is said of earlier versions cannot be used",
        "{0}");

    private static DiagnosticDescriptor Error(string id, string title, string message)
        => new(
            id, title, message, "CoroutineGen", DiagnosticSeverity.Error, isEnabledByDefault: true, description: null,
            DescriptorFactory.HelpLink(id), DescriptorFactory.Always);
}
