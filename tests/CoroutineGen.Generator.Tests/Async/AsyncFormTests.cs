using System.Reflection;
using System.Runtime.CompilerServices;
using CoroutineGen.Generator.Tests.Faults;
using CoroutineGen.Generator.Tests.Kinds;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CoroutineGen.Generator.Tests.Async;

/// <summary>
/// The examples of all kinds of syntax, and the programs that were once wrong, in asynchronous form: each behaves as its push-style call,
/// or is refused, by the compiler where C# has no such async method, otherwise by us. What is generated always compiles.
/// </summary>
public sealed class AsyncFormTests
{
    private const string Usings = "global using Bugs;\nglobal using static Bugs.Drv;\nglobal using static Bugs.AsyncDrv;\n";

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview, DocumentationMode.Parse);

    private static string Folder { get; } = FolderOf();

    /// <summary>One program in so many is run, as each takes a compilation; with COROUTINEGEN_ASYNC=1 all are.</summary>
    private const int Slice = 7;

    public static TheoryData<string> Programs => Sliced(Directory.GetFiles(Path.Combine(Folder, "Faults", "Inputs", "behaviour"), "*.cs.txt"));

    public static TheoryData<string> Examples => [.. KindExamples.All.Where(e => e.Refusal is null).Select(e => e.Name)];

    /// <summary>
    /// What the compiler itself does otherwise in an async method: it evaluates the right side of "d || await e" of a dynamic d that is true.
    /// </summary>
    private static readonly string[] Otherwise = ["dynamic-logical"];

    [Theory]
    [MemberData(nameof(Programs))]
    public Task As_push_style(string name)
    {
        string text = File.ReadAllText(Path.Combine(Folder, "Faults", "Inputs", "behaviour", name + ".cs.txt"));
        return Otherwise.Contains(name) || text.Contains("// expect: ", StringComparison.Ordinal) || text.Contains("\n//---- ", StringComparison.Ordinal)
            ? Task.CompletedTask
            : Compare([($"/src/{name}.cs", AsyncForm.Of(text, Parsing))]);
    }

    /// <summary>Bodies that await their yields only, whose steps are synchronous.</summary>
    [Theory]
    [MemberData(nameof(Programs))]
    public Task With_no_other_await(string name)
    {
        string text = File.ReadAllText(Path.Combine(Folder, "Faults", "Inputs", "behaviour", name + ".cs.txt"));
        return Otherwise.Contains(name) || text.Contains("// expect: ", StringComparison.Ordinal) || text.Contains("\n//---- ", StringComparison.Ordinal)
            ? Task.CompletedTask
            : Compare([($"/src/{name}.cs", AsyncForm.Of(text, Parsing, isWaiting: false))]);
    }

    [Theory]
    [MemberData(nameof(SlicedExamples))]
    public Task Example_with_no_other_await(string name) => Compare(name, isWaiting: false);

    public static TheoryData<string> SlicedExamples
        => [.. Slices(KindExamples.All.Where(e => e.Refusal is null).Select(e => e.Name))];

    public static TheoryData<string> Loops => Sliced(Directory.GetFiles(Path.Combine(Folder, "Faults", "Inputs", "behaviour"), "*.cs.txt")
        .Where(p => File.ReadAllText(p) is var text && (text.Contains("foreach (", StringComparison.Ordinal) || text.Contains("using (", StringComparison.Ordinal))));

    /// <summary>The loops and resources around yields await as well.</summary>
    [Theory]
    [MemberData(nameof(Loops))]
    public Task With_loops_that_await(string name)
    {
        string text = File.ReadAllText(Path.Combine(Folder, "Faults", "Inputs", "behaviour", name + ".cs.txt"));
        return text.Contains("// expect: ", StringComparison.Ordinal) || text.Contains("\n//---- ", StringComparison.Ordinal)
            ? Task.CompletedTask
            : Compare([($"/src/{name}.cs", AsyncForm.Of(text, Parsing, isAwaitingLoops: true))]);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public Task Example(string name) => Compare(name, isWaiting: true);

    private static Task Compare(string name, bool isWaiting)
    {
        string text = KindExamples.All.Single(e => e.Name == name).File
            .Replace("using Bugs;", "", StringComparison.Ordinal).Replace("using static Bugs.Drv;", "", StringComparison.Ordinal);
        string declarations = File.ReadAllText(Path.Combine(Folder, "Kinds", "Declarations.cs.txt"));
        return Compare([("/src/Declarations.cs", declarations), ("/src/Example.cs", AsyncForm.Of(text, Parsing, isWaiting: isWaiting))]);
    }

    private static async Task Compare(IEnumerable<(string Path, string Text)> files)
    {
        var project = await FaultProject.Build(
            OutputKind.DynamicallyLinkedLibrary, Usings,
            [
                ("/src/Driver.cs", File.ReadAllText(Path.Combine(Folder, "Faults", "Driver.cs.txt"))),
                ("/src/Waiting.cs", File.ReadAllText(Path.Combine(Folder, "Async", "Waiting.cs.txt"))),
                ("/src/AsyncDriver.cs", File.ReadAllText(Path.Combine(Folder, "Async", "Driver.cs.txt"))), .. files,
            ]);
        var problems = project.Problems;
        var ours = problems.Where(IsInGenerated).ToArray();
        // What C# has no asynchronous form of, or none that reads so.
        string[] errors = [.. problems.Where(d => d.Id.StartsWith("CS", StringComparison.Ordinal)).Except(ours).Select(d => d.Id).Distinct()];
        string[] refusals = [.. problems.Select(d => d.Id).Where(id => id.StartsWith("CORO2", StringComparison.Ordinal)).Distinct()];
        if (errors.Length > 0)
            return;
        Assert.True(ours.Length == 0, string.Join("\n", problems) + "\n\n" + project.Generated);
        if (refusals.Length > 0)
            return;
        string differences = project.Run(program =>
        {
            var run = program.GetTypes().Where(t => t.Namespace != "Bugs")
                .Select(t => t.GetMethod("Run", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public, []));
            // With all awaits ready, with none, and mixed.
            for (int schedule = 0; schedule < 3; schedule++)
            {
                program.GetType("Bugs.AsyncDrv")!.GetField("Schedule")!.SetValue(null, schedule);
                run.First(r => r is not null)!.Invoke(null, null);
            }
            var driver = program.GetType("Bugs.Drv")!;
            return (int)driver.GetField("FailCount")!.GetValue(null)! == 0 ? "" : driver.GetField("Fails")!.GetValue(null)!.ToString()!;
        });
        Assert.True(differences.Length == 0, differences + "\n" + project.Generated);
    }

    private static TheoryData<string> Sliced(IEnumerable<string> paths)
        => [.. Slices(paths.Select(p => Path.GetFileName(p)[..^7]))];

    private static IEnumerable<string> Slices(IEnumerable<string> names)
    {
        bool isWhole = Environment.GetEnvironmentVariable("COROUTINEGEN_ASYNC") == "1";
        return names.Order(StringComparer.Ordinal).Where((_, i) => isWhole || i % Slice == 0);
    }

    private static bool IsInGenerated(Diagnostic diagnostic)
        => diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true;

    private static string FolderOf([CallerFilePath] string here = "") => Path.GetDirectoryName(Path.GetDirectoryName(here)!)!;
}
