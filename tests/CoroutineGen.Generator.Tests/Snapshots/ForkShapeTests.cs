using CoroutineGen.Generator.Tests.Hosting;
using Xunit;

namespace CoroutineGen.Generator.Tests.Snapshots;

/// <summary>The generated text of forkable coroutines.</summary>
public sealed class ForkShapeTests
{
    [Fact]
    public void ForkableAverager() => Snapshot.Match(Project.Run("""
        static partial class Stats
        {
            [Coroutine(Forkable = true)]
            public static string Averager(int samples, Yield<double, double> yield)
            {
                double total = 0, average = 0;
                for (int n = 1; n <= samples; n++)
                {
                    total += yield(average);
                    average = total / n;
                }
                return $"average {average}";
            }
        }
        """).Compiles().Text);

    [Fact]
    public void ForkablePure() => Snapshot.Match(Project.Run("""
        static partial class Numbers
        {
            [Coroutine(Forkable = true)]
            public static void Two(Yield<int> yield)
            {
                yield(1);
                yield(2);
            }
        }
        """).Compiles().Text);

    [Fact]
    public void ForkableEnvironments() => Snapshot.Match(Project.Run("""
        static partial class Counters
        {
            [Coroutine(Forkable = true)]
            public static void Count(int step, string[] names, Yield<string> yield)
            {
                int total = 0;
                void Add() => total += step;
                foreach (string name in names)
                {
                    int length = name.Length;
                    int Longer() => length += total;
                    Add();
                    yield(name + Longer());
                }
                yield($"{total}");
            }
        }
        """).Compiles().Text);

    [Fact]
    public void ForkableChain() => Snapshot.Match(Project.Run("""
        static partial class Numbers
        {
            [Coroutine(Forkable = true)]
            public static int Count(int to, Yield<int> yield)
            {
                for (int i = 1; i <= to; i++)
                    yield(i);
                return to;
            }

            [Coroutine(Forkable = true)]
            public static int Sum(IEnumerable<int> others, Yield<int> yield)
            {
                var inner = Count(3);
                int sum = yield.From(inner);
                foreach (int n in Count(2))
                    yield(sum += n);
                foreach (int n in others)
                    yield(sum += n);
                return sum + inner.Result;
            }
        }
        """).Compiles().Text);

    [Fact]
    public void ForkableRecursion() => Snapshot.Match(Project.Run("""
        sealed partial class Tree<T>(T value, Tree<T>? left = null, Tree<T>? right = null)
        {
            [Coroutine(Forkable = true)]
            public int Walk(Yield<T> yield)
            {
                int count = 0;
                void Add(int more) => count += more;
                if (left is not null)
                    Add(yield.From(left.Walk()));
                yield(value);
                Add(1);
                if (right is not null)
                    Add(yield.From(right.Walk()));
                return count;
            }
        }
        """).Compiles().Text);

    [Fact]
    public void ForkableResource() => Snapshot.Match(Project.Run("""
        sealed class Cursor(string text) : IDisposable, IForkable<Cursor>
        {
            private int _at;
            public char? Read() => _at < text.Length ? text[_at++] : null;
            public Cursor Fork() => new(text) { _at = _at };
            public void Dispose() { }
        }

        static partial class Texts
        {
            [Coroutine(Forkable = true)]
            public static void Characters(string text, Yield<char> yield)
            {
                using var cursor = new Cursor(text);
                while (cursor.Read() is { } character)
                    yield(character);
            }
        }
        """).Compiles().Text);

    [Fact]
    public void ForkableThatIsRefused()
    {
        var run = Project.Run("static partial class C { [Coroutine(Forkable = true)] public static void Each(SortedSet<int> s, Yield<int> yield) { foreach (int n in s) yield(n); } "
            + "public static int Use() => Each(new()).Fork().Next(); }");
        Assert.Empty(run.Errors);
        Snapshot.Match(run.Text);
    }
}
