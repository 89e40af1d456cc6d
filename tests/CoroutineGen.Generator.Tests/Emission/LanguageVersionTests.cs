using CoroutineGen.Generator.Tests.Hosting;
using CoroutineGen.Generator.Tests.Torture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace CoroutineGen.Generator.Tests.Emission;

/// <summary>
/// Every coroutine of the behaviour tests, whose own code is good under an old language version, has generated code that is good under it too. What is newer in
/// their files is in error, and left alone; the latest version is what the tests themselves are built with.
/// </summary>
public sealed class LanguageVersionTests
{
    [Theory]
    [InlineData(LanguageVersion.CSharp9, 200)]
    [InlineData(LanguageVersion.CSharp10, 200)]
    public void GeneratedCodeIsNoNewerThanTheUsersOwn(LanguageVersion version, int atLeast)
    {
        var run = Project.Run(Corpus.All.Single(c => c.Name == "CoroutineGen.Tests").Load(version));
        Assert.Empty(run.Diagnostics);

        int real = run.Files.Count(f => !f.SourceText.ToString().Contains("NotSupportedException", StringComparison.Ordinal));
        Assert.True(real >= atLeast, $"only {real} of {run.Files.Length} coroutines were made");
        var errors = run.Files.SelectMany(f => run.Output.GetSemanticModel(f.SyntaxTree).GetDiagnostics())
            .Where(d => d.Severity == DiagnosticSeverity.Error && !IsRepeatedDeclaration(d)).Select(d => $"{d} in: {LineOf(d)}").ToList();
        Assert.True(errors.Count == 0, string.Join("\n", errors.Take(20)));
    }

    /// <summary>The user's own type, of a kind that the version does not have: its other part has to say so again.</summary>
    private static bool IsRepeatedDeclaration(Diagnostic error)
        => error.Location.SourceTree!.GetRoot().FindToken(error.Location.SourceSpan.Start).Parent is TypeDeclarationSyntax;

    private static string LineOf(Diagnostic error)
        => error.Location.SourceTree!.GetText().Lines.GetLineFromPosition(error.Location.SourceSpan.Start).ToString().Trim();
}
