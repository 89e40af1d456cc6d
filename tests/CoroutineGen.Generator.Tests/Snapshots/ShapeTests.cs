using CoroutineGen.Generator.Tests.Hosting;
using Xunit;

namespace CoroutineGen.Generator.Tests.Snapshots;

/// <summary>The generated text of each shape of coroutine: what a user reads.</summary>
public sealed class ShapeTests
{
    [Fact]
    public void Averager() => Snapshot.Match(Project.Run("""
        static partial class Stats
        {
            /// <summary>Keeps a running average.</summary>
            /// <param name="samples">How many samples to take.</param>
            /// <param name="yield">Hands out the average.</param>
            /// <returns>A sentence.</returns>
            [Coroutine]
            public static string Averager(int samples, Yield<double, double> yield)
            {
                double total = 0, average = 0;
                for (int n = 1; n <= samples; n++)
                {
                    total += yield(average);          // hand out the average, wait for the next sample
                    average = total / n;
                }
                return $"average {average}";
            }
        }
        """).Compiles().Text);

    [Fact]
    public void PureRange() => Snapshot.Match(Project.Run("""
        static partial class Numbers
        {
            [Coroutine]
            public static void Range(int start, int end, Yield<int> yield)
            {
                for (int i = start; i < end; i++)
                    yield(i);
            }
        }
        """).Compiles().Text);

    [Fact]
    public void PureWithReferences() => Snapshot.Match(Project.Run("""
        partial class Word(string text)
        {
            [Coroutine]
            public void Twice(string other, Yield<string> yield)
            {
                yield(other);
                yield(other);
            }
        }
        """).Compiles().Text);

    [Fact]
    public void Held() => Snapshot.Match(Project.Run("""
        static partial class Files
        {
            [Coroutine]
            public static int Lines(Coroutine<string> paths, Yield<string> yield)
            {
                int lines = 0;
                foreach (string path in paths)
                {
                    using var reader = new System.IO.StreamReader(path);
                    while (reader.ReadLine() is { } line)
                    {
                        yield(line);
                        lines++;
                    }
                }
                return lines;
            }
        }
        """).Compiles().Text);

    [Fact]
    public void HeldFinally() => Snapshot.Match(Project.Run("""
        partial class Log<T>
        {
            private int _depth;

            [Coroutine]
            public void Each(IEnumerable<T> items, Yield<T> yield)
            {
                int count = 0;
                try
                {
                    _depth++;
                    try
                    {
                        foreach (var item in items)
                        {
                            count++;
                            yield(item);
                        }
                    }
                    finally
                    {
                        string text = $"{count} items";
                        Console.WriteLine(text);
                    }
                }
                finally
                {
                    _depth--;
                }
            }
        }
        """).Compiles().Text);

    [Fact]
    public void Consumer() => Snapshot.Match(Project.Run("""
        static partial class Printer
        {
            [Coroutine(Primed = true)]
            internal static void Print(Receive<string> yield)
            {
                while (true)
                    Console.WriteLine(yield());
            }
        }
        """).Compiles().Text);

    [Fact]
    public void OneWayWithResult() => Snapshot.Match(Project.Run("""
        static partial class Numbers
        {
            [Coroutine]
            public static int Count(IEnumerable<string> words, Yield<string> yield)
            {
                int count = 0;
                foreach (var word in words)
                {
                    yield(word);
                    count++;
                }
                return count;
            }
        }
        """).Compiles().Text);

    [Fact]
    public void Protected() => Snapshot.Match(Project.Run("""
        static partial class Guarded
        {
            [Coroutine]
            public static void Work(Yield<int, int> yield)
            {
                try
                {
                    yield(1);
                    try { yield(2); }
                    catch (InvalidOperationException) { yield(3); }
                }
                finally
                {
                    Console.WriteLine("done");
                }
                yield(4);
            }
        }
        """).Compiles().Text);

    [Fact]
    public void Delegating() => Snapshot.Match(Project.Run("""
        partial class Tree<T>(T value, Tree<T>? left, Tree<T>? right)
        {
            [Coroutine]
            public void Walk(Yield<T> yield)
            {
                if (left is not null)
                    yield.From(left.Walk());
                yield(value);
                if (right is not null)
                    yield.From(right.Walk());
            }
        }
        """).Compiles().Text);

    [Fact]
    public void DelegatingWithinTheStep() => Snapshot.Match(Project.Run("""
        static partial class Walks
        {
            [Coroutine]
            public static int Deep(int depth, Yield<int> yield)
            {
                if (depth == 0)
                    return 0;
                try
                {
                    yield(depth);
                }
                catch (FormatException)
                {
                    return -1;
                }
                return 1 + yield.From(Deep(depth - 1));
            }
        }
        """).Compiles().Text);

    [Fact]
    public void Capturing() => Snapshot.Match(Project.Run("""
        static partial class Closures
        {
            [Coroutine]
            public static void Run(Yield<Func<int>> yield)
            {
                for (int i = 0; i < 3; i++)
                {
                    int copy = i;
                    yield(() => copy);
                    copy++;
                }
            }
        }
        """).Compiles().Text);
}
