using CoroutineGen.Generator.Lowering;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CoroutineGen.Generator.Tests.Caching;

/// <summary>
/// A project that is open in an IDE refers to others as compilations, and gets a new one after every edit there. What counts of it is what
/// it declares.
/// </summary>
public sealed class ReferenceTests
{
    private const string Library = "public static class Library { public static int Twice(int x) { return x + x; } }";

    [Theory]
    [InlineData("x + x", "2 * x", 0)]
    [InlineData("public static class", "// A comment.\npublic static class", 0)]
    [InlineData("int Twice", "long Twice", 1)]
    public void EditInAReferredProject(string before, string after, int expected)
    {
        int bound = 0;
        var generator = new CoroutineGenerator((method, model, errors, cancellation) =>
        {
            bound++;
            return MethodLowering.Lower(method, model, errors, cancellation);
        });
        var project = Project.Compile("using CoroutineGen; static partial class C { [Coroutine] static void M(Yield<long> yield) => yield(Library.Twice(1)); }");
        var first = project.AddReferences(Compile(Library));
        var driver = Project.Driver(first, generator).RunGenerators(first);
        bound = 0;
        var second = project.AddReferences(Compile(Library.Replace(before, after)));
        driver.RunGenerators(second);
        Assert.Equal(expected, bound);
    }

    [Fact]
    public void AnotherFileOnDiskIsAnotherReference()
    {
        int bound = 0;
        var generator = new CoroutineGenerator((method, model, errors, cancellation) =>
        {
            bound++;
            return MethodLowering.Lower(method, model, errors, cancellation);
        });
        var project = Project.Compile("using CoroutineGen; static partial class C { [Coroutine] static void M(Yield<long> yield) => yield(1); }");
        var driver = Project.Driver(project, generator).RunGenerators(project);
        driver.RunGenerators(project.AddReferences(MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location)));
        Assert.Equal(2, bound);
    }

    private static CompilationReference Compile(string text) => ((Compilation)CSharpCompilation.Create(
        "Library", [Project.Parse(text, "/lib/Library.cs")], AssemblyReferences.OfProjects, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))).ToMetadataReference();
}
