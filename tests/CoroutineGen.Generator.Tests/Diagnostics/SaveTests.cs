using CoroutineGen.Generator.Analyzers.Suppressors;
using CoroutineGen.Generator.Analyzers;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CoroutineGen.Generator.Tests.Diagnostics;

/// <summary>
/// What a saveable coroutine may not keep across a yield: each with its diagnostic at the exact place, and the nearest form that is accepted.
/// Both are accepted where the coroutine is not declared to be saveable.
/// </summary>
public sealed class SaveTests
{
    private const string Others = "[Coroutine] static int Plain(Yield<int> yield) { yield(1); return 1; } "
        + "[System.Runtime.CompilerServices.InlineArray(3)] struct Three { int _first; } "
        + "[Coroutine(Saveable = true)] static int Saved(Yield<int> yield) { yield(1); return 1; } "
        + "[Coroutine(Saveable = true)] int Own(Yield<int> yield) { yield(1); return 1; } "
        + "interface IShape { } abstract class Shape { } sealed class Point { public int X { get; set; } } int unused; ";

    /// <summary>Id, a part of the message, the refused body with its marks, and the nearest legal one.</summary>
    public static TheoryData<string, string, string, string> Refusals => new()
    {
        {
            "CORO4010", "'f', of type 'Func<int>', would have to be saved here, and cannot be: it is a delegate",
            "static void M(int n, Yield<int> yield) { Func<int> f = () => n; [|yield(1)|]; yield(f()); }",
            "static void M(int n, Yield<int> yield) { yield(1); Func<int> f = () => n; yield(f()); }"
        },
        {
            "CORO4010", "'s', of type 'System.IO.Stream', would have to be saved here, and cannot be: it is a resource",
            "static void M([|System.IO.Stream s|], Yield<int> yield) { yield(1); yield(s.ReadByte()); }",
            "static void M([Supplied] System.IO.Stream s, Yield<int> yield) { yield(1); yield(s.ReadByte()); }"
        },
        {
            "CORO4010", "it is a task",
            "static void M(Yield<int> yield) { var t = System.Threading.Tasks.Task.FromResult(1); [|yield(1)|]; yield(t.Result); }",
            "static void M(Yield<int> yield) { var t = System.Threading.Tasks.Task.FromResult(1); int n = t.Result; yield(1); yield(n); }"
        },
        {
            "CORO4010", "it is an enumerator",
            "static void M(List<int> a, Yield<int> yield) { var e = a.GetEnumerator(); [|yield(1)|]; yield(e.Current); }",
            "static void M(List<int> a, Yield<int> yield) { int i = 0; yield(1); yield(a[i]); }"
        },
        {
            "CORO4010", "it is a sequence that may still have to be computed",
            "static void M(int[] a, Yield<int> yield) { var q = a.Where(x => x > 1); [|yield(1)|]; yield(q.Count()); }",
            "static void M(int[] a, Yield<int> yield) { var q = a.Where(x => x > 1).ToList(); yield(1); yield(q.Count); }"
        },
        {
            "CORO4010", "it is an interface",
            "static void M([|IShape s|], Yield<int> yield) { yield(1); yield(s.GetHashCode()); }",
            "static void M(Point s, Yield<int> yield) { yield(1); yield(s.X); }"
        },
        {
            "CORO4010", "it is an abstract class",
            "static void M([|List<Shape> s|], Yield<int> yield) { yield(1); yield(s.Count); }",
            "static void M(List<Point> s, Yield<int> yield) { yield(1); yield(s.Count); }"
        },
        {
            "CORO4010", "it is an inline array",
            "static void M(Yield<int> yield) { var p = new Three(); [|yield(1)|]; yield(p[1]); }",
            "static void M(Yield<int> yield) { var p = new int[3]; yield(1); yield(p[1]); }"
        },
        {
            "CORO4010", "it is of an anonymous type",
            "static void M(Yield<int> yield) { var p = new { A = 1 }; [|yield(1)|]; yield(p.A); }",
            "static void M(Yield<int> yield) { var p = (A: 1, B: 2); yield(1); yield(p.A); }"
        },
        {
            "CORO4010", "it is an object of any class",
            "static void M([|object o|], Yield<int> yield) { yield(1); yield(o.GetHashCode()); }",
            "static void M(object o, Yield<int> yield) { int n = o.GetHashCode(); yield(1); yield(n); }".Replace("(object o, ", "(string o, ")
        },
        {
            "CORO4010", "'r', of type 'Random', would have to be saved here, and cannot be: it is of a type of the framework's",
            "static void M(Yield<int> yield) { var r = new Random(1); [|yield(1)|]; yield(r.Next()); }",
            "static void M(int seed, Yield<int> yield) { yield(1); var r = new Random(seed); yield(r.Next()); }"
        },
        {
            "CORO4010", "What this hands out, of type 'Action', would have to be saved here, and cannot be: it is a delegate",
            "static void M([|Yield<Action> yield|]) { yield(() => { }); }",
            "static void M(Yield<int> yield) { yield(1); }"
        },
        {
            "CORO4010", "What this returns, of type 'Exception'",
            "static [|Exception|] M(Yield<int> yield) { yield(1); return null!; }",
            "static string M(Yield<int> yield) { yield(1); return null!; }"
        },
        {
            "CORO4010", "What this delegates to, of type 'PlainCoroutine', would have to be saved here, and cannot be: it is a coroutine that is not saveable",
            "static int M(Yield<int> yield) { return yield.From([|Plain()|]); }",
            "static int M(Yield<int> yield) { return yield.From(Saved()); }"
        },
        {
            "CORO4010", "it is a collection of coroutines",
            "static void M(Yield<int> yield) { var all = new List<Coroutine<int>> { Saved() }; [|yield(1)|]; yield(all[0].Next()); }",
            "static void M(Yield<int> yield) { var one = Saved(); yield(1); yield(one.Next()); }"
        },
        {
            "CORO4011", "The caught exception 'e' is used after this yield",
            "static void M(Yield<int> yield) { try { yield(1); } catch (Exception e) { [|yield(2)|]; yield(e.Message.Length); } }",
            "static void M(Yield<int> yield) { try { yield(1); } catch (Exception e) { var reason = e.Message; yield(2); yield(reason.Length); } }"
        },
        {
            "CORO4011", "The caught exception that 'throw;' throws",
            "static void M(Yield<int> yield) { try { yield(1); } catch { [|yield(2)|]; throw; } }",
            "static void M(Yield<int> yield) { try { yield(1); } catch { yield(2); throw new Exception(); } }"
        },
        {
            "CORO4012", "is called 'yield(1)' too",
            "static void M(Yield<int> yield) { yield(1); [|yield( 1 )|]; }",
            "static void M(Yield<int> yield) { yield(1); Again: yield(1); }"
        },
        {
            "CORO4013", "The value of 'new Random().Next()'",
            "static void M(Yield<int, int> yield) { int n = new Random().Next() + [|yield(1)|]; yield(n); }",
            "static void M(Yield<int, int> yield) { int r = new Random().Next(); int n = r + yield(1); yield(n); }"
                .Replace("int n = r + yield(1)", "int got = yield(1); int n = r + got")
        },
        {
            "CORO4014", "'other.Own()' makes a coroutine of an object that is not saved with it",
            "int M([Supplied] C mine, Yield<int> yield) { C other = new C(); return yield.From([|other.Own()|]); }",
            "int M([Supplied] C mine, Yield<int> yield) { return yield.From(mine.Own()) + yield.From(Own()); }".Replace("return yield.From(mine.Own()) +", "int n = yield.From(mine.Own()); return n +").Replace("return n + yield.From(Own())", "int k = yield.From(Own()); return n + k")
        },
        {
            "CORO4015", "'r' is held across this yield",
            "static void M(System.IO.StringReader given, Yield<int> yield) { using var r = given; [|yield(1)|]; }".Replace("M(System.IO", "M([Supplied] System.IO"),
            "static void M(Yield<int> yield) { int n; using (var r = new System.IO.StringReader(\"a\")) n = r.Read(); yield(n); }"
        },
        {
            "CORO4016", "cannot find its place in a 'HashSet<int>' again",
            "static void M(HashSet<int> s, Yield<int> yield) { foreach (int n in [|s|]) yield(n); }",
            "static void M(HashSet<int> s, Yield<int> yield) { foreach (int n in s.ToList()) yield(n); }"
        },
        {
            "CORO4016", "set Saveable = true on its method",
            "static void M(Yield<int> yield) { foreach (int n in [|Plain()|]) yield(n); }",
            "static void M(Yield<int> yield) { foreach (int n in Saved()) yield(n); }"
        },
        {
            "CORO4016", "cannot find its place in a 'List<int>' again",
            "static void M(List<int> s, Yield<int> yield) { yield.From([|s|]); }",
            "static void M(List<int> s, Yield<int> yield) { foreach (int n in s) yield(n); }"
        },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task IsSaidAtThePlaceAndTheNearestLegalFormIsAccepted(string id, string words, string refused, string accepted)
    {
        await Refusal.IsSaidAtItsPlace(id, words, Host(refused, isSaveable: true), StringComparison.OrdinalIgnoreCase);
        await Refusal.IsNotSaid(Host(accepted, isSaveable: true));
        string plain = Host(refused.Replace("[|", "").Replace("|]", ""), isSaveable: false);
        Assert.Empty(await Project.Analyze(Project.Run(plain).Compiles().Output));
    }

    [Theory]
    [InlineData("Saveable = Yes", "CORO1024")]
    [InlineData("Saveable = true, ClassName = \"Restore\"", "CORO1019")]
    public async Task The_flag_is_written_plainly(string arguments, string id)
    {
        var run = Project.Run($"partial class C {{ const bool Yes = true; [Coroutine({arguments})] static void M(Yield<int> yield) {{ yield(1); }} }}");
        Assert.Equal(id, Assert.Single(await Project.Analyze(run.Output)).Id);
    }

    [Theory]
    [InlineData("partial class C { [Coroutine(Saveable = true)] static void M<T>(T value, Yield<int> yield) { yield(1); } }")]
    [InlineData("partial class C<T> { [Coroutine(Saveable = true)] static void M(Yield<int> yield) { yield(1); } }")]
    public async Task A_generic_coroutine_is_refused(string source)
    {
        var found = Assert.Single(await Project.Analyze(Project.Run(source).Output));
        Assert.Equal("CORO4018", found.Id);
        Assert.StartsWith("(", found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_label_that_names_nothing_is_said()
    {
        var run = Project.Run("partial class C { [Coroutine] static void M(Yield<int> yield) { First: yield(1); Again: yield(2); if (yield is null) goto Again; } }"
            .Replace(" if (yield is null)", " "));
        var found = Assert.Single(await Project.Analyze(run.Output));
        Assert.Equal("CORO4019", found.Id);
        Assert.Contains("'First'", found.GetMessage(null), StringComparison.Ordinal);
        Assert.DoesNotContain("NotSupportedException", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_that_name_points_are_no_warnings()
    {
        var run = Project.Run("partial class C { [Coroutine(Saveable = true)] static void M(Yield<int> yield) { First: yield(1); Vain: int n = 2; yield(n); } }").Compiles();
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        var found = (await run.Output.WithAnalyzers([new PointLabelSuppressor()], options).GetAllDiagnosticsAsync()).Where(d => d.Id == "CS0164" && d.Location.SourceTree == run.Output.SyntaxTrees.First());
        Assert.Equal(["First True", "Vain False"], found.Select(d => $"{d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan)} {d.IsSuppressed}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_called_like_the_members_still_compiles()
        => Project.Run("""
            partial class C
            {
                [Coroutine(Saveable = true)] static void Save(int Frame, Yield<int> yield) { int Names = Frame; void Add() => Names++; yield(Names); Add(); yield(Names + 1); }
                [Coroutine(Saveable = true)] static int Restore(int to, int point, int depth, int from, Yield<int, int> yield) { int writer = yield(to); int f = yield(from); return point + f + writer; }
                [Coroutine(Saveable = true)] static void Kind(string @class, int Point1, Yield<string> yield) { yield(@class); yield(@class + Point1); }
                [Coroutine(Saveable = true)] static (int A, string B) Tuples((int X, (string Y, int Z) W) p, Yield<(int, string)> yield) { yield((p.X, p.W.Y)); return (p.W.Z, "a"); }
                [Coroutine(Saveable = true)] static void Nothing(Yield<int> yield) { yield(1); }
                [Coroutine(Saveable = true)] static void Consumer(Receive<string> receive) { receive(); string got = receive.Invoke(); Second: receive(); }
                [Coroutine(Saveable = true)] static int Folded(int n, Yield<int> yield) { yield(n); if (n == 0) return 0; int got = yield.From(Folded(n - 1)); return got; }
                [Coroutine(Saveable = true, Forkable = true)] static void Both(string s, Yield<char> yield) { foreach (char c in s) yield(c); }
            }
            """).Compiles();

    [Fact]
    public void What_is_generated_is_CSharp_9()
        => Project.Run(Project.Compile(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp9, Project.Usings + """
            partial class C
            {
                [Coroutine(Saveable = true)]
                static int M(List<int> a, string[] c, Yield<int, int> yield)
                {
                    int n = 0;
                    void Add(int k) { n += k; }
                    try { foreach (int x in a) { yield(x); foreach (var s in c) { int got = yield(s.Length); Add(got); yield(n); if (n > 9) return n; } } }
                    finally { yield(n + 1); yield(n + 2); }
                    return c.Length;
                }
            }
            """)).Compiles();

    [Theory]
    [InlineData("[Coroutine(Saveable = true), [|SavedVariable(\"n\", Default = \"one\")|]] static void M(int n, Yield<int> yield) { yield(1); yield(n); }")]
    [InlineData("[[|Coroutine(Saveable = true, Migrate = \"Fix\")|]] static void M(int n, Yield<int> yield) { yield(1); yield(n); }")]
    public async Task CORO4110_stands_at_what_is_said(string method)
    {
        var marked = MarkedSource.Parse(Project.Usings + $"partial class C {{ {method} }}");
        var found = Assert.Single(await Project.Analyze(Project.Run(Project.Compile(marked.Text)).Output));
        Assert.Equal(("CORO4110", Assert.Single(marked.Spans)), (found.Id, found.Location.SourceSpan));
    }

    [Fact]
    public void EachHasAnExample()
    {
        var examples = Refusals.Select(row => (string)((object[])row)[0])
            .Concat(["CORO4017", "CORO4018", "CORO4019", "CORO4020", "CORO4110"]).ToHashSet();
        var descriptors = typeof(CoroutineGenerator).Assembly.GetType("CoroutineGen.Generator.Diagnostics.SaveDiagnostics")!
            .GetFields().Select(f => ((DiagnosticDescriptor)f.GetValue(null)!).Id);
        Assert.Empty(descriptors.Except(examples));
    }

    private static string Host(string members, bool isSaveable)
        => LoweringTests.Host(Others + members).Replace(" [Coroutine]  ", isSaveable ? " [Coroutine(Saveable = true)] " : " [Coroutine] ");
}
