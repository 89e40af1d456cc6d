using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CoroutineGen.Generator.Tests.Diagnostics;

/// <summary>
/// What an asynchronous saveable coroutine may not keep across a yield: each with its diagnostic at the exact place, and the nearest form that
/// is accepted. What is awaited without a yield within is the step's own, and may be anything.
/// </summary>
public sealed class AsyncSaveTests
{
    private const string Around = """
        using System.Threading;
        using System.Threading.Tasks;
        using System.Runtime.CompilerServices;
        partial class C
        {
            [Coroutine] static async Task<int> Plain(AsyncYield<int> yield) { await yield(1); return 1; }
            [Coroutine(Saveable = true)] static async Task<int> Saved(AsyncYield<int> yield) { await yield(1); return 1; }
            [Coroutine(Saveable = true)] async Task<int> Own(AsyncYield<int> yield) { await yield(1); return 1; }
            [Coroutine(Saveable = true, Primed = true)] async Task<int> Primed(AsyncYield<int, int> yield) => await yield(1);
            static async IAsyncEnumerable<int> Foreign() { await Task.Yield(); yield return 1; }
            static Task<int> Get() => Task.FromResult(1);
            int unused;
            [Coroutine(Saveable = true)]
            
        """;

    public static TheoryData<string, string, string, string> Refusals => new()
    {
        {
            "CORO4010", "it is a task",
            "static async Task M(AsyncYield<int> yield) { var t = Get(); [|await yield(1)|]; await yield(await t); }",
            "static async Task M(AsyncYield<int> yield) { int n = await Get(); await yield(1); await yield(n); }"
        },
        {
            "CORO4010", "it is a task",
            "static async Task M(AsyncYield<int> yield) { var t = new ValueTask<int>(1); [|await yield(1)|]; await yield(await t); }",
            "static async Task M(AsyncYield<int> yield) { await yield(1); var t = new ValueTask<int>(1); await yield(await t); }"
        },
        {
            "CORO4010", "it is a resource",
            "static async Task M(AsyncYield<int> yield) { var s = new CancellationTokenSource(); [|await yield(1)|]; s.Cancel(); }",
            "static async Task M([Supplied] CancellationTokenSource s, AsyncYield<int> yield) { await yield(1); s.Cancel(); }"
        },
        {
            "CORO4010", "it is a token, which belongs to who runs this",
            "static async Task M([|CancellationToken a|], [EnumeratorCancellation] CancellationToken b, AsyncYield<int> yield) { await Task.Delay(1, a); await yield(1); await Task.Delay(1, a); }",
            "static async Task M([Supplied] CancellationToken a, [EnumeratorCancellation] CancellationToken b, AsyncYield<int> yield) { await Task.Delay(1, a); await yield(1); await Task.Delay(1, b); }"
        },
        {
            "CORO4010", "it is a token",
            "static async Task M(CancellationToken given, AsyncYield<int> yield) { var token = given; [|await yield(1)|]; await Task.Delay(1, token); }",
            "static async Task M(CancellationToken given, AsyncYield<int> yield) { await yield(1); await Task.Delay(1, given); }"
        },
        {
            "CORO4010", "it is a sequence that may still have to be computed",
            "static async Task M(AsyncYield<int> yield) { var q = Foreign(); [|await yield(1)|]; await foreach (int x in q) { _ = x; } }",
            "static async Task M(AsyncYield<int> yield) { await yield(1); await foreach (int x in Foreign()) { _ = x; } }"
        },
        {
            "CORO4010", "it is an enumerator",
            "static async Task M(AsyncYield<int> yield) { var e = Foreign().GetAsyncEnumerator(); [|await yield(1)|]; await e.MoveNextAsync(); }",
            "static async Task M(AsyncYield<int> yield) { var e = Saved(); await yield(1); await e.MoveNextAsync(); }"
        },
        {
            "CORO4010", "What this delegates to, of type 'PlainCoroutine', would have to be saved here, and cannot be: it is a coroutine that is not saveable",
            "static async Task<int> M(AsyncYield<int> yield) { return await yield.From([|Plain()|]); }",
            "static async Task<int> M(AsyncYield<int> yield) { return await yield.From(Saved()); }"
        },
        {
            "CORO4010", "What this returns, of type 'Exception'",
            "static async [|Task<Exception>|] M(AsyncYield<int> yield) { await yield(1); return null!; }",
            "static async Task<string> M(AsyncYield<int> yield) { await yield(1); return null!; }"
        },
        {
            "CORO4011", "The caught exception 'e' is used after this yield",
            "static async Task M(AsyncYield<int> yield) { try { await yield(1); } catch (Exception e) { [|await yield(2)|]; await Get(); await yield(e.Message.Length); } }",
            "static async Task M(AsyncYield<int> yield) { try { await yield(1); } catch (Exception e) { var reason = e.Message; await yield(2); await Get(); await yield(reason.Length); } }"
        },
        {
            "CORO4012", "is called 'yield(1)' too",
            "static async Task M(AsyncYield<int> yield) { await yield(1); [|await yield(1).ConfigureAwait(false)|]; }",
            "static async Task M(AsyncYield<int> yield) { await yield(1); Again: await yield(1).ConfigureAwait(false); }"
        },
        {
            "CORO4013", "The value of 'await Get()'",
            "static async Task M(AsyncYield<int, int> yield) { int n = await Get() + [|await yield(1)|]; await yield(n); }",
            "static async Task M(AsyncYield<int, int> yield) { int got = await yield(1); int n = await Get() + got; await yield(n); }"
        },
        {
            "CORO4014", "'other.Own()' makes a coroutine of an object that is not saved with it",
            "async Task<int> M(AsyncYield<int> yield) { C other = new C(); return await yield.From([|other.Own()|]); }",
            "async Task<int> M(AsyncYield<int> yield) { return await yield.From(Own()); }"
        },
        {
            "CORO4014", "'other.Primed()' makes a coroutine of an object that is not saved with it",
            "async Task<int> M(AsyncYield<int, int> yield) { C other = new C(); var inner = await [|other.Primed()|]; return await yield.From(inner); }",
            "async Task<int> M(AsyncYield<int, int> yield) { var inner = await Primed(); return await yield.From(inner); }"
        },
        {
            "CORO4015", "'r' is held across this yield",
            "static async Task M(AsyncYield<int> yield) { await using var r = new System.IO.MemoryStream(); [|await yield(1)|]; }",
            "static async Task M(AsyncYield<int> yield) { await using (var r = new System.IO.MemoryStream()) { await Get(); } await yield(1); }"
        },
        {
            "CORO4015", "'new System.IO.MemoryStream()' is held across this yield",
            "static async Task M(AsyncYield<int> yield) { await using (new System.IO.MemoryStream()) [|await yield(1)|]; }",
            "static async Task M(AsyncYield<int> yield) { await using (var held = Saved()) await yield(1); }"
        },
        {
            "CORO4016", "A saveable coroutine cannot find its place in a 'IAsyncEnumerable<int>' again: go through a saveable coroutine by its own type",
            "static async Task M(AsyncYield<int> yield) { await foreach (int x in [|Foreign()|]) await yield(x); }",
            "static async Task M(AsyncYield<int> yield) { await foreach (int x in Saved()) await yield(x); }"
        },
        {
            "CORO4016", "set Saveable = true on its method",
            "static async Task M(AsyncYield<int> yield) { await foreach (int x in [|Plain()|]) await yield(x); }",
            "static async Task M(AsyncYield<int> yield) { await foreach (int x in Plain()) { await Get(); } await yield(1); }"
        },
        {
            "CORO4016", "without WithCancellation and ConfigureAwait",
            "static async Task M(AsyncYield<int> yield) { await foreach (int x in [|Saved().ConfigureAwait(false)|]) await yield(x); }",
            "static async Task M(AsyncYield<int> yield) { await foreach (int x in Saved()) await yield(x); }"
        },
        {
            "CORO4016", "delegate to a saveable coroutine itself, without WithCancellation and ConfigureAwait",
            "static async Task M(CancellationToken token, AsyncYield<int> yield) { await yield.From([|Foreign().WithCancellation(token)|]); }",
            "static async Task M(CancellationToken token, AsyncYield<int> yield) { await yield.From(Foreign()); }"
        },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_cannot_be_saved_is_refused_at_its_place(string id, string message, string refused, string accepted)
    {
        var marked = MarkedSource.Parse(Project.Usings + Around + refused + " }");
        var found = Assert.Single(await Analyze(marked.Text));
        Assert.Equal(id, found.Id);
        Assert.Contains(message, found.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(Assert.Single(marked.Spans), found.Location.SourceSpan);

        string legal = Project.Usings + Around + accepted + " }";
        Assert.Empty(await Analyze(legal));
        Project.Run(Project.Compile(legal)).Compiles();
        Assert.Empty(await Analyze(marked.Text.Replace("[Coroutine(Saveable = true)]\n    ", "[Coroutine]\n    ", StringComparison.Ordinal)));
    }

    /// <summary>
    /// A sequence that is delegated to keeps no place that could be found again, be it a list or an array: a foreach does. What is only known
    /// to be a sequence may be a coroutine, and is looked at when it is saved.
    /// </summary>
    [Theory]
    [InlineData("List<int>")]
    [InlineData("int[]")]
    [InlineData("HashSet<int>")]
    [InlineData("System.Collections.Immutable.ImmutableArray<int>")]
    [InlineData("IReadOnlyList<int>")]
    public async Task A_delegation_to_a_collection_is_refused_at_its_operand(string type)
    {
        foreach (var (method, before, yield) in new[] { ("static void M", "", "Yield<int>"), ("static async Task M", "await ", "AsyncYield<int>") })
        {
            var marked = MarkedSource.Parse(
                Project.Usings + Around + $"{method}({type} items, {yield} yield) {{ {before}yield.From([|items|]); }} }}");
            var found = Assert.Single(await Analyze(marked.Text));
            Assert.Equal("CORO4016", found.Id);
            Assert.Equal(Assert.Single(marked.Spans), found.Location.SourceSpan);
            Assert.EndsWith(
                ": go through it in a foreach, and yield each element, or delegate to a saveable coroutine that does", found.GetMessage(null), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_called_like_the_members_still_compiles()
        => Project.Run(Project.Compile(Project.Usings + Around + """
            static async Task Waits(int Frame, int point, CancellationToken to, AsyncYield<int> yield) { int f = Frame; await Task.Delay(1, to); void Add() => f++; await yield(f); Add(); await yield(f + point); }
                [Coroutine(Saveable = true)] async Task<(int, string)> Tuples((int X, string Y) p, AsyncYield<(int, string), int> yield) { int returned = await yield(p); string result = p.Y + returned; await Get(); await yield((1, result)); return (unused, result); }
                [Coroutine(Saveable = true)] static async Task Nothing(AsyncYield<int> yield) { await yield(1); }
                [Coroutine(Saveable = true)] static async ValueTask<string> Consumer(AsyncReceive<string> receive) { await receive(); string got = await receive.Invoke(); await Get(); Second: await receive(); return got; }
                [Coroutine(Saveable = true, Primed = true)] static async Task<int> Awaited(int from, int depth, AsyncYield<int, int> yield) { int writer = await yield(from); await Get(); return depth + writer; }
                [Coroutine(Saveable = true)] static async Task Each(List<string> all, AsyncYield<int> yield) { foreach (string s in all) { await Get(); foreach (char c in s) await yield(c); } await foreach (int x in Saved()) { await Get(); Of: await yield(x); } }
            }
            """)).Compiles();

    [Fact]
    public void What_is_generated_is_CSharp_9()
        => Project.Run(Project.Compile(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp9, Project.Usings + """
            using System.Threading.Tasks;
            partial class C
            {
                [Coroutine(Saveable = true)]
                static async Task<int> M(List<int> a, System.Threading.CancellationToken token, AsyncYield<int, int> yield)
                {
                    int n = 0;
                    void Add(int k) { n += k; }
                    try { foreach (int x in a) { await Task.Delay(1, token); int got = await yield(x); Add(got); await yield(n); if (n > 9) return n; } }
                    finally { await yield(n + 1); await Task.Yield(); await yield(n + 2); }
                    return a.Count;
                }
            }
            """)).Compiles();

    private static async Task<IReadOnlyList<Diagnostic>> Analyze(string source)
    {
        var found = await Project.Analyze(Project.Run(Project.Compile(source)).Output);
        return [.. found.Where(d => d.Id.StartsWith("CORO", StringComparison.Ordinal))];
    }
}
