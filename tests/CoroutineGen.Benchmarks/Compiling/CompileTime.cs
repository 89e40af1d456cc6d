using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using CoroutineGen.Generator;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroutineGen.Benchmarks.Compiling;

/// <summary>
/// What the generator and each analyzer add to a compilation of 1,000 coroutines in 2,000 files. All runs on one thread. The clock is the
/// CPU time of the process; the time of single analyzers is the compiler's own account (as of csc -reportanalyzer), which goes by the
/// time of day, times the part of it that was CPU time.
/// The first round has to compile the compiler itself, as a build without compiler server does; the others are warm.
/// </summary>
static class CompileTime
{
    const int Coroutines = 1000;
    const int Rounds = 4;

    static readonly Type[] AnalyzerTypes = [.. typeof(CoroutineGenerator).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null && !type.IsSubclassOf(typeof(DiagnosticSuppressor)))
        .OrderBy(type => type.Name, StringComparer.Ordinal)];

    public static void Run()
    {
        var project = new LargeProject(Coroutines);
        var rounds = Enumerable.Range(0, Rounds).Select(_ => Measure(project)).ToArray();
        Console.WriteLine($"### Compiling {Coroutines} coroutines in {2 * Coroutines} files\n");
        Console.WriteLine($"| round | {string.Join(" | ", rounds[0].Select(part => part.Name))} |");
        Console.WriteLine($"|---{string.Concat(rounds[0].Select(_ => "|---"))}|");
        for (int i = 0; i < rounds.Length; i++)
            Console.WriteLine($"| {(i == 0 ? "cold" : i)} | {string.Join(" | ", rounds[i].Select(part => Show(part, rounds[i])))} |");
        Console.WriteLine($"\nShares are of the compile time: parse + generate + emit. The best warm round: analyzers {rounds.Skip(1).Min(Share):p1}.\n");
    }

    static (string Name, double Time)[] Measure(LargeProject project)
    {
        var parts = new List<(string, double)>();
        var initial = Timed("parse", project.Parse);
        var final = Timed("generate", () => Generate(initial));
        Timed("emit", () => Emit(final));
        var analyzers = AnalyzerTypes.Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!).ToImmutableArray();
        var options = new CompilationWithAnalyzersOptions(new([]), null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        // A clone has bound nothing yet, so that no analyzer finds work done that it would have to pay for in a build.
        var analysis = final.Clone().WithAnalyzers(analyzers, options);
        var watch = Stopwatch.StartNew();
        Timed("all analysis", () => Analyze(analysis));
        double processor = parts[^1].Item2 / watch.Elapsed.TotalMilliseconds, sum = 0;
        foreach (var analyzer in analyzers)
        {
            double time = analysis.GetAnalyzerTelemetryInfoAsync(analyzer, default).GetAwaiter().GetResult().ExecutionTime.TotalMilliseconds * processor;
            parts.Add((analyzer.GetType().Name.Replace("Analyzer", "", StringComparison.Ordinal), time));
            sum += time;
        }
        parts.Add(("our analyzers", sum));
        return [.. parts];

        T Timed<T>(string name, Func<T> work)
        {
            GC.Collect();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var result = work();
            parts.Add((name, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds));
            return result;
        }
    }

    static Compilation Generate(CSharpCompilation initial)
    {
        Drivers.Of(initial, BuildProperties.Build, new CoroutineGenerator())
            .RunGeneratorsAndUpdateCompilation(initial, out var final, out var diagnostics);
        return diagnostics.IsEmpty ? final : throw new InvalidOperationException(diagnostics[0].ToString());
    }

    static bool Emit(Compilation final)
    {
        var result = final.Emit(new MemoryStream());
        return result.Success ? true : throw new InvalidOperationException(result.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error).ToString());
    }

    static int Analyze(CompilationWithAnalyzers analysis)
    {
        var found = analysis.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return found.IsEmpty ? 0 : throw new InvalidOperationException(found[0].ToString());
    }

    static double Compile((string Name, double Time)[] round) => round.Take(3).Sum(part => part.Time);

    static double Share((string Name, double Time)[] round) => round[^1].Time / Compile(round);

    static string Show((string Name, double Time) part, (string Name, double Time)[] round) => $"{part.Time:n0} ms, {part.Time / Compile(round):p1}";
}
