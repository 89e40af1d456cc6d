using CoroutineGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Binding;

/// <summary>
/// Errors in what the yield parameter is of: the base of the class repeats it, and where C# does not take it there, all of the class is
/// wrong, and the user would see his error again and again, in a file that is not his. So nothing is generated. A name that is not known is
/// no such error: another generator may make it.
/// </summary>
internal static class YieldTypeErrors
{
    private static readonly HashSet<string> NotKnown = ["CS0234", "CS0246", "CS0400", "CS0426", "CS0432"];

    public static bool Contain(Diagnostic error, MethodDeclarationSyntax method)
        => !error.IsWarningAsError && error.Location.SourceTree == method.SyntaxTree && !NotKnown.Contains(error.Id)
            && CoroutineSyntax.YieldParameters(method).Any(p => p.Type is { } type && IsAbout(type, p, error));

    /// <summary>The compiler reports what a type may not be of at the type, or at the name of the parameter.</summary>
    private static bool IsAbout(TypeSyntax type, ParameterSyntax parameter, Diagnostic error)
        => type.Span.Contains(error.Location.SourceSpan) || parameter.Identifier.Span == error.Location.SourceSpan;
}
