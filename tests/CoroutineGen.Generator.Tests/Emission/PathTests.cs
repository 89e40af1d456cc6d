using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CoroutineGen.Generator.Tests.Emission;

/// <summary>What generated text says of the user's files.</summary>
public sealed class PathTests
{
    private const string Source = "using CoroutineGen; static partial class C { [Coroutine] static void M(Yield<int> yield) => yield(1); }";

    [Fact]
    public void FollowsThePathMapOfTheBuild()
    {
        var compilation = Project.Compile(Source);
        var resolver = new SourceFileResolver([], "/", [new("/src/", "/_/")]);
        var run = Project.Run(compilation.WithOptions(compilation.Options.WithSourceReferenceResolver(resolver))).Compiles();
        Assert.Contains("#line 1 \"/_/File1.cs\"", run.Text);
    }

    [Fact]
    public void FollowsTheUsersOwnLineDirectives()
    {
        var run = Project.Run(Project.Compile("#line 100 \"page.razor\"\n" + Source)).Compiles();
        Assert.Contains("#line 100 \"page.razor\"", run.Text);
    }

    [Fact]
    public void FileWithoutANameHasNoDirectives()
    {
        var compilation = Project.Compile(Source);
        var run = Project.Run(compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], Project.Parse(Source, path: ""))).Compiles();
        Assert.DoesNotContain("#line", run.Text);
    }
}
