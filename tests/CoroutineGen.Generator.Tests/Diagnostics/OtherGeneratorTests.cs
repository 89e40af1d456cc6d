using System.Runtime.Loader;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CoroutineGen.Generator.Tests.Diagnostics;

/// <summary>
/// Bodies that use what another generator makes. They work wherever the code can stay as it is, and say "write the type explicitly" where it cannot; a name
/// that is merely wrong is still seen once.
/// </summary>
public sealed class OtherGeneratorTests
{
    /// <summary>Bodies of a method "string M(Yield&lt;int, int&gt; yield)" of a class to which the other generator adds.</summary>
    [Theory]
    [InlineData("yield(Count); yield(this.Count + 1); return $\"{Count}\";")]
    [InlineData("int n = Count; Count = yield(n); this.Count = yield(Count); return $\"{n} {Count}\";")]
    [InlineData("if (Count > 2) yield(Count); while (Count-- > 1) yield(Twice(Count)); return BaseName;")]
    [InlineData("int twice = Twice(Count); yield(twice); return $\"{twice}{yield(1)}{BaseName}\";")]
    [InlineData("Made made = new Made(); made.N += 2; yield(made.N); return $\"{made.N} {made.Items.Count}\";")]
    [InlineData("var made = new Made(); return $\"{made.N}\" + yield(made.N);")]
    [InlineData("int sum = 0; foreach (int n in new Made().Items) sum += n; yield(sum); Func<int> f = () => sum + Count; yield(f()); return BaseName;")]
    [InlineData("try { yield(Count); } catch (Exception e) when (e.Message.Length > Count) { yield(Twice(1)); } finally { Count++; } return BaseName;")]
    [InlineData("int n = yield(1) + Count; switch (Count) { case 3: yield(n); break; default: yield(4); break; } return yield(5) > 1 ? BaseName : \"no\";")]
    [InlineData("List<Made> list = new() { new Made() }; yield(list.Count); Made made = list[0]; yield(made.N); return $\"{made.N} {list.Count}\";")]
    public async Task WorkWhereTheCodeStaysAsItIs(string body)
    {
        var output = Run(Source("partial", body), out var diagnostics);
        Assert.Empty(diagnostics);
        Assert.Empty(output.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        Assert.Empty((await Project.Analyze(output)).Where(d => d.Severity == DiagnosticSeverity.Error));
        var both = Trace(output);
        Assert.NotEmpty(both[0]);
        Assert.Equal(both[0], both[1]);
    }

    [Theory]
    [InlineData("[|var|] n = Count; yield(n); return $\"{n}\";", "write its type explicitly")]
    [InlineData("return $\"{[|Count|] + yield(1)}\";", "keep it in a variable whose type is written out")]
    [InlineData("foreach (int n in new Made().Items) [|yield(n)|]; return BaseName;", "this foreach loop")]
    [InlineData("return $\"{Twice([|yield(1)|])}\";", "a call that does not bind")]
    [InlineData("Count += [|yield(1)|]; return BaseName;", "this expression")]
    public async Task SayWhereATypeIsNeeded(string body, string words)
    {
        var marked = MarkedSource.Parse(Source("partial", body));
        var output = Run(marked.Text, out var diagnostics);
        Assert.Empty(diagnostics);
        Assert.Empty(output.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var found = Assert.Single(await Project.Analyze(output));
        Assert.Equal("CORO2012", found.Id);
        Assert.Contains(words, found.GetMessage(null), StringComparison.Ordinal);
        Assert.Equal(Assert.Single(marked.Spans), found.Location.SourceSpan);
    }

    [Theory]
    [InlineData("static partial class C { [Coroutine] public static void M(Yield<int> yield) { yield(Cuont); } }")]
    [InlineData("static partial class C { [Coroutine] public static void M(Yield<int> yield) { yield(Math.Mxa(1, 2)); } }")]
    [InlineData("static partial class C { [Coroutine] public static void M(string s, Yield<int> yield) { yield(s.Lenght); } }")]
    [InlineData("static partial class C { [Obsolete, Coroutine] public static void M(Yield<int> yield) { Lisst<int> list = new(); yield(1); } }")]
    [InlineData("[Other.AutoProperty] partial class D { } static partial class C { [Coroutine] public static void M(Yield<int> yield) { yield(Cuont); } }")]
    [InlineData("[Other.AutoProperty] partial class C { [Coroutine] public static void M(string s, Yield<int> yield) { yield(s.Lenght); } }")]
    public async Task AMistypedNameIsSeenOnce(string source)
    {
        var output = Run(Project.Usings + source + AutoProperty.Attribute, out var diagnostics);
        Assert.Empty(diagnostics);
        Assert.Equal("/src/File1.cs", Assert.Single(output.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error).Location.GetLineSpan().Path);
        Assert.Empty(await Project.Analyze(output));
    }

    [Fact]
    public async Task AMistypedNameWhoseTypeIsNeededIsSeenOnceAsWell()
    {
        var output = Run(Source("partial", "var n = Cuont; yield(n); return $\"{n}\";"), out _);
        Assert.Equal("CS0103", Assert.Single(output.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error).Id);
        Assert.Empty(await Project.Analyze(output));
    }

    /// <summary>What is given for the above: where a generator may well add the name, both the method and its copy say that it did not, on one line.</summary>
    [Fact]
    public void AMistypedMemberOfATypeThatAGeneratorAddsToIsSeenTwiceOnItsLine()
    {
        var output = Run(Source("partial", "yield(Cuont); return BaseName;"), out _);
        var errors = output.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        Assert.All(errors, e => Assert.Equal("CS0103", e.Id));
        Assert.Equal(2, errors.Count);
        Assert.Single(errors.Select(e => (e.Location.GetMappedLineSpan().Path, e.Location.GetMappedLineSpan().StartLinePosition.Line)).Distinct());
    }

    /// <summary>Where no analyzer runs, nobody could tell an error of the user's from code that is still to come: so a stub is always an error.</summary>
    [Fact]
    public void DoNotBuildAsStubsWithoutAnalyzers()
    {
        Run(Source("partial", "var n = Count; yield(n); return $\"{n}\";"), out var diagnostics, BuildProperties.WithoutAnalyzers);
        Assert.Equal("CORO2012", Assert.Single(diagnostics).Id);
        const string elsewhere = "static partial class C { [Coroutine] public static int M(Yield<int> yield) { yield(1); return Elsewhere.Made(); } }";
        Run(Project.Usings + elsewhere, out diagnostics, BuildProperties.WithoutAnalyzers);
        Assert.Equal("CORO2090", Assert.Single(diagnostics).Id);
    }

    private static string Source(string modifiers, string body) => Project.Usings + $$"""
        [Other.AutoProperty]
        public {{modifiers}} class Host
        {
            [Coroutine]
            public string M(Yield<int, int> yield)
            {
                {{body}}
            }

            public static string Push()
            {
                var trace = new List<string>();
                int answer = 10;
                return new Host().M(value => { trace.Add($"{value}"); return answer++; }) + "|" + string.Join(",", trace);
            }

            public static string Pull()
            {
                var trace = new List<string>();
                int answer = 10;
                var coroutine = new Host().M();
                for (bool more = coroutine.MoveNext(); more; more = coroutine.TrySend(answer++))
                    trace.Add($"{coroutine.Current}");
                return coroutine.Result + "|" + string.Join(",", trace);
            }
        }
        """ + AutoProperty.Attribute;

    private static Compilation Run(string source, out IReadOnlyList<Diagnostic> diagnostics, BuildProperties? properties = null)
    {
        var compilation = Project.Compile(source);
        var driver = Drivers.Of(compilation, properties ?? BuildProperties.Build, new CoroutineGenerator(), new AutoProperty());
        var run = GeneratorRun.Of(driver, compilation);
        diagnostics = run.Diagnostics;
        return run.Output;
    }

    private static string[] Trace(Compilation output)
    {
        using var image = new MemoryStream();
        Assert.True(output.Emit(image).Success);
        image.Position = 0;
        var context = new AssemblyLoadContext("other", isCollectible: true);
        var host = context.LoadFromStream(image).GetType("Host")!;
        string[] traces = [(string)host.GetMethod("Push")!.Invoke(null, null)!, (string)host.GetMethod("Pull")!.Invoke(null, null)!];
        context.Unload();
        return traces;
    }
}
