using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Binding;

/// <summary>
/// Errors in what the factory and the class repeat of a method: the user would see each a second time, in a file that is not his. A name
/// that is not known is no such error: another generator may make it.
/// </summary>
internal static class SignatureErrors
{
    private static readonly HashSet<string> NotKnown = ["CS0103", "CS0234", "CS0246", "CS0400", "CS0426", "CS0432", "CS0616"];

    public static bool AreRepeated(Diagnostic error, MethodDeclarationSyntax method)
    {
        var body = method.Body ?? (SyntaxNode?)method.ExpressionBody;
        return error.Location.SourceTree == method.SyntaxTree && body is not null
            && error.Location.SourceSpan is var span && span.Start >= method.SpanStart && span.End <= body.SpanStart
            && !NotKnown.Contains(error.Id);
    }
}
