using Xunit;

namespace CoroutineGen.CodeFixes.Tests;

public sealed class RefactoringTests : FixTest
{
    private static string Coroutine(string body, string yield = "Yield<int> yield")
        => $"static partial class C {{ [Coroutine] static void M(IEnumerable<int> inner, {yield}) {{ {body} }} }}\n";

    [Theory]
    [InlineData("[|foreach|] (int x in inner) yield(x);", "yield.From(inner);")]
    [InlineData("[|foreach|] (var x in inner.Skip(1)) { yield(x); }", "yield.From(inner.Skip(1));")]
    [InlineData("[|foreach|] (var x in Co.Range(3)) { yield(x); }", "yield.From(Co.Range(3));")]
    [InlineData(
        "// 1\n        [|foreach|] (int x /* 2 */ in inner /* 3 */) // 4\n        {\n            // 5\n            yield(x); // 6\n        } // 7\n        ",
        "// 1\n        /* 2 */\n        /* 3 */\n        // 4\n        // 5\n        // 6\n        yield.From(inner); // 7\n        ")]
    [InlineData("[|foreach|] (int x in inner.Skip(/* all but */ 1)) yield(x);", "yield.From(inner.Skip(/* all but */ 1));")]
    public Task Delegates(string before, string after) => Check(new DelegationRefactoring(), Coroutine(before), Coroutine(after));

    [Theory]
    [InlineData("[|foreach|] (int x in inner) yield(x + 1);", "Yield<int> yield")]
    [InlineData("[|foreach|] (int x in inner) { yield(x); yield(x); }", "Yield<int> yield")]
    [InlineData("[|foreach|] (int x in inner) yield(x);", "Yield<long> yield")]
    [InlineData("[|foreach|] (int x in inner)\n#if true\n            yield(x);\n#endif\n", "Yield<int> yield")]
    [InlineData("[|foreach|] (int x in inner) yield(x);", "Yield<int, string> yield")]
    public Task Leaves_other_loops(string body, string yield) => Check(new DelegationRefactoring(), Coroutine(body, yield), null);

    [Fact]
    public Task Turns_an_iterator() => Check(new IteratorRefactoring(), """
        /// <summary>Numbers.</summary>
        public class Numbers
        {
            /// <summary>Counts.</summary>
            public static IEnumerable<int> [|Count|](int to)
            {
                for (int i = 0; i < to; i++)
                {
                    if (i == 9)
                        yield break; // enough
                    yield return i;
                }
                IEnumerable<int> Local() { yield return 1; }
            }

            static int Use() => Count(3).Sum() + Count(2).Count();
        }
        """, """
        /// <summary>Numbers.</summary>
        public partial class Numbers
        {
            /// <summary>Counts.</summary>
            [Coroutine]
            public static void Count(int to, Yield<int> yield)
            {
                for (int i = 0; i < to; i++)
                {
                    if (i == 9)
                        return; // enough
                    yield(i);
                }
                IEnumerable<int> Local() { yield return 1; }
            }

            static int Use() => Count(3).Sum() + Count(2).Count();
        }
        """);

    /// <summary>Every way in which callers use what an iterator returns: none of them is touched, and all of them compile.</summary>
    [Fact]
    public Task Leaves_all_callers_as_they_are()
    {
        const string callers = """
                static IEnumerable<T> Same<T>(IEnumerable<T> given) => given;
                static IEnumerable<int> Chosen(bool first) => first ? Walk(1) : new[] { 2 };
                static int Use()
                {
                    int sum = 0;
                    foreach (int n in Walk(to: 3)) sum += n;
                    foreach (var n in C.Walk()) sum += n;
                    IEnumerable<int> kept = Walk(2);
                    using (IEnumerator<int> e = Walk(4).GetEnumerator()) while (e.MoveNext()) sum += e.Current;
                    Func<int, IEnumerable<int>> make = Walk;
                    var query = from n in Walk(5) where n > 1 select n;
                    return Same(Walk(6)).Concat(Walk(7)).Count() + query.Sum() + make(1).First() + kept.Last() + string.Join(",", Walk(1)).Length;
                }
            }

            """;
        return Check(new IteratorRefactoring(),
            "class C\n{\n    public static IEnumerable<int> [|Walk|](int to = 9) { for (int i = 0; i < to; i++) yield return i; }\n" + callers,
            "partial class C\n{\n    [Coroutine]\n    public static void Walk(Yield<int> yield, int to = 9) { for (int i = 0; i < to; i++) yield(i); }\n" + callers);
    }

    [Fact]
    public Task Implements_what_wants_an_enumerator() => Check(new IteratorRefactoring(),
        "class C : IEnumerable<int>\n{\n    public IEnumerator<int> [|GetEnumerator|]() { yield return 1; }\n    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();\n}\n",
        "partial class C : IEnumerable<int>\n{\n    [Coroutine]\n    public void GetEnumerator(Yield<int> yield) { yield(1); }\n    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();\n}\n");

    [Fact]
    public Task Imports_the_namespace() => Check(new IteratorRefactoring(),
        "class C\n{\n    System.Collections.Generic.IEnumerator<string> [|M|]() { yield return \"a\"; }\n}\n",
        "using System;\nusing CoroutineGen;\npartial class C\n{\n    [Coroutine]\n    void M(Yield<string> yield) { yield(\"a\"); }\n}\n", usings: "using System;\n");

    [Theory]
    [InlineData("class C { public virtual IEnumerable<int> [|M|]() { yield return 1; } }")]
    [InlineData("interface I { IEnumerable<int> M(); } class C : I { public IEnumerable<int> [|M|]() { yield return 1; } }")]
    [InlineData("interface I { IEnumerator<T> M<T>(); } class C : I { public IEnumerator<T> [|M|]<T>() { yield return default!; } }")]
    [InlineData("class C { IEnumerable<int> [|M|]() => new[] { 1 }; }")]
    [InlineData("struct C { int _n; IEnumerable<int> [|M|]() { yield return _n; } }")]
    public Task Leaves_what_is_promised(string source) => Check(new IteratorRefactoring(), source, null);
}
