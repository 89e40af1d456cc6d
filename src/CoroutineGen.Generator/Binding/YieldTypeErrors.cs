using CoroutineGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Binding;

/// <summary>
/// Errors in the type of the yield parameter. The base type of the class repeats its type arguments, and would be an error too, in each
/// use, in a file that is not the user's. So nothing is generated. An unknown name is no such error: another generator may declare it.
/// </summary>
internal static class YieldTypeErrors
{
    private static readonly HashSet<string> NotKnown = ["CS0234", "CS0246", "CS0400", "CS0426", "CS0432"];

    public static bool Contain(Diagnostic error, MethodDeclarationSyntax method)
        => !error.IsWarningAsError && error.Location.SourceTree == method.SyntaxTree && !NotKnown.Contains(error.Id)
            && CoroutineSyntax.YieldParameters(method).Any(p => p.Type is { } type && IsAbout(type, p, error));

    /// <summary>
    /// Whether an error is about the type: the compiler reports a bad type argument at the type or at the parameter's name.
    /// </summary>
    private static bool IsAbout(TypeSyntax type, ParameterSyntax parameter, Diagnostic error)
        => type.Span.Contains(error.Location.SourceSpan) || parameter.Identifier.Span == error.Location.SourceSpan;
}
