using Microsoft.CodeAnalysis.Text;

namespace CoroutineGen.Generator.Declarations.Mending;

/// <summary>A piece of a text that is left out, but for its line breaks: what is below keeps its number.</summary>
internal static class Cut
{
    public static TextChange Out(TextSpan span, SourceText text)
        => new(span, new string(text.ToString(span).Where(c => c is '\r' or '\n').ToArray()));
}
