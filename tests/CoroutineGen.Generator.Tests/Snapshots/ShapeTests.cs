using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
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
    public void AsyncAverager() => Snapshot.Match(Project.Run("""
        using System.Threading;
        using System.Threading.Tasks;

        static partial class Stats
        {
            /// <summary>Keeps a running average.</summary>
            /// <param name="source">Says when there are samples.</param>
            /// <param name="token">Ends the waiting.</param>
            /// <param name="yield">Hands out the average.</param>
            /// <returns>A sentence.</returns>
            [Coroutine]
            public static async Task<string> Averager(SemaphoreSlim source, CancellationToken token, AsyncYield<double, double> yield)
            {
                double total = 0, average = 0;
                for (int n = 1; await source.WaitAsync(1000, token); n++)
                {
                    total += await yield(average);
                    average = total / n;
                }
                return $"average {average}";
            }
        }
        """).Compiles().Text);

    [Fact]
    public void AsyncHandlers() => Snapshot.Match(Project.Run("""
        using System.IO;
        using System.Threading.Tasks;

        partial class Log
        {
            private readonly TextWriter _log = TextWriter.Null;

            [Coroutine]
            public async ValueTask Follow(IAsyncEnumerable<string> lines, AsyncYield<string> yield)
            {
                try
                {
                    await foreach (string line in lines)
                        await yield(line);
                }
                catch (IOException e)
                {
                    await _log.WriteLineAsync(e.Message);
                }
                finally
                {
                    await _log.FlushAsync();
                }
            }
        }
        """).Compiles().Text);

    [Fact]
    public void AsyncDelegating() => Snapshot.Match(Project.Run("""
        using System.Threading.Tasks;

        static partial class Pages
        {
            [Coroutine]
            public static async Task<int> All(int count, AsyncYield<int> yield)
            {
                await yield.From(Numbers());
                return count == 0 ? 0 : 1 + await yield.From(All(count - 1));
            }

            private static async IAsyncEnumerable<int> Numbers()
            {
                await Task.Yield();
                yield return 1;
            }
        }
        """).Compiles().Text);

    [Fact]
    public void AsyncThatNeverWaits() => Snapshot.Match(Project.Run("""
        using System.Threading.Tasks;

        static partial class Counts
        {
            [Coroutine]
            public static async Task Count(int start, AsyncYield<int, int> yield)
            {
                for (int n = start; ; n += await yield(n))
                {
                }
            }

            [Coroutine]
            public static async Task Log(AsyncYield<string> yield)
            {
                await yield(System.Environment.MachineName);
            }
        }
        """).Compiles().Text);

    [Fact]
    public void AsyncConsumer() => Snapshot.Match(Project.Run("""
        using System.Threading.Tasks;

        static partial class Sinks
        {
            [Coroutine(Primed = true)]
            public static async Task Print(AsyncReceive<string> receive)
            {
                while (true)
                    await Console.Out.WriteLineAsync(await receive());
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

    /// <summary>In a build for speed the step method is inlined, and the class is the frame that stack traces show.</summary>
    [Fact]
    public void PureRangeOptimized()
    {
        var project = Project.Compile(Project.Usings + """
            static partial class Numbers
            {
                [Coroutine]
                public static void Range(int start, int end, Yield<int> yield)
                {
                    for (int i = start; i < end; i++)
                        yield(i);
                }
            }
            """);
        Snapshot.Match(Project.Run(project.WithOptions(project.Options.WithOptimizationLevel(OptimizationLevel.Release))).Compiles().Text);
    }

    /// <summary>A polyfill means nothing to the runtime, and this one could not be put on a class.</summary>
    [Fact]
    public void AnAttributeOfTheProjectsOwnIsLeftAlone()
    {
        string text = Project.Run("""
            static partial class Numbers { [Coroutine] public static void One(Yield<int> yield) => yield(1); }
            namespace System.Diagnostics { [AttributeUsage(AttributeTargets.Method)] class StackTraceHiddenAttribute : Attribute; }
            """).Compiles().Text;
        Assert.DoesNotContain("StackTraceHidden", text, StringComparison.Ordinal);
    }

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
