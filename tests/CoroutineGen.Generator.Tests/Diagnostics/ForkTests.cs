using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CoroutineGen.Generator.Tests.Diagnostics;

/// <summary>
/// What a forkable coroutine may not keep across a yield: each with its diagnostic at the exact place, and the nearest form that is accepted.
/// Both are accepted where the coroutine is not declared to be forkable.
/// </summary>
public sealed class ForkTests
{
    private const string Others = "[Coroutine] static int Plain(Yield<int> yield) { yield(1); return 1; } "
        + "[Coroutine(Forkable = true)] static int Forked(Yield<int> yield) { yield(1); return 1; } "
        + "[Coroutine(Forkable = true)] static void Given(Func<int> f, Yield<int> yield) { yield(f()); } "
        + "class Own : IDisposable, IForkable<Own> { public Own Fork() => new(); public void Dispose() { } } int unused; ";

    /// <summary>Id, a part of the message, the refused body with its marks, and the nearest legal one.</summary>
    public static TheoryData<string, string, string, string> Refusals => new()
    {
        {
            "CORO4001", "the enumerator of this foreach, of type 'SortedSet<int>.Enumerator'",
            "void M(SortedSet<int> s, Yield<int> yield) { foreach (int n in [|s|]) yield(n); }",
            "void M(SortedSet<int> s, Yield<int> yield) { foreach (int n in s.ToList()) yield(n); }"
        },
        {
            // Dead where it is suspended, so that nobody needs a copy.
            "CORO4001", "'e', of type 'SortedSet<int>.Enumerator'",
            "void M(SortedSet<int> s, Yield<int> yield) { var [|e = s.GetEnumerator()|]; while (e.MoveNext()) yield(e.Current); }"
                .Replace("var [|e = s.GetEnumerator()|]", "[|var e = s.GetEnumerator()|]"),
            "void M(SortedSet<int> s, Yield<int> yield) { var e = s.GetEnumerator(); int sum = 0; while (e.MoveNext()) sum += e.Current; yield(sum); }"
        },
        {
            "CORO4001", "the enumerator of this foreach",
            "void M(int[,] a, Yield<int> yield) { foreach (int n in [|a.Cast<int>().ToHashSet().ToLookup(x => x).First().Key.ToString().EnumerateRunes()|]) yield(n); }"
                .Replace("int n in", "var n in").Replace("yield(n)", "yield(n.Value)"),
            "void M(int[,] a, Yield<int> yield) { foreach (int n in a) yield(n); }"
        },
        {
            "CORO4002", "'r' is held across this yield",
            "void M(System.IO.StringReader given, Yield<int> yield) { using var r = given; [|yield(r.Read())|]; }",
            "void M(System.IO.StringReader given, Yield<int> yield) { int n; using (var r = given) n = r.Read(); yield(n); }"
        },
        {
            "CORO4002", "the value of 'given' is held across this yield",
            "void M(IDisposable given, Yield<int> yield) { using (given) { [|yield(1)|]; } yield(2); }",
            "void M(Own given, Yield<int> yield) { using (given) { yield(1); } yield(2); }"
        },
        {
            "CORO4002", "'a' is held across this yield",
            "static IDisposable N(int n) => null!; void M(Yield<int, int> yield) { using (IDisposable a = N(0), b = N([|yield(1)|])) { } }",
            "static IDisposable N(int n) => null!; void M(Yield<int, int> yield) { using (IDisposable a = N(yield(1)), b = N(2)) { } }"
        },
        {
            "CORO4003", "'Read' is kept across a yield, and captures 'n', which is assigned",
            "void M(Yield<int> yield) { int n = 1; Func<int> Read = () => n; n++; [|yield(1)|]; yield(Read()); }".Replace("Read", "read"),
            "void M(Yield<int> yield) { int n = 1; n++; yield(1); Func<int> read = () => n; yield(read()); }"
        },
        {
            "CORO4003", "captures 'n', which is assigned",
            "void M(Yield<int> yield) { int n = 1; int Next() => ++n; Func<int> f = Next; Func<int> g = f; [|yield(1)|]; yield(g()); }",
            "void M(Yield<int> yield) { int n = 1; int Next() => ++n; yield(1); yield(Next()); }"
        },
        {
            "CORO4003", "'all' is kept",
            "void M(Yield<int> yield) { for (int i = 0; i < 3; i++) { var all = new List<Func<int>>(); all.Add(() => i); [|yield(i)|]; yield(all[0]()); } }",
            "void M(Yield<int> yield) { for (int i = 0; i < 3; i++) { int copy = i; var all = new List<Func<int>> { () => copy }; yield(i); yield(all[0]()); } }"
        },
        {
            "CORO4003", "captures 'limit', which is assigned",
            "void M(int[] a, int limit, Yield<int> yield) { var low = a.Where(x => x < limit); limit++; [|yield(1)|]; yield(low.Count()); }",
            "void M(int[] a, int limit, Yield<int> yield) { var low = a.Where(x => x < limit).ToList(); limit++; yield(1); yield(low.Count); }"
        },
        {
            "CORO4003", "captures 'n', which is assigned",
            "void M(int[] a, Yield<int> yield) { int n = 1; n++; var q = from x in a where x > n select x; [|yield(1)|]; yield(q.Count()); }",
            "void M(int[] a, Yield<int> yield) { int n = 1; n++; var q = from x in a where x > 1 select x; yield(1); yield(q.Count() + n); }"
        },
        {
            "CORO4003", "which is or may be a coroutine",
            "void M(Yield<int> yield) { var co = Forked(); Func<int> next = () => co.Next(); [|yield(1)|]; yield(next()); }",
            "void M(Yield<int> yield) { var co = Forked(); int Next() => co.Next(); yield(1); yield(Next()); }"
        },
        {
            "CORO4003", "What this delegates to is kept",
            "void M(Yield<int> yield) { int n = 1; n++; yield.From([|Given(() => n)|]); }",
            "void M(int n, Yield<int> yield) { yield.From(Given(() => n)); }"
        },
        {
            "CORO4004", "'seen' is changed in its place",
            "void M(Yield<int, int> yield) { var seen = new List<int>(); while (seen.Count < 3) [|seen|].Add(yield(1)); }",
            "void M(Yield<int, int> yield) { var seen = new List<int>(); seen.Add(1); yield(seen.Count); yield(seen[0]); }"
        },
        {
            "CORO4004", "'board' is changed in its place",
            "void M(int[] board, Yield<int, int> yield) { for (int i = 0; i < board.Length; i++) { int n = yield(i); [|board|][i] = n; } }",
            "void M(int[] given, Yield<int, int> yield) { for (int i = 0; i < given.Length; i++) { int n = yield(i); given = [.. given[..i], n]; } }"
        },
        {
            "CORO4005", "What this delegates to, of type 'PlainCoroutine'",
            "int M(Yield<int> yield) { return yield.From([|Plain()|]); }",
            "int M(Yield<int> yield) { return yield.From(Forked()); }"
        },
        {
            "CORO4005", "set Forkable = true on its method",
            "int M(Yield<int> yield) { [|var co = Plain()|]; yield(co.Next()); return yield.From((Coroutine<int, Unit, int>)co); }",
            "int M(Yield<int> yield) { var co = Forked(); yield(co.Next()); return yield.From((Coroutine<int, Unit, int>)co); }"
        },
        {
            "CORO4005", "keep what it holds in variables of their own",
            "int M(Yield<int> yield) { [|var pair = (Forked(), 1)|]; yield(pair.Item1.Next()); return pair.Item2; }",
            "int M(Yield<int> yield) { var (co, n) = (Forked(), 1); yield(co.Next()); return n; }"
        },
        {
            "CORO4005", "of type 'ArraySegment<int>'",
            "void M(ArraySegment<int> a, Yield<int> yield) { yield.From([|a|]); }",
            "void M(ArraySegment<int> a, Yield<int> yield) { yield.From(a.ToArray()); }"
        },
        {
            "CORO4006", "'new List<int> { 1, yield(1) }' is being made",
            "object M(Yield<int, int> yield) => new List<int> { 1, [|yield(1)|] };",
            "object M(Yield<int, int> yield) { int n = yield(1); return new List<int> { 1, n }; }"
        },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task IsSaidAtThePlaceAndTheNearestLegalFormIsAccepted(string id, string words, string refused, string accepted)
    {
        await Refusal.IsSaidAtItsPlace(id, words, Host(refused, isForkable: true), StringComparison.OrdinalIgnoreCase);
        await Refusal.IsNotSaid(Host(accepted, isForkable: true));
        string plain = Host(refused.Replace("[|", "").Replace("|]", ""), isForkable: false);
        Assert.Empty(await Project.Analyze(Project.Run(plain).Compiles().Output));
    }

    [Fact]
    public async Task A_lock_is_refused_beside_its_warning()
    {
        var run = Project.Run(Host("void M(object gate, Yield<int> yield) { lock (gate) { yield(1); } }", isForkable: true));
        Assert.Equal(["CORO2010", "CORO4002"], (await Project.Analyze(run.Output)).Select(d => d.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Forkable = Yes", "CORO1024")]
    [InlineData("Forkable = true, ClassName = \"Fork\"", "CORO1019")]
    public async Task The_flag_is_written_plainly(string arguments, string id)
    {
        var run = Project.Run($"partial class C {{ const bool Yes = true; [Coroutine({arguments})] void M(Yield<int> yield) {{ yield(1); }} }}");
        Assert.Equal(id, Assert.Single(await Project.Analyze(run.Output)).Id);
    }

    /// <summary>Its own type parameter would be called like its method.</summary>
    [Fact]
    public async Task A_type_parameter_called_Fork_is_refused()
    {
        var run = Project.Run("partial class C { [Coroutine(Forkable = true)] void M<Fork>(Fork f, Yield<Fork> yield) { yield(f); } }");
        Assert.Equal("CORO1023", Assert.Single(await Project.Analyze(run.Output)).Id);
    }

    [Fact]
    public void What_is_called_like_the_method_still_compiles()
        => Project.Run("""
            partial class C
            {
                [Coroutine(Forkable = true)] static void Fork(int Frame, Yield<int> yield) { int Fork = Frame; void Add() => Fork++; yield(Fork); Add(); yield(Fork); }
                [Coroutine] static void Fork(Yield<string> yield) { yield("a"); }
                [Coroutine(Forkable = true)] static T ForkVariables<T>(T twins, T point, T depth, Yield<T, T> yield) { T f = yield(twins); return point; }
                [Coroutine(Forkable = true)] static void Dynamic(dynamic d, Yield<dynamic> yield) { dynamic e = d; void Add() => e += d; yield(d); Add(); yield(e); }
                [Coroutine(Forkable = true)] unsafe static void Unused(int[] a, string b, Yield<int> yield) { yield(1); yield(2); }
            }
            """.Replace("[Coroutine] static void Fork(Yield<string>", "[Coroutine(ClassName = \"Other\")] static void Fork(Yield<string>")).Compiles();

    [Fact]
    public void What_is_generated_is_CSharp_9()
        => Project.Run(Project.Compile(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp9, Project.Usings + """
            partial class C
            {
                [Coroutine(Forkable = true)]
                int M(IEnumerable<int> a, Coroutine<int> b, string[] c, Yield<int, int> yield)
                {
                    int n = 0;
                    void Add(int k) { n += k; }
                    foreach (int x in a) { yield(x); yield.From(b); foreach (var s in c) { Add(yield(s.Length)); yield(n); } }
                    yield(n);
                    return c.Length;
                }
            }
            """)).Compiles();

    [Fact]
    public void EachHasAnExample()
    {
        var examples = Refusals.Select(row => (string)((object[])row)[0]).ToHashSet();
        var descriptors = typeof(CoroutineGenerator).Assembly.GetType("CoroutineGen.Generator.Diagnostics.ForkDiagnostics")!
            .GetFields().Select(f => ((DiagnosticDescriptor)f.GetValue(null)!).Id);
        Assert.Empty(descriptors.Except(examples));
    }

    private static string Host(string members, bool isForkable)
        => LoweringTests.Host(Others + members).Replace(" [Coroutine]  ", isForkable ? " [Coroutine(Forkable = true)] " : " [Coroutine] ");
}
