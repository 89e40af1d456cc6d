using Xunit;

namespace CoroutineGen.CodeFixes.Tests;

/// <summary>The method keeps what it promises, and its body becomes a coroutine beside it.</summary>
public sealed class IteratorBodyTests : FixTest
{
    [Fact]
    public Task A_virtual_method_keeps_its_sequence() => Check(new IteratorBodyRefactoring(), """
        public class Numbers
        {
            /// <summary>Counts.</summary>
            public virtual IEnumerable<int> [|Upto|](int to)
            {
                for (int i = 0; i < to; i++)
                    yield return i; // one more
            }
        }
        """, """
        public partial class Numbers
        {
            /// <summary>Counts.</summary>
            public virtual IEnumerable<int> Upto(int to) => Coroutines.Repeatable(() => UptoItems(to));

            [Coroutine]
            private void UptoItems(int to, Yield<int> yield)
            {
                for (int i = 0; i < to; i++)
                    yield(i); // one more
            }
        }
        """);

    [Fact]
    public Task Checks_stay_before_it() => Check(new IteratorBodyRefactoring(), """
        public static partial class Sequences
        {
            public static IEnumerable<T> [|Every|]<T>(this IEnumerable<T> source, int step = 2)
                where T : notnull
            {
                ArgumentNullException.ThrowIfNull(source);
                int first = step - 1;
                return _();

                IEnumerable<T> _()
                {
                    int at = first;
                    foreach (var item in source)
                        if (at++ % step == 0)
                            yield return item;
                }
            }
        }
        """, """
        public static partial class Sequences
        {
            public static IEnumerable<T> Every<T>(this IEnumerable<T> source, int step = 2)
                where T : notnull
            {
                ArgumentNullException.ThrowIfNull(source);
                int first = step - 1;
                return Coroutines.Repeatable(() => EveryItems<T>(source, step, first));
            }

            [Coroutine]
            private static void EveryItems<T>(IEnumerable<T> source, int step, int first, Yield<T> yield) where T : notnull
            {
                int at = first;
                foreach (var item in source)
                    if (at++ % step == 0)
                        yield(item);
            }
        }
        """);

    [Fact]
    public Task What_the_local_function_is_given_is_passed_on() => Check(new IteratorBodyRefactoring(), """
        static partial class C
        {
            static IEnumerable<int> [|M|](int n)
            {
                if (n < 0) throw new ArgumentException("n");
                return Each(n, 3);
                static IEnumerable<int> Each(int to, int by) { for (int i = 0; i < to; i += by) yield return i; }
            }
        }
        """, """
        static partial class C
        {
            static IEnumerable<int> M(int n)
            {
                if (n < 0) throw new ArgumentException("n");
                return Coroutines.Repeatable(() => MItems(n, 3));
            }

            [Coroutine]
            private static void MItems(int to, int by, Yield<int> yield) { for (int i = 0; i < to; i += by) yield(i); }
        }
        """);

    [Theory]
    [InlineData("IEnumerator<int> [|M|](int n) { yield return n; }", "IEnumerator<int> M(int n) => MItems(n);", "void MItems(int n, Yield<int> yield) { yield(n); }")]
    [InlineData("IEnumerable<int> [|M|](params int[] n) { yield return n[0]; }", "IEnumerable<int> M(params int[] n) => Coroutines.Repeatable(() => MItems(n));", "void MItems(int[] n, Yield<int> yield) { yield(n[0]); }")]
    [InlineData("async IAsyncEnumerable<int> [|M|](int n) { await Task.Yield(); yield return n; }", "IAsyncEnumerable<int> M(int n) => Coroutines.Repeatable(() => MItems(n));", "async Task MItems(int n, AsyncYield<int> yield) { await Task.Yield(); await yield(n); }")]
    public Task Others_too(string before, string kept, string coroutine) => Check(new IteratorBodyRefactoring(),
        $"partial class C\n{{\n    {before}\n}}\n",
        $"partial class C\n{{\n    {kept}\n\n    [Coroutine]\n    private {coroutine}\n}}\n");

