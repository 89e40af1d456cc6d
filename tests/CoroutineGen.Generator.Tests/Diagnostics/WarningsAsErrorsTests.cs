using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CoroutineGen.Generator.Tests.Diagnostics;

/// <summary>
/// Where warnings are errors, a warning still leaves the body its meaning, so that a coroutine is made: the generator is not told what
/// suppressors will say, and a body that they have cleared would be a stub which throws, without an error anywhere.
/// </summary>
public sealed class WarningsAsErrorsTests
{
    /// <summary>The compiler's own warnings that suppressors know better about, and code that each is said of.</summary>
    public static TheoryData<string, string> Suppressed => new()
    {
        { "CS0164", "[Coroutine(Saveable = true)] static void M(Yield<int> yield) { First: yield(1); }" },
        { "CS1998", "[Coroutine] static async Task M(AsyncYield<int> yield) { }" },
        { "CS8424", "[Coroutine] static async Task M([EnumeratorCancellation] CancellationToken token, AsyncYield<int> yield) { await Task.Delay(1, token); await yield(1); }" },
    };

    [Theory]
    [MemberData(nameof(Suppressed))]
    public async Task What_a_suppressor_clears_is_generated(string id, string method)
    {
        var run = Run(method);
        Assert.DoesNotContain("NotSupportedException", run.Text, StringComparison.Ordinal);
        // Older compilers than this one say that nothing is awaited.
        if (id != "CS1998")
            Assert.Contains(run.Output.GetDiagnostics(), d => d.Id == id && d.Severity == DiagnosticSeverity.Error);
        var left = (await run.Output.WithAnalyzers([.. Suppressors()]).GetAllDiagnosticsAsync())
            .Where(d => d.Severity == DiagnosticSeverity.Error && d.Location.SourceTree == run.Output.SyntaxTrees.First());
        Assert.Empty(left);
    }

    /// <summary>The user reads that from the compiler, once; what is generated is there nonetheless.</summary>
    [Theory]
    [InlineData("[Coroutine] static void M(Yield<int> yield) { int unused = 1; yield(1); }")]
    [InlineData("[Coroutine] static void M(string? text, Yield<int> yield) { yield(text.Length); }")]
    public void So_is_what_no_suppressor_clears(string method)
        => Assert.DoesNotContain("NotSupportedException", Run(method).Text, StringComparison.Ordinal);

    [Fact]
    public void Each_of_the_compilers_has_an_example()
        => Assert.Equal(
            Suppressed.Select(row => (string)((object[])row)[0]).Order(StringComparer.Ordinal),
            Suppressors().SelectMany(s => s.SupportedSuppressions).Select(s => s.SuppressedDiagnosticId)
                .Where(id => id.StartsWith("CS", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));

    /// <summary>By its id a user turns a suppression off: that must not turn another one off.</summary>
    [Fact]
    public void Each_suppression_has_an_id_of_its_own()
    {
        var ids = Suppressors().SelectMany(s => s.SupportedSuppressions).Select(s => s.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    private static IEnumerable<DiagnosticSuppressor> Suppressors()
        => typeof(CoroutineGenerator).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(DiagnosticSuppressor)) && !t.IsAbstract)
            .Select(t => (DiagnosticSuppressor)Activator.CreateInstance(t)!);

    private static GeneratorRun Run(string method)
    {
        var project = Project.Compile(
            Project.Usings + "using System.Threading;\nusing System.Threading.Tasks;\nusing System.Runtime.CompilerServices;\npartial class C { " + method + " }");
        return Project.Run(project.WithOptions(project.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Error)));
    }
}
