using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CoroutineGen.OldestCompiler.Tests;

/// <summary>
/// The scenarios, compiled and run by the oldest compiler: all files of CoroutineGen.Tests that its C# 12 can read.
/// </summary>
public sealed class CoreTests
{
    [Fact]
    public void This_is_the_oldest_compiler()
    {
        string floor = typeof(CoreTests).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RoslynFloor").Value!;
        Assert.StartsWith(floor + ".", typeof(CSharpCompilation).Assembly.GetName().Version!.ToString());
    }

    [Fact]
    public async Task Behaviour()
    {
        var sources = SourceProject.Load("tests/CoroutineGen.Tests", LanguageVersion.CSharp12);
        int all = sources.SyntaxTrees.Length;
        var output = WithoutNewer(ref sources);
        Assert.True(sources.SyntaxTrees.Length > all * 3 / 4, $"{sources.SyntaxTrees.Length} of {all} files are left");

        using var image = new MemoryStream();
        Assert.True(output.Emit(image).Success);
        var (passed, failed) = await Run(Assembly.Load(image.ToArray()));
        Assert.True(failed.Count == 0, $"{failed.Count} failed, {passed} passed:\n{string.Join("\n", failed)}");
        Assert.True(passed > 200, $"only {passed} tests were run");
    }

    [Fact]
    public void CSharp_9()
    {
        var output = SourceProject.Generate(SourceProject.Load(".ci/consumers/library", LanguageVersion.CSharp9));
        Assert.Empty(SourceProject.Errors(output));
        Assert.Contains(output.SyntaxTrees, tree => tree.FilePath.EndsWith("Library.Tree_1.WalkCoroutine.g.cs", StringComparison.Ordinal));
    }

    /// <summary>Leaves out the files that this compiler has no syntax or no rules for, and then those that need them.</summary>
    private static CSharpCompilation WithoutNewer(ref CSharpCompilation sources)
    {
        var unreadable = sources.SyntaxTrees.Where(tree => tree.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error));
        sources = sources.RemoveSyntaxTrees(unreadable);
        for (; ; )
        {
            var output = SourceProject.Generate(sources);
            var wrong = SourceProject.Errors(output).Select(d => d.Location.SourceTree).OfType<SyntaxTree>().ToHashSet();
            if (wrong.Count == 0)
                return output;
            var generated = wrong.Where(tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)).ToArray();
            Assert.True(generated.Length < wrong.Count, string.Join("\n", SourceProject.Errors(output)));
            sources = sources.RemoveSyntaxTrees(wrong.Except(generated));
        }
    }

    /// <summary>Runs all facts that take no arguments.</summary>
    private static async Task<(int Passed, List<string> Failed)> Run(Assembly assembly)
    {
        int passed = 0;
        var failed = new List<string>();
        var types = assembly.GetExportedTypes().Where(t => !t.IsAbstract && !t.ContainsGenericParameters && t.GetConstructor([]) is not null);
        foreach (var method in types.SelectMany(t => t.GetMethods()))
        {
            if (method.GetCustomAttribute<FactAttribute>() is not { Skip: null } || method.GetParameters().Length > 0)
                continue;
            try
            {
                object? result = method.Invoke(Activator.CreateInstance(method.DeclaringType!), null);
                if (result is Task task)
                    await task;
                passed++;
            }
            catch (Exception error)
            {
                failed.Add($"{method.DeclaringType}.{method.Name}: {(error.InnerException ?? error).Message}");
            }
        }
        return (passed, failed);
    }
}
