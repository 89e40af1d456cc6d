using System.Text;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CoroutineGen.Benchmarks.Compiling;

/// <summary>
/// The sources of a project that uses coroutines much: for each coroutine a file that declares it, and a file of ordinary code, one
/// method of which runs it. The bodies take turns among eight shapes.
/// </summary>
sealed class LargeProject
{
    static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp12, DocumentationMode.Parse);

    readonly List<(string Path, SourceText Text)> _files = [];

    public LargeProject(int coroutines)
        : this(coroutines, 2 * coroutines)
    {
    }

    /// <summary>With more ordinary files than coroutines: they share them.</summary>
    public LargeProject(int coroutines, int files)
    {
        for (int i = 0; i < files - coroutines; i++)
        {
            if (i < coroutines)
                Add($"Walks{i}", Declaration(i));
            Add($"Service{i}", Service(i, i % coroutines));
        }
    }

    /// <summary>Parses all files anew, so that nothing that a compiler keeps for a tree is left from before.</summary>
    public CSharpCompilation Parse() => CSharpCompilation.Create(
        "Large",
        _files.Select(file => CSharpSyntaxTree.ParseText(file.Text, Options, file.Path)),
        AssemblyReferences.OfProjects,
        new(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable));

    void Add(string name, string text) => _files.Add(($"/src/{name}.cs", SourceText.From(text, Encoding.UTF8)));

    static string Declaration(int i) => $$"""
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using CoroutineGen;

        namespace Large;

        /// <summary>A step of the work.</summary>
        public static partial class Walks{{i}}
        {
            private static readonly Dictionary<string, int> Weights = new() { ["a"] = 1, ["b"] = 2 };

            /// <summary>Says whether a value counts.</summary>
            public static bool Counts(int value) => value % 3 != {{i % 3}};

        {{Bodies[i % Bodies.Length]}}
        }
        """;

    static string Service(int i, int walks) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text;
        using CoroutineGen;

        namespace Large;

        /// <summary>Ordinary code, one method of which runs a coroutine.</summary>
        public sealed class Service{{i}}
        {
            private readonly Dictionary<string, List<int>> _entries = new();
            private readonly string _name;

            public Service{{i}}(string name) => _name = name ?? throw new ArgumentNullException(nameof(name));

            public int Count => _entries.Values.Sum(list => list.Count);

            public void Add(string key, int value)
            {
                if (!_entries.TryGetValue(key, out var list))
                    _entries[key] = list = new List<int>();
                list.Add(value);
            }

            public IReadOnlyList<string> Largest(int limit)
                => _entries.Where(e => e.Value.Count > limit).OrderByDescending(e => e.Value.Count).Select(e => $"{e.Key}: {e.Value.Count}").ToList();

            public string Describe()
            {
                var text = new StringBuilder(_name);
                foreach (var (key, values) in _entries)
                {
                    text.Append(key).Append(" = ");
                    for (int i = 0; i < values.Count; i++)
                    {
                        if (i > 0)
                            text.Append(", ");
                        text.Append(values[i] switch { < 0 => "negative", 0 => "zero", > 1000 => "large", var n => n.ToString() });
                    }
                    text.AppendLine();
                }
                return text.ToString();
            }

            public static int Parse(string text)
            {
                try
                {
                    return int.Parse(text.Trim());
                }
                catch (FormatException error)
                {
                    throw new InvalidOperationException($"'{text}' is no number.", error);
                }
            }

            public int Run(string[] input)
            {
                int sum = 0;
        {{Uses[walks % Bodies.Length].Replace("Walks.", $"Walks{walks}.", StringComparison.Ordinal)}}
                return sum;
            }
        }
        """;

    static readonly string[] Bodies =
    [
        """
            [Coroutine]
            public static string Run(int samples, Yield<double, double> yield)
            {
                double total = 0, average = 0;
                for (int n = 1; n <= samples; n++)
                {
                    total += yield(average);
                    average = total / n;
                }
                return $"average {average}";
            }
        """,
        """
            [Coroutine]
            public static void Run(IEnumerable<string> lines, Yield<string> yield)
            {
                foreach (string line in lines)
                {
                    if (line.Length == 0)
                        continue;
                    string trimmed = line.Trim();
                    yield(trimmed);
                    if (Weights.TryGetValue(trimmed, out int weight) && weight > 1)
                        yield(trimmed.ToUpperInvariant() + weight);
                }
            }
        """,
        """
            [Coroutine]
            public static int Run(string[] names, Yield<string, string?> yield)
            {
                int answered = 0;
                try
                {
                    foreach (string name in names)
                    {
                        string? answer = yield($"{name}?");
                        if (answer is { Length: > 0 } given)
                            answered += given.Split(',').Where(part => part != name).Count();
                    }
                }
                finally
                {
                    Console.WriteLine($"asked {names.Length}");
                }
                return answered;
            }
        """,
        """
            [Coroutine]
            public static void Run(Receive<int> yield)
            {
                var seen = new List<int>();
                while (true)
                {
                    int value = yield();
                    if (!Counts(value) || seen.Contains(value))
                        continue;
                    seen.Add(value);
                    if (seen.Count > 100)
                        seen.RemoveAt(0);
                }
            }
        """,
        """
            [Coroutine]
            public static void Run(int from, int to, Yield<int> yield)
            {
                for (int i = from; i < to; i++)
                    if (Counts(i))
                        yield(i * i);
            }
        """,
        """
            [Coroutine]
            public static int Run(TextReader reader, Yield<string, int> yield)
            {
                int errors = 0;
                using (reader)
                {
                    while (reader.ReadLine() is { } line)
                    {
                        try
                        {
                            int factor = yield(line);
                            checked { errors += int.Parse(line) * factor > 10 ? 1 : 0; }
                        }
                        catch (FormatException error) when (error.Message.Length > 0)
                        {
                            errors++;
                        }
                    }
                }
                return errors;
            }
        """,
        """
            [Coroutine]
            public static void Run(Dictionary<string, int[]> groups, Yield<(string Key, int Sum)> yield)
            {
                foreach (var (key, values) in groups)
                {
                    var counted = values.Where(Counts).Select(v => v + Weights.Count).ToArray();
                    switch (counted.Length)
                    {
                        case 0:
                            break;
                        case 1:
                            yield((key, counted[0]));
                            break;
                        default:
                            yield((key, counted.Sum()));
                            break;
                    }
                }
            }
        """,
        """
            [Coroutine]
            public static int Run(int depth, Yield<int, bool> yield)
            {
                int sum = 0;
                Func<int, int> twice = n => n * 2 + sum;
                for (int i = 0; i < depth; i++)
                {
                    bool more = yield(twice(i)) && yield(i);
                    if (!more)
                        return sum;
                    sum += i;
                }
                if (depth > 0)
                    sum += yield.From(Run(depth - 1));
                return sum;
            }
        """,
    ];

    static readonly string[] Uses =
    [
        "        using var c = Walks.Run(3).Prime();\n        foreach (string s in input)\n            sum += (int)c.Send(s.Length);",
        "        foreach (string line in Walks.Run(input))\n            sum += line.Length;",
        "        using var c = Walks.Run(input);\n        string? ask = c.Next();\n        while (c.TrySend(ask))\n            ask = c.Current;",
        "        using var c = Walks.Run().Prime();\n        foreach (string s in input)\n            c.Send(s.Length);",
        "        sum = Walks.Run(1, 9).Where(n => n > 3).Sum();",
        "        using var c = Walks.Run(new System.IO.StringReader(\"1\")).Prime();\n        if (c.State != CoroutineState.Closed)\n"
            + "            c.TrySend(2);\n        sum = c.TryGetResult(out int n) ? n : 0;",
        "        foreach (var (key, total) in Walks.Run(new Dictionary<string, int[]>()))\n            sum += key.Length + total;",
        "        using var c = Walks.Run(2).Prime();\n        bool more = true;\n        while (c.TrySend(more))\n            more = (sum += c.Current) < 100;",
    ];
}
