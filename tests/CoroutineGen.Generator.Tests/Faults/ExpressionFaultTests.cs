using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CoroutineGen.Generator.Tests.Faults;

/// <summary>
/// Small expressions, each with what it prints: "#run" is the call of the factory, whose coroutine is answered each value with that very
/// value; "//!" is the output, where "= " stands before the result.
/// </summary>
public sealed class ExpressionFaultTests
{
    public static TheoryData<string> Names => [.. Cases().Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Prints(string name)
    {
        var (_, code, call, expected) = Cases().Single(c => c.Name == name);
        var project = await FaultProject.Build(OutputKind.DynamicallyLinkedLibrary, "", [("/src/Expression.cs", code), ("/src/Run.cs", Runner(call))]);
        Assert.True(project.Problems.IsEmpty, string.Join("\n", project.Problems) + "\n\n" + project.Generated);
        string printed = project.Run(program => (string)program.GetType("Runner")!.GetMethod("Run")!.Invoke(null, null)!);
        Assert.Equal(expected, printed);
    }

    private static string Runner(string call) => $$"""
        public static class Runner
        {
            public static string Run()
            {
                var before = Console.Out;
                var printed = new System.IO.StringWriter { NewLine = "\n" };
                Console.SetOut(printed);
                try { Drive({{call}}); } finally { Console.SetOut(before); }
                return printed.ToString().TrimEnd('\n');
            }
            static void Drive<R>(Coroutine<object, object, R> c)
            {
                for (bool more = c.MoveNext(); more; more = c.TrySend(c.Current)) { }
                Console.WriteLine("= " + c.Result);
            }
        }
        """;

    private static IEnumerable<(string Name, string Code, string Call, string Expected)> Cases([CallerFilePath] string here = "")
    {
        string text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "Expressions.cs.txt"));
        foreach (string part in text.Split("//// ", StringSplitOptions.RemoveEmptyEntries))
        {
            string[] lines = part.Split('\n');
            yield return (
                lines[0].Trim(),
                string.Join("\n", lines.Skip(1).Where(l => !l.StartsWith('#') && !l.StartsWith("//!", StringComparison.Ordinal))),
                lines.Single(l => l.StartsWith("#run ", StringComparison.Ordinal))[5..].Trim(),
                string.Join("\n", lines.Where(l => l.StartsWith("//! ", StringComparison.Ordinal)).Select(l => l[4..].TrimEnd())));
        }
    }
}
