using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoroutineGen.Benchmarks.Harness;

/// <summary>Runs a group in new processes of this program, which hand their figures back as a line of JSON.</summary>
static class Child
{
    public const string Switch = "--child";

    static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>The parent's side.</summary>
    public static IReadOnlyList<RaceResult> Run(Group group, Effort effort)
    {
        var withPgo = new List<RaceRun[]>();
        var withoutPgo = new List<RaceRun[]>();
        for (int turn = 0; turn < effort.ProcessesOf(group.Processes); turn++)
        {
            withPgo.Add(Start(group, effort, turn, pgo: true));
            if (group.WithoutPgo)
                withoutPgo.Add(Start(group, effort, turn, pgo: false));
        }
        return [.. withPgo[0].Select((_, race)
            => new RaceResult([.. withPgo.Select(run => run[race])], [.. withoutPgo.Select(run => run[race])]))];
    }

    /// <summary>The child's side.</summary>
    public static void Serve(Group group, Effort effort, int turn)
    {
        var races = effort.Quick ? group.QuickRaces ?? group.Races : group.Races;
        var runs = races().Select(race => race.Run(effort, turn)).ToArray();
        Console.WriteLine(JsonSerializer.Serialize(runs, Json));
    }

    static RaceRun[] Start(Group group, Effort effort, int turn, bool pgo)
    {
        string program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            start.ArgumentList.Add(typeof(Child).Assembly.Location);
        foreach (string argument in (string[])[Switch, group.Name, $"{turn}", .. effort.Quick ? ["--quick"] : Array.Empty<string>()])
            start.ArgumentList.Add(argument);
        start.Environment["DOTNET_TieredPGO"] = pgo ? "1" : "0";

        using var process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"'{group.Name}' ended with code {process.ExitCode}.");
        return JsonSerializer.Deserialize<RaceRun[]>(output, Json)!;
    }
}