    [Fact]
    public Task Names_types_and_comments_stay_as_they_are() => Check(new IteratorBodyRefactoring(), """
        partial class C : B
        {
            protected IEnumerable<string?> [|All|](string? @class, DateTime at) // all of them
            {
                return Each();
                IEnumerable<string?> Each() { yield return @class + at; }
            }

            IEnumerable<int> Some(int n) // some
            {
                yield return n;
            }
        }

        class B { protected void AllItems() { } }
        """, """
        partial class C : B
        {
            protected IEnumerable<string?> All(string? @class, DateTime at) // all of them
            {
                return Coroutines.Repeatable(() => AllItems2(@class, at));
            }

            [Coroutine]
            private void AllItems2(string? @class, DateTime at, Yield<string?> yield) { yield(@class + at); }

            IEnumerable<int> Some(int n) // some
            {
                yield return n;
            }
        }

        class B { protected void AllItems() { } }
        """);

    [Fact]
    public Task A_comment_behind_the_parameters_stays() => Check(new IteratorBodyRefactoring(),
        "partial class C\n{\n    IEnumerable<int> [|M|](int n) // some\n    {\n        yield return n;\n    }\n}\n",
        "partial class C\n{\n    IEnumerable<int> M(int n) // some\n        => Coroutines.Repeatable(() => MItems(n));\n\n    [Coroutine]\n    private void MItems(int n, Yield<int> yield)\n    {\n        yield(n);\n    }\n}\n");

    [Fact]
    public Task An_explicit_implementation_is_kept() => Check(new IteratorBodyRefactoring(),
        "partial class C : I\n{\n    IEnumerable<int> I.[|M|](int n) { yield return n; }\n}\ninterface I { IEnumerable<int> M(int n); }\n",
        "partial class C : I\n{\n    IEnumerable<int> I.M(int n) => Coroutines.Repeatable(() => MItems(n));\n\n    [Coroutine]\n    private void MItems(int n, Yield<int> yield) { yield(n); }\n}\ninterface I { IEnumerable<int> M(int n); }\n");

    [Theory]
    [InlineData("class C { static IEnumerable<int> [|M|](int n) { n++; return _(); IEnumerable<int> _() { n++; yield return n; } } }")]
    [InlineData("class C { static IEnumerable<int> [|M|](int n) { return _(n + 1); IEnumerable<int> _(int m) { yield return m; } } }")]
    [InlineData("class C { static IEnumerable<int> [|M|](int n) { if (n > 3) return new int[0]; return _(); IEnumerable<int> _() { yield return n; } } }")]
    [InlineData("class C { static IEnumerable<int> [|M|](int n) { return n > 3 ? _() : new int[0]; IEnumerable<int> _() { yield return n; } } }")]
    [InlineData("class C { int N { get; set; } IEnumerable<int> [|M|]() { return _(N); IEnumerable<int> _(int n) { yield return n; } } }")]
    [InlineData("class C { static IEnumerable<int> [|M|](int n) { int Twice() => n * 2; return _(); IEnumerable<int> _() { yield return Twice(); } } }")]
    [InlineData("class C { static IEnumerable<int> [|M|](int n) { const int K = 3; return _(); IEnumerable<int> _() { yield return n + K; } } }")]
    [InlineData("class C { static IEnumerable<int> [|M|](int n) { var pair = new { A = n }; return _(); IEnumerable<int> _() { yield return pair.A; } } }")]
    [InlineData("class C { struct S { int n; public int Up() => ++n; } static IEnumerable<int> [|M|]() { var s = new S(); return _(); IEnumerable<int> _() { yield return s.Up(); } } }")]
    [InlineData("class C { static IEnumerable<int> [|M|](int n) { return _(n); IEnumerable<int> _(params int[] all) { yield return all[0]; } } }")]
    [InlineData("class C { static IEnumerable<int> [|M|](int yield) { yield return yield; } }")]
    [InlineData("class C { static async IAsyncEnumerable<int> [|M|]([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token = default) { await Task.Delay(1, token); yield return 1; } }")]
    [InlineData("interface I { IEnumerable<int> [|M|]() { yield return 1; } }")]
    [InlineData("struct S { int n; IEnumerable<int> [|M|]() { yield return n; } }")]
    [InlineData("class B { public virtual IEnumerable<T> M<T>(T t) where T : class => []; } class C : B { public override IEnumerable<T> [|M|]<T>(T t) { yield return t; } }")]
    [InlineData("class C { static IEnumerable<int> [|M|]() => new[] { 1 }; }")]
    public Task Is_not_offered_where_it_would_mean_something_else(string source) => Check(new IteratorBodyRefactoring(), source, null);
}
