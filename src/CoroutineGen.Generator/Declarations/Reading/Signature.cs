using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Declarations.Reading;

/// <summary>What the files say of one coroutine outside of its body.</summary>
/// <param name="Settings">What the project decides.</param>
internal sealed record Signature(CoroutineModel Model, LineMap Lines, ProjectSettings Settings)
{
    /// <summary>The signatures of a project's coroutines, in the order of its files.</summary>
    public static IEnumerable<Signature> Of(Compilation compilation, CancellationToken cancellation)
    {
        if (compilation is not CSharpCompilation project)
            yield break;
        var settings = new ProjectSettings(
            project.Options.NullableContextOptions.AnnotationsEnabled(),
            project.Options.OptimizationLevel == OptimizationLevel.Release,
            KnownSymbols.Of(project).CanHideFrames);
        var resolver = project.Options.SourceReferenceResolver;
        var roles = FactoryRoles.Of(project, cancellation);
        foreach (var found in ProjectFindings.Of(project, cancellation).Coroutines)
            yield return new(roles.ModelOf(found), Mapped(found.Lines, found.Method.SyntaxTree.FilePath, resolver), settings);
    }

    /// <summary>Files are called what the build's path map makes of them, so that generated text is the same on every machine.</summary>
    private static LineMap Mapped(LineMap lines, string file, SourceReferenceResolver? resolver)
    {
        return lines.Path.Length == 0 || resolver is null
            ? lines
            : lines.With(path => resolver.NormalizePath(path, file) ?? path);
    }
}
