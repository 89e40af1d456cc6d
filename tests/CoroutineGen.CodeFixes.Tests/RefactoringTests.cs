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
    public Task Delegates(string before, string after) => Check(new DelegationRefactoring(), Coroutine(before), Coroutine(after));

    [Theory]
    [InlineData("[|foreach|] (int x in inner) yield(x + 1);", "Yield<int> yield")]
    [InlineData("[|foreach|] (int x in inner) { yield(x); yield(x); }", "Yield<int> yield")]
    [InlineData("[|foreach|] (int x in inner) yield(x);", "Yield<long> yield")]
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

    [Fact]
    public Task Imports_the_namespace() => Check(new IteratorRefactoring(),
        "class C\n{\n    System.Collections.Generic.IEnumerator<string> [|M|]() { yield return \"a\"; }\n}\n",
        "using System;\nusing CoroutineGen;\npartial class C\n{\n    [Coroutine]\n    void M(Yield<string> yield) { yield(\"a\"); }\n}\n", usings: "using System;\n");

    [Theory]
    [InlineData("class C { public virtual IEnumerable<int> [|M|]() { yield return 1; } }")]
    [InlineData("class C : IEnumerable<int> { public IEnumerator<int> [|GetEnumerator|]() { yield return 1; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }")]
    [InlineData("class C { IEnumerable<int> [|M|]() => new[] { 1 }; }")]
    [InlineData("struct C { int _n; IEnumerable<int> [|M|]() { yield return _n; } }")]
    public Task Leaves_what_is_promised(string source) => Check(new IteratorRefactoring(), source, null);
}
