using Xunit;

namespace CoroutineGen.CodeFixes.Tests;

/// <summary>The refactorings of what is awaited.</summary>
public sealed class AsyncRefactoringTests : FixTest
{
    private static string Coroutine(string body, string yield = "AsyncYield<int> yield")
        => $"static partial class C {{ [Coroutine] static async Task M(IAsyncEnumerable<int> inner, List<int> list, CancellationToken token, {yield}) {{ {body} }} }}\n";

    [Theory]
    [InlineData("await [|foreach|] (int x in inner) await yield(x);", "await yield.From(inner);")]
    [InlineData("await [|foreach|] (var x in Later.Range(3)) { await yield(x); }", "await yield.From(Later.Range(3));")]
    [InlineData("await [|foreach|] (var x in inner.WithCancellation(token)) { await yield(x); }", "await yield.From(inner.WithCancellation(token));")]
    [InlineData("await [|foreach|] (var x in inner.ConfigureAwait(false)) await yield(x).ConfigureAwait(false);", "await yield.From(inner.ConfigureAwait(false));")]
    [InlineData("[|foreach|] (int x in list) await yield(x);", "await yield.From(list);")]
    [InlineData("// All of it.\r\n await [|foreach|] (int x in inner) await yield(x); // done\r\n", "// All of it.\r\n await yield.From(inner); // done\r\n")]
    public Task Delegates(string before, string after) => Check(new DelegationRefactoring(), Coroutine(before), Coroutine(after));

    [Theory]
    [InlineData("await [|foreach|] (int x in inner) await yield(x + 1);", "AsyncYield<int> yield")]
    [InlineData("await [|foreach|] (int x in inner) { await yield(x); await yield(x); }", "AsyncYield<int> yield")]
    [InlineData("await [|foreach|] (int x in inner) await yield(x);", "AsyncYield<long> yield")]
    [InlineData("await [|foreach|] (int x in inner) await yield(x);", "AsyncYield<int, string> yield")]
    [InlineData("await [|foreach|] (int x in Later.Range(3).ConfigureAwait(false)) await yield(x);", "AsyncYield<int> yield")]
    public Task Leaves_other_loops(string body, string yield) => Check(new DelegationRefactoring(), Coroutine(body, yield), null);

    [Fact]
    public Task Turns_an_iterator() => Check(new IteratorRefactoring(), """
        /// <summary>Numbers.</summary>
        public class Numbers
        {
            /// <summary>Counts.</summary>
            /// <param name="to">Up to this.</param>
            public static async IAsyncEnumerable<int> [|Count|](int to, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token = default)
            {
                for (int i = 0; i < to; i++)
                {
                    if (i == 9)
                        yield break; // enough
                    await Task.Delay(i, token);
                    yield return await Task.FromResult(i); // what came
                    yield return /* one more */ i + 1;
                }
                async IAsyncEnumerable<int> Local() { await Task.Yield(); yield return 1; }
            }

            static async Task<int> Use(CancellationToken token)
            {
                int sum = await Count(3).SumAsync() + await Count(2, token).CountAsync();
                await foreach (int i in Count(4).WithCancellation(token)) sum += i;
                IAsyncEnumerable<int> kept = Count(5);
                await using (var e = Count(6).GetAsyncEnumerator(token)) while (await e.MoveNextAsync()) sum += e.Current;
                Func<int, CancellationToken, IAsyncEnumerable<int>> make = Count;
                return sum + await kept.FirstAsync() + await make(1, default).LastAsync();
            }
        }
        """, """
        /// <summary>Numbers.</summary>
        public partial class Numbers
        {
            /// <summary>Counts.</summary>
            /// <param name="to">Up to this.</param>
            [Coroutine]
            public static async Task Count(int to, AsyncYield<int> yield, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token = default)
            {
                for (int i = 0; i < to; i++)
                {
                    if (i == 9)
                        return; // enough
                    await Task.Delay(i, token);
                    await yield(await Task.FromResult(i)); // what came
                    await yield(/* one more */ i + 1);
                }
                async IAsyncEnumerable<int> Local() { await Task.Yield(); yield return 1; }
            }

            static async Task<int> Use(CancellationToken token)
            {
                int sum = await Count(3).SumAsync() + await Count(2, token).CountAsync();
                await foreach (int i in Count(4).WithCancellation(token)) sum += i;
                IAsyncEnumerable<int> kept = Count(5);
                await using (var e = Count(6).GetAsyncEnumerator(token)) while (await e.MoveNextAsync()) sum += e.Current;
                Func<int, CancellationToken, IAsyncEnumerable<int>> make = Count;
                return sum + await kept.FirstAsync() + await make(1, default).LastAsync();
            }
        }
        """);

    /// <summary>No line ends otherwise than the lines of the file, also those that are new.</summary>
    [Fact]
    public Task Keeps_the_ends_of_lines() => Check(new IteratorRefactoring(),
        "class C\r\n{\r\n    // Once.\r\n    async System.Collections.Generic.IAsyncEnumerator<string> [|M|]()\r\n    {\r\n        await System.Threading.Tasks.Task.Yield();\r\n        yield return \"a\"; // out\r\n    }\r\n}\r\n",
        "using System;\r\nusing CoroutineGen;\r\npartial class C\r\n{\r\n    // Once.\r\n    [Coroutine]\r\n    async System.Threading.Tasks.Task M(AsyncYield<string> yield)\r\n    {\r\n        await System.Threading.Tasks.Task.Yield();\r\n        await yield(\"a\"); // out\r\n    }\r\n}\r\n",
        usings: "using System;\r\n");

    [Fact]
    public Task Implements_what_wants_an_enumerator() => Check(new IteratorRefactoring(),
        "class C : IAsyncEnumerable<int>\n{\n    public async IAsyncEnumerator<int> [|GetAsyncEnumerator|](CancellationToken token = default) { await Task.Yield(); yield return 1; }\n}\n",
        "partial class C : IAsyncEnumerable<int>\n{\n    [Coroutine]\n    public async Task GetAsyncEnumerator(AsyncYield<int> yield, CancellationToken token = default) { await Task.Yield(); await yield(1); }\n}\n");

    [Theory]
    [InlineData("class C { public virtual async IAsyncEnumerable<int> [|M|]() { await Task.Yield(); yield return 1; } }")]
    [InlineData("interface I { IAsyncEnumerable<int> M(); } class C : I { public async IAsyncEnumerable<int> [|M|]() { await Task.Yield(); yield return 1; } }")]
    [InlineData("class C { IAsyncEnumerable<int> [|M|]() => Later.Range(1); }")]
    [InlineData("struct C { int _n; async IAsyncEnumerable<int> [|M|]() { await Task.Yield(); yield return _n; } }")]
    public Task Leaves_what_is_promised(string source) => Check(new IteratorRefactoring(), source, null);
}
