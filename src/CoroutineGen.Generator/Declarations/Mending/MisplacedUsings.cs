using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CoroutineGen.Generator.Declarations.Mending;

/// <summary>
/// Leaves out what stands between the usings of a file: nothing else can stand there, and those below it would not count.
/// </summary>
// usi               ---->
// using System;     ---->  using System;
internal static class MisplacedUsings
{
    private const string UsingAfterElements = "CS1529";

    public static IEnumerable<TextChange> In(CompilationUnitSyntax root, SourceText text)
    {
        if (root.GetDiagnostics().FirstOrDefault(d => d.Id == UsingAfterElements) is not { } misplaced)
            yield break;
        int start = root.Usings.LastOrDefault()?.Span.End ?? root.Externs.LastOrDefault()?.Span.End ?? root.GetFirstToken().SpanStart;
        int end = misplaced.Location.SourceSpan.Start;
        if (start < end)
            yield return Cut.Out(TextSpan.FromBounds(start, end), text);
    }
}
