using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Diagnostics;

/// <summary>CORO2xxx: what cannot live across a suspension, or cannot be lowered.</summary>
internal static class LoweringDiagnostics
{
    public static readonly DiagnosticDescriptor YieldEscapes = Error(
        "CORO2001",
        "The yield parameter may only be invoked",
        "'{0}' can only be invoked here, as '{0}(...)' or '{0}.From(...)': the coroutine has no callback to hand over. "
            + "Yield the value in this method instead.");

    public static readonly DiagnosticDescriptor YieldInNestedFunction = Error(
        "CORO2002",
        "A yield cannot stand in a nested function",
        "A yield in {0} would belong to {0}, not to the coroutine: "
            + "move it out, or make {0} a [Coroutine] method and delegate with '{1}.From(...)'");

    public static readonly DiagnosticDescriptor NotLowered = Error(
        "CORO2003",
        "A yield cannot stand here yet",
        "A yield inside {0} is not supported yet: assign the yielded value to a variable first, in a statement of its own");

    public static readonly DiagnosticDescriptor RefAcrossSuspension = Error(
        "CORO2004",
        "A reference or ref struct cannot live across a suspension",
        "{0}, of type '{1}', is used on both sides of a suspension and cannot be kept in an object: "
            + "make it again after the yield, or keep an array and an index instead");

    public static readonly DiagnosticDescriptor NoNameForType = Error(
        "CORO2005",
        "The type of this variable has no name",
        "{0} lives across a suspension, but the type {1}: use a tuple, a record or another named type");

    public static readonly DiagnosticDescriptor YieldInFilter = Error(
        "CORO2006",
        "A yield cannot stand in an exception filter",
        "A yield in a 'when' filter of a catch clause is not possible: "
            + "filters run while the exception is still searching for its handler. Test in the handler and rethrow instead.");

    public static readonly DiagnosticDescriptor UnsafeAcrossSuspension = Error(
        "CORO2007",
        "Pointers cannot live across a suspension",
        "A yield inside {0} is not possible, because memory cannot stay pinned across a suspension: close the block before the yield");

    public static readonly DiagnosticDescriptor CapturingLocalFunction = Error(
        "CORO2008",
        "This use of a local function that captures a variable of a coroutine is not supported",
        "The local function '{0}' captures variables that live in the coroutine, "
            + "and can be called here, but not be converted to this type: use a lambda that calls it");

    public static readonly DiagnosticDescriptor RefTemporary = Error(
        "CORO2009",
        "A value of this expression cannot be kept across the suspension",
        "The value of '{0}', of type '{1}', would have to be kept across the yield to its right, and cannot be: "
            + "evaluate the yield first, in a statement of its own");

    public static readonly DiagnosticDescriptor TypeNotKnown = Error(
        "CORO2012",
        "A type that another generator makes must be known here",
        "{0} depends on code that another generator makes, and so on a type that is not known here: {1}");

    public static readonly DiagnosticDescriptor YieldNotAwaited = Error(
        "CORO2013",
        "A yield must be awaited where it stands",
        "What '{0}' gives has to be awaited in the same expression, as 'await {0}(...)' or 'await {0}.From(...)': "
            + "the coroutine has no task to hand over");

    public static readonly DiagnosticDescriptor FileLocalTypeUsed = Error(
        "CORO2015",
        "A coroutine cannot use a file-local type",
        "'{0}' is local to this file, and the coroutine is generated into another, which cannot name it: "
            + "remove 'file' from its declaration, or call a method that uses it");

    public static readonly DiagnosticDescriptor TextIsAskedFor = Error(
        "CORO2016",
        "A text that is asked for would not be the user's",
        "What takes it asks for the text of '{0}', which would read otherwise in the generated code: "
            + "copy its value to a variable of its own before");

    public static readonly DiagnosticDescriptor LockAcrossSuspension = new(
        "CORO2010",
        "A lock is held across a suspension",
        "This lock stays held while the coroutine is suspended, and has to be resumed on the same thread: "
            + "prefer to leave the lock before the yield",
        "CoroutineGen",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorFactory.HelpLink("CORO2010"));

    private static DiagnosticDescriptor Error(string id, string title, string message)
        => new(
            id, title, message, "CoroutineGen", DiagnosticSeverity.Error, isEnabledByDefault: true, description: null,
            DescriptorFactory.HelpLink(id), DescriptorFactory.Always);
}
