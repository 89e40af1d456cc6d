using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Xunit;

namespace CoroutineGen.Generator.Tests.Diagnostics;

/// <summary>
/// A coroutine with an error of the user's is a stub, wherever in it the error stands, so that nothing of it is copied and seen twice.
/// Of few coroutines the compiler is asked one by one, of many in another way: so each is tried alone, and as the last of many.
/// </summary>
public sealed class UserErrorTests
{
    /// <summary>More than are asked for one by one.</summary>
    private const int Others = 20;

    public static TheoryData<string, string> Errors => new()
    {
        // In the declaration.
        { "CS0246", "[Coroutine] public static void M(Missing x, Yield<int> yield) { yield(1); }" },
        { "CS0246", "[Coroutine] public static Missing M(Yield<int> yield) { yield(1); return default!; }" },
        { "CS1503", "[Coroutine, Obsolete(1)] public static void M(Yield<int> yield) { yield(1); }" },
        { "CS0592", "[Coroutine] public static void M([Flags] int x, Yield<int> yield) { yield(1); }" },
        { "CS0592", "[Coroutine] public static void M([Flags] Yield<int> yield) { yield(1); }" },
        { "CS0182", "static string s = \"\"; [Coroutine, Obsolete(s)] public static void M(Yield<int> yield) { yield(1); }" },
        { "CS0592", "[Coroutine, Flags] public static void M(Yield<int> yield) { yield(1); }" },
        { "CS1750", "[Coroutine] public static void M(Yield<int> yield, int x = \"one\") { yield(1); }" },
        { "CS0103", "[Coroutine] public static void M(Yield<int> yield, int x = undefined) { yield(1); }" },
        { "CS0453", "[Coroutine] public static void M(Nullable<string> x, Yield<int> yield) { yield(1); }" },
        { "CS0051", "private class P { } [Coroutine] public static void M(List<P> x, Yield<int> yield) { yield(1); }" },
        { "CS0107", "[Coroutine] public private static void M(Yield<int> yield) { yield(1); }" },
        { "CS0453", "[Coroutine] public static void M(Nullable<MCoroutine> x, Yield<int> yield) { yield(1); }" },
        // In the text of the body.
        { "CS1002", "[Coroutine] public static void M(Yield<int> yield) { yield(1) }" },
        { "CS1029", "[Coroutine] public static void M(Yield<int> yield)\n{\n#error stop\nyield(1); }" },
        // In what the body declares.
        { "CS1503", "[Coroutine] public static void M(Yield<int> yield) { yield(F()); [Obsolete(1)] static int F() => 1; }" },
        { "CS0592", "[Coroutine] public static void M(Yield<int> yield) { yield(F(1)); static int F([Flags] int x) => x; }" },
        { "CS1750", "[Coroutine] public static void M(Yield<int> yield) { yield(F()); static int F(int x = \"one\") => x; }" },
        { "CS1503", "[Coroutine] public static void M(Yield<int> yield) { Func<int> f = [Obsolete(1)] () => 1; yield(f()); }" },
        { "CS0592", "[Coroutine] public static void M(Yield<int> yield) { Func<int, int> f = ([Flags] int x) => x; yield(f(1)); }" },
        { "CS1763", "[Coroutine] public static void M(Yield<int> yield) { var f = (object x = \"one\") => 1; yield(f()); }" },
        { "CS0128", "[Coroutine] public static void M(Yield<int> yield) { int i = 1; int i = 2; yield(i); }" },
        { "CS0136", "[Coroutine] public static void M(Yield<int> yield) { int i = 1; while (i > 0) { int i = 2; yield(i); } }" },
        // In what it means.
        { "CS0103", "[Coroutine] public static void M(Yield<int> yield) { Func<int> f = () => undefined; yield(f()); }" },
        { "CS1503", "[Coroutine] public static void M(Yield<int> yield) { yield(\"one\"); }" },
        { "CS0103", "[Coroutine] public static void M(Yield<int> yield) { yield(1); return; undefined(); }" },
        { "CS0159", "[Coroutine] public static void M(Yield<int> yield) { yield(1); goto nowhere; }" },
        // Seen by flow analysis only.
        { "CS0165", "[Coroutine] public static void M(bool b, Yield<int> yield) { int i; if (b) i = 1; yield(i); }" },
        { "CS0165", "[Coroutine] public static void M(Yield<int> yield) { yield(1); Func<int> f = () => { int i; return i; }; f(); }" },
        { "CS0161", "[Coroutine] public static int M(bool b, Yield<int> yield) { yield(1); if (b) return 1; }" },
        { "CS0161", "[Coroutine] public static void M(Yield<int> yield) { yield(F(true)); static int F(bool b) { if (b) return 1; } }" },
        { "CS0163", "[Coroutine] public static void M(int x, Yield<int> yield) { switch (x) { case 1: yield(1); case 2: break; } }" },
        { "CS0177", "[Coroutine] public static void M(Yield<int> yield) { F(out int i); yield(i); static void F(out int x) { } }" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task IsSeenOnce(string id, string member)
    {
        string source = Project.Usings + "static partial class C { " + member + " static void Use() { } }";
        await Check(id, [source]);
        var others = Enumerable.Range(0, Others).Select(i => Project.Usings
            + $"static partial class D{i} {{ [Coroutine] public static void Good(DateTime x, Yield<int> yield) {{ yield(x.Day); }} }}");
        await Check(id, [.. others, source]);
    }

    [Fact]
    public void NamesOfGeneratedClassesAreNoErrors()
    {
        var sources = Enumerable.Range(0, Others).Select(i => Project.Usings + $"static partial class D{i} {{"
            + $"[Coroutine] public static void Go(D{i / 2}.GoCoroutine inner, Yield<int> yield) {{ yield(inner.Current); }} }}");
        var run = Project.Run(Project.Compile([.. sources])).Compiles();
        Assert.DoesNotContain("NotSupportedException", run.Text, StringComparison.Ordinal);
    }

    private static async Task Check(string id, string[] sources)
    {
        var run = Project.Run(Project.Compile(sources));
        var generated = run.Files.Select(f => f.SyntaxTree).ToHashSet();
        var error = Assert.Single(run.Errors, e => !generated.Contains(e.Location.SourceTree!));
        Assert.Equal(id, error.Id);
        Assert.Empty(run.Diagnostics);
        // What the signature says the stub has to repeat; of the body nothing.
        Assert.All(run.Errors, e => Assert.Equal(id, e.Id));
        var stub = Assert.Single(run.Files, f => f.HintName.StartsWith("C.", StringComparison.Ordinal));
        Assert.Contains("NotSupportedException", stub.SourceText.ToString(), StringComparison.Ordinal);
        Assert.All(run.Files, f => Assert.Equal(f.HintName == stub.HintName, f.SourceText.ToString().Contains("NotSupportedException")));
        Assert.Empty(await Project.Analyze(run.Output));
    }
}
