using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Declarations;

/// <summary>What the files say of one coroutine outside of its body.</summary>
/// <param name="AnnotationsOn">Whether the project has nullable annotations on where a file does not say.</param>
internal sealed record Signature(CoroutineModel Model, LineMap Lines, bool AnnotationsOn)
{
    /// <summary>The signatures of a project's coroutines, in the order of its files.</summary>
    public static IEnumerable<Signature> Of(Compilation compilation, CancellationToken cancellation)
    {
        if (compilation is not CSharpCompilation project)
            yield break;
        bool annotationsOn = project.Options.NullableContextOptions.AnnotationsEnabled();
        foreach (var found in TreeFindings.Coroutines(project, cancellation))
            yield return new(found.Model, found.Lines, annotationsOn);
    }
}
