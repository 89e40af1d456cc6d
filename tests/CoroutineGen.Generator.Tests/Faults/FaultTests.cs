using System.Reflection;
using System.Runtime.CompilerServices;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CoroutineGen.Generator.Tests.Faults;

/// <summary>
/// Programs that were accepted and did something else, or did not compile: each is compared with its push-style call now. The first line may
/// say "// expect: COROnnnn" where refusing is right; then exactly these are said.
/// </summary>
public sealed class FaultTests
{
    private const string Usings = "global using Bugs;\nglobal using static Bugs.Drv;\n";

    private static string Folder { get; } = FolderOf();

    public static TheoryData<string> Behaviour => Names("behaviour");

    public static TheoryData<string> Programs => Names("programs");

    public static TheoryData<string> Library => Names("library");

    public static TheoryData<string> Scale => Names("scale");

    [Theory]
    [MemberData(nameof(Behaviour))]
    public Task As_push_style(string name) => Compare("behaviour", name);

    [Theory]
    [MemberData(nameof(Scale))]
    public Task Large(string name) => Compare("scale", name);

    /// <summary>Whole programs that compare for themselves, and say what is different.</summary>
    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Program(string name)
    {
        var project = await FaultProject.Build(OutputKind.ConsoleApplication, "", [(name + ".cs", Read("programs", name))]);
        NoProblems(project);
        Assert.DoesNotContain("DIFFERENT", project.Run(Printed), StringComparison.Ordinal);
    }

    /// <summary>Pieces of real libraries: they compile, or are refused as they say.</summary>
    [Theory]
    [MemberData(nameof(Library))]
    public async Task From_a_library(string name)
    {
        string text = Read("library", name);
        var project = await FaultProject.Build(OutputKind.DynamicallyLinkedLibrary, "", [(name + ".cs", text)]);
        Expected(project, text);
    }

    private static async Task Compare(string folder, string name)
    {
        string text = Read(folder, name);
        string path = name == "e37-path-with-quotes" ? "/src/a \"quoted\" name.cs" : $"/src/{name}.cs";
        var project = await FaultProject.Build(
            OutputKind.DynamicallyLinkedLibrary, Usings, [("/src/Driver.cs", Read("..", "Driver")), .. Parts(path, text)]);
        if (Expected(project, text))
            return;
        string differences = project.Run(program =>
        {
            var run = program.GetTypes().Where(t => t.Namespace != "Bugs")
                .Select(t => t.GetMethod("Run", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public, []));
            run.First(r => r is not null)!.Invoke(null, null);
            var driver = program.GetType("Bugs.Drv")!;
            Assert.NotEqual(0, driver.GetField("Runs")!.GetValue(null));
            return (int)driver.GetField("FailCount")!.GetValue(null)! == 0 ? "" : driver.GetField("Fails")!.GetValue(null)!.ToString()!;
        });
        Assert.True(differences.Length == 0, differences + "\n" + project.Generated);
    }

    /// <summary>A line "//---- name" begins another file.</summary>
    private static IEnumerable<(string Path, string Text)> Parts(string path, string text)
    {
        const string Mark = "//---- ";
        string[] parts = ("\n" + text).Split("\n" + Mark);
        return parts.Length == 1
            ? [(path, text)]
            : parts.Skip(1).Select((part, i) => ($"{path}.{i}.cs", parts[0].TrimStart('\n') + Mark + part));
    }

    /// <summary>Whether the program is to be refused, and is, by these diagnostics and no others.</summary>
    private static bool Expected(FaultProject project, string text)
    {
        string[] expected = [.. text.Split('\n').Where(l => l.StartsWith("// expect: ", StringComparison.Ordinal)).Select(l => l[11..].Trim())];
        if (expected.Length == 0)
        {
            NoProblems(project);
            return false;
        }
        Assert.Equal(expected.Order(), project.Problems.Where(d => d.Id != "CORO0001").Select(d => d.Id).Distinct().Order());
        return true;
    }

    private static void NoProblems(FaultProject project)
        => Assert.True(project.Problems.IsEmpty, string.Join("\n", project.Problems) + "\n\n" + project.Generated);

    private static string Printed(Assembly program)
    {
        var before = Console.Out;
        using var printed = new StringWriter();
        Console.SetOut(printed);
        try
        {
            program.EntryPoint!.Invoke(null, program.EntryPoint.GetParameters().Length == 0 ? [] : [Array.Empty<string>()]);
        }
        finally
        {
            Console.SetOut(before);
        }
        return printed.ToString();
    }

    private static TheoryData<string> Names(string folder)
        => [.. Directory.GetFiles(Path.Combine(Folder, folder), "*.cs.txt").Select(p => Path.GetFileName(p)[..^7]).Order(StringComparer.Ordinal)];

    private static string Read(string folder, string name) => File.ReadAllText(Path.Combine(Folder, folder, name + ".cs.txt"));

    private static string FolderOf([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Inputs");
}
