using CoroutineGen.Generator.Tests.Hosting;
using Xunit;

namespace CoroutineGen.Generator.Tests.Snapshots;

/// <summary>The generated text in each kind of type and for each kind of method.</summary>
public sealed class HostTests
{
    [Fact]
    public void Instance() => Snapshot.Match(Project.Run("""
        namespace Demo.Items;

        public partial class Box
        {
            private readonly List<int> _items = new();

            [Coroutine]
            protected internal void Items(int times, Yield<int> yield)
            {
                for (int i = 0; i < times; i++)
                    foreach (int item in _items)
                        yield(item * this._items.Count);
            }
        }
        """).Compiles().Text);

    [Fact]
    public void GenericWithConstraints() => Snapshot.Match(Project.Run("""
        static partial class Sequences
        {
            [Coroutine]
            public static TResult? Fold<TItem, TResult>(IEnumerable<TItem> items, Func<TResult?, TItem, TResult> fold, Yield<TResult?, bool> yield)
                where TItem : notnull
                where TResult : class, IComparable<TResult>
            {
                TResult? result = null;
                foreach (var item in items)
                    if (yield(result = fold(result, item)))
                        break;
                return result;
            }
        }
        """).Compiles().Text);

    [Fact]
    public void Struct() => Snapshot.Match(Project.Run("""
        public partial struct Span2
        {
            public int Start, End;

            [Coroutine]
            public readonly void Points(Yield<int> yield)
            {
                for (int i = Start; i < End; i++)
                    yield(i);
            }
        }
        """).Compiles().Text);

    [Fact]
    public void Record() => Snapshot.Match(Project.Run("""
        public sealed partial record class Pair(int Left, int Right)
        {
            [Coroutine]
            public void Both(Yield<int> yield)
            {
                yield(Left);
                yield(Right);
            }
        }

        public readonly partial record struct Triple(int A, int B, int C)
        {
            [Coroutine]
            public void All(Yield<int> yield)
            {
                yield(A);
                yield(B);
                yield(C);
            }
        }
        """).Compiles().Text);

    [Fact]
    public void Interface() => Snapshot.Match(Project.Run("""
        public partial interface INode<T>
        {
            T Value { get; }
            INode<T>? Next { get; }

            [Coroutine]
            void Walk(Yield<T> yield)
            {
                for (INode<T>? node = this; node != null; node = node.Next)
                    yield(node.Value);
            }
        }
        """).Compiles().Text);

    [Fact]
    public void NestedGeneric() => Snapshot.Match(Project.Run("""
        namespace Outer
        {
            using Text = System.Text.StringBuilder;

            namespace Inner
            {
                public partial class A<T>
                {
                    private protected sealed partial record B<U>(U Value) where U : struct
                    {
                        [Coroutine]
                        private void Each<V>(T t, V v, Yield<(T, U, V), Text> yield) where V : T
                        {
                            Text? text = yield((t, Value, v));
                            text?.Append(t);
                        }
                    }
                }
            }
        }
        """).Compiles().Text);

    [Fact]
    public void Extension() => Snapshot.Match(Project.Run("""
        public static partial class Extensions
        {
            [Coroutine]
            public static void Every<T>(this IReadOnlyList<T> items, Yield<T> yield, int step = 1, params int[] skipped)
            {
                for (int i = 0; i < items.Count; i += step)
                    if (!skipped.Contains(i))
                        yield(items[i]);
            }
        }

        static class User
        {
            public static int Sum(int[] items) => items.Every(2, 4, 6).Sum() + items.Every().First();
        }
        """).Compiles().Text);

    [Fact]
    public void Overloads() => Snapshot.Match(Project.Run("""
        static partial class Steps
        {
            [Coroutine]
            public static void Up(int to, Yield<int> yield)
            {
                for (int i = 0; i < to; i++) yield(i);
            }

            [Coroutine(ClassName = "UpFromCoroutine")]
            public static void Up(int from, int to, Yield<int> yield)
            {
                for (int i = from; i < to; i++) yield(i);
            }
        }
        """).Compiles().Text);

    [Fact]
    public void Documented() => Snapshot.Match(Project.Run("""
        static partial class Documented
        {
            /// <summary>
            /// Yields <paramref name="first"/>.
            /// </summary>
            /// <param name="first">The value.</param>
            /// <param name="yield">
            /// Takes the values.
            /// </param>
            /// <remarks>Nothing else.</remarks>
            [Coroutine]
            [Obsolete("Use another.")]
            public static void Once([System.Diagnostics.CodeAnalysis.AllowNull] string first, Yield<string> yield) => yield(first);
        }
        """).Compiles().Text);

    [Fact]
    public void NullableOff() => Snapshot.Match(Project.Run("""
        #nullable disable
        static partial class Old
        {
            [Coroutine]
            public static string Echo(string first, Yield<string, string> yield)
            {
                string last = first;
                while (last != null)
                    last = yield(last);
                return last;
            }
        }
        """).Compiles().Text);

    [Fact]
    public void NamesInTheWay() => Snapshot.Match(Project.Run("""
        partial class Next
        {
            class Locals { }

            [Coroutine]
            private void Step(Locals This, int self, int Frame, int co, int @class, Yield<int> yield)
            {
                yield(Frame + co + self + @class);
                Console.WriteLine(This);
            }

            [Coroutine]
            static void MoveNext(Yield<int> yield) => yield(1);
        }
        """).Compiles().Text);
}
