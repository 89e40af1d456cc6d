using System.Globalization;
using CoroutineGen.Benchmarks.Harness;
using CoroutineGen.Benchmarks.Report;
using CoroutineGen.Generator.Tests.Hosting;

namespace CoroutineGen.Benchmarks;

/// <summary>What the program does with its arguments.</summary>
/// <param name="groups">The groups that have pages; all are run where none is named.</param>
/// <param name="others">What only prints, and runs only where it is named.</param>
sealed class CommandLine(Group[] groups, (string Name, Action Run)[] others)
{
    const string Usage = """
        dotnet run -c Release --project tests/CoroutineGen.Benchmarks -- [group ...] [--quick] [--check] [--out folder]

        Runs all groups, or the named ones, and writes a page with a table, a chart for each, and an index into docs/performance.
          --quick       a smoke run: few rounds, one process for each group; writes to a temporary folder
          --check       prints the ratios that have bars, of a few groups or the named ones; fails where one is far above its bar
          --out         another folder to write to
          --self-test   only shows whether the machine is quiet enough

        """;

    public int Run(string[] args)
    {
        if (args is [Child.Switch, var name, var turn, ..])
        {
            var served = groups.Single(group => group.Name == name);
            Child.Serve(served, new(args.Contains("--quick")), int.Parse(turn, CultureInfo.InvariantCulture));
            return 0;
        }

        bool quick = false, check = false;
        string? folder = null;
        var words = new List<string>();
        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--quick":
                    quick = true;
                    break;
                case "--check":
                    check = true;
                    break;
                case "--out" when i + 1 < args.Length:
                    folder = args[++i];
                    break;
                case "--self-test":
                    return SelfTest.Run(new(false)) ? 0 : 1;
                case var word when groups.Any(group => group.Name == word) || others.Any(other => other.Name == word):
                    words.Add(word);
                    break;
                default:
                    Console.Error.WriteLine(Usage);
                    Console.Error.WriteLine($"Groups: {string.Join(", ", groups.Select(group => group.Name))}");
                    Console.Error.WriteLine($"Others: {string.Join(", ", others.Select(other => other.Name))}");
                    return 2;
            }
        }
        foreach (var (_, run) in others.Where(other => words.Contains(other.Name)))
            run();
        var picked = groups.Where(group => words.Count == 0 ? group.IsChecked || !check : words.Contains(group.Name)).ToArray();
        if (check)
            return Check(picked);
        return picked.Length == 0 ? 0 : Race(picked, new(quick), folder);
    }

    static int Check(Group[] picked)
    {
        var effort = new Effort(Quick: true, BarCheck.Processes);
        int above = 0;
        foreach (var group in picked)
        {
            var (lines, failed) = BarCheck.Of(Child.Run(group, effort));
            Console.Write($"{group.Title}\n{lines}");
            above += failed;
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{above} above {BarCheck.Margin:0.0} times their bar"));
        return above == 0 ? 0 : 1;
    }

    int Race(Group[] picked, Effort effort, string? folder)
    {
        if (!SelfTest.Run(effort))
        {
            Console.Error.WriteLine("The figures would mean nothing: the machine is too busy.");
            return 1;
        }
        string repository = Repository.Root;
        folder ??= effort.Quick
            ? Path.Combine(Path.GetTempPath(), "CoroutineGen.Benchmarks")
            : Path.Combine(repository, "docs", "performance");
        var pages = new Pages(folder, Circumstances.Now(repository));
        foreach (var group in picked)
        {
            var races = Child.Run(group, effort);
            pages.Write(group, races);
            Console.WriteLine($"\n## {group.Title}: {Verdict.Of(races)}\n\n{Table.Write(races)}");
        }
        pages.WriteIndex(groups);
        Console.WriteLine($"Written to {folder}");
        return 0;
    }
}
