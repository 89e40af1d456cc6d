using CoroutineGen.Benchmarks;
using CoroutineGen.Benchmarks.Compiling;

// dotnet run -c Release --project tests/CoroutineGen.Benchmarks
// Prints a Markdown table for each subject. Only the ratios within one run mean something; a word on the command line picks the subjects.
(string Name, Action Run)[] subjects =
[
    ("foreach", ForEach.Run),
    ("chain", Chain.Run),
    ("compile", CompileTime.Run),
];

foreach (var (name, run) in subjects)
{
    if (args.Length == 0 || args.Contains(name))
        run();
}
