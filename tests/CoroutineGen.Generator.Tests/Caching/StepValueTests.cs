using System.Collections;
using System.Reflection;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace CoroutineGen.Generator.Tests.Caching;

/// <summary>Values that the pipeline keeps between runs hold on to nothing of a compilation.</summary>
public sealed class StepValueTests
{
    private const string Source = """
        static partial class Numbers
        {
            [Coroutine]
            public static int Count(int to, Yield<int, string> yield)
            {
                try { for (int i = 0; i < to; i++) yield(i); }
                finally { Console.WriteLine(); }
                return to;
            }

            [Coroutine]
            public static void Refused(Yield<int> yield) { yield(undefined); }
        }
        """;

    [Fact]
    public void NothingOfTheCompilationIsReachable()
    {
        var compilation = Project.Compile(Project.Usings + Source);
        var driver = Project.Driver(compilation).RunGenerators(compilation);
        AssertClean(driver);

        // And after an edit by which nothing but lines has changed: the new keys must not stay beside the old ones.
        var moved = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], Project.Parse("\n" + Project.Usings + Source));
        AssertClean(driver.RunGenerators(moved));
    }

    [Fact]
    public void EqualSourcesGiveEqualValues()
    {
        var first = Values(Project.Driver(Project.Compile(Project.Usings + Source)).RunGenerators(Project.Compile(Project.Usings + Source)));
        var second = Values(Project.Driver(Project.Compile(Project.Usings + Source)).RunGenerators(Project.Compile(Project.Usings + Source)));
        Assert.Equal(first, second);
        Assert.Equal(first.Select(v => v.Value.GetHashCode()), second.Select(v => v.Value.GetHashCode()));
    }

    [Fact]
    public void DifferentSourcesGiveDifferentValues()
    {
        var first = Values(Project.Driver(Project.Compile(Project.Usings + Source)).RunGenerators(Project.Compile(Project.Usings + Source)));
        string changed = Project.Usings + Source.Replace("yield(i)", "yield(to)");
        var second = Values(Project.Driver(Project.Compile(changed)).RunGenerators(Project.Compile(changed)));
        Assert.Equal(first.Where(v => v.Step == Steps.Signatures), second.Where(v => v.Step == Steps.Signatures));
        Assert.NotEqual(first.Where(v => v.Step == Steps.Bodies), second.Where(v => v.Step == Steps.Bodies));
    }

    private static List<(string Step, object Value)> Values(GeneratorDriver driver)
    {
        var steps = driver.GetRunResult().Results.Single().TrackedSteps;
        return [.. Steps.All.SelectMany(name => steps[name].SelectMany(s => s.Outputs).Select(o => (name, o.Value)))];
    }

    private static void AssertClean(GeneratorDriver driver)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var (step, value) in Values(driver))
            Walk(value, step, seen);
        Assert.True(seen.Count > 20);
    }

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null || value.GetType().IsPrimitive || value.GetType().IsEnum || value is string || value is Pointer)
            return;
        Assert.False(value is Compilation or SyntaxNode or SyntaxToken or SyntaxTrivia or SyntaxTree or SemanticModel or ISymbol or Location or SourceText or Diagnostic,
            $"{path} holds a {value.GetType().Name}");
        if (!seen.Add(value))
            return;
        if (value is IEnumerable items)
            foreach (var item in items)
                Walk(item, path + "[]", seen);
        for (var type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
    }
}
