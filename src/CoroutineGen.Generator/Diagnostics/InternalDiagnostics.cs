using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Diagnostics;

/// <summary>What is not the user's doing: limits of how generators work together, and errors of our own.</summary>
internal static class InternalDiagnostics
{
    public static readonly DiagnosticDescriptor TypeFromGenerator = new(
        DiagnosticIds.TypeFromGenerator, "The body needs code that another generator makes",
        "'{0}' was not made into a coroutine because its body uses code that another generator makes, "
            + "which generators cannot see of each other; move that code to a project of its own, or keep it out of the body",
        "CoroutineGen", DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.TypeFromGenerator),
        DescriptorFactory.Always);

    public static readonly DiagnosticDescriptor InternalError = new(
        DiagnosticIds.InternalError, "CoroutineGen failed",
        "CoroutineGen could not generate '{0}' because of an error of its own ({1}); please report it together with the method",
        "CoroutineGen", DiagnosticSeverity.Error, true, null, DescriptorFactory.HelpLink(DiagnosticIds.InternalError),
        DescriptorFactory.Always);
}
