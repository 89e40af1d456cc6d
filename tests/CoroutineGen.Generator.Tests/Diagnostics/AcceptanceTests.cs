using CoroutineGen.Generator.Tests.Docs;
using CoroutineGen.Generator.Tests.Hosting;
using CoroutineGen.Generator.Tests.Torture;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;
using Xunit.Abstractions;

namespace CoroutineGen.Generator.Tests.Diagnostics;

/// <summary>Analyzer and generator accept exactly the same methods, over all coroutines that this repository has.</summary>
public sealed class AcceptanceTests(ITestOutputHelper output)
{
    /// <summary>Every file whose strings hold coroutines: the inputs of the tests of generator, analyzers and fixes.</summary>
    public static TheoryData<string> Inputs => [.. new[] { "CoroutineGen.Generator.Tests", "CoroutineGen.CodeFixes.Tests" }
        .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", project), "*.cs", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
        .Where(path => !path.Contains("/obj/") && !path.EndsWith(".verified.cs", StringComparison.Ordinal) && Repository.Read(path).Contains("[Coroutine"))
        .Order(StringComparer.Ordinal)];

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
        .Where(path => File.ReadAllText(path).Contains("[Coroutine"))
        .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("tests/CoroutineGen.Tests", "CoroutineGen.Tests", 300)]
    [InlineData("tests/CoroutineGen.Benchmarks", "CoroutineGen.Benchmarks", 3)]
    [InlineData("samples/Tour", "Tour", 20)]
    public async Task InProjects(string folder, string name, int atLeast)
    {
        var acceptance = new Acceptance();
        await acceptance.Check(new Corpus(name, folder, ["bin", "obj"], name + ".dll").Load());
        Report(acceptance);
        Assert.True(acceptance.Accepted >= atLeast, $"only {acceptance.Accepted} accepted");
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task InTheInputsOfTests(string file)
    {
        var acceptance = new Acceptance();
        var root = await CSharpSyntaxTree.ParseText(Repository.Read(file)).GetRootAsync();
        foreach (string text in root.DescendantNodes().OfType<LiteralExpressionSyntax>().Select(literal => literal.Token.ValueText))
            if (text.Contains("[Coroutine"))
                await acceptance.Check(Compile(MarkedSource.Parse(text).Text));
        Report(acceptance);
    }

    [Fact]
    public async Task InWhatIsRefusedAndTheNearestLegalForm()
    {
        var acceptance = new Acceptance();
        foreach (object[] row in LoweringTests.Refusals)
            foreach (string members in new[] { (string)row[2], (string)row[3] })
                await acceptance.Check(Compile(LoweringTests.Host(MarkedSource.Parse(members).Text)));
        Report(acceptance);
        Assert.Equal(LoweringTests.Refusals.Count() + 1, acceptance.Accepted); // CORO2010 is a warning: both of its bodies are accepted.
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task InTheExamplesOfThePages(string page)
    {
        var acceptance = new Acceptance();
        foreach (string example in Examples.Of(page).Where(example => example.Contains("[Coroutine")))
            await acceptance.Check(Compile(example));
        Report(acceptance);
    }

    /// <summary>Text that is no file by itself is made the members of a type.</summary>
    private static CSharpCompilation Compile(string text)
    {
        bool isFile = CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot().Members.All(member => member is BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax);
        return Project.Compile(Project.Usings + (isFile ? text : $"static partial class Wrapped {{ {text}\n }}"));
    }

    private void Report(Acceptance acceptance)
        => output.WriteLine($"{acceptance.Accepted} accepted, {acceptance.Refused} refused, {acceptance.Wrong} with errors of C#");
}
