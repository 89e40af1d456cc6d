using System.Collections.Immutable;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace CoroutineGen.Generator.Tests.Faults;

/// <summary>Types of an assembly that has an extern alias only: what is generated begins their names with it.</summary>
public sealed class ExternAliasTests
{
    private const string Library = """
        namespace M { public class St { public int V = 4; public string N => "n" + V; public class In<T> { public T V; } } public enum E { A, B } public delegate St Make(E e); }
        public class Top { public int V = 2; public static M.St.In<M.E> Get() => new() { V = M.E.B }; }
        """;

    [Fact]
    public async Task AreNamedByTheirAlias()
    {
        var project = await Build(
            """
            extern alias one;
            using X = one::M.St;
            public static partial class Program
            {
                [Coroutine] public static string A(Yield<string, int> yield) { one::M.St s = new one::M.St { V = 1 }; yield("a"); return s.N; }
                [Coroutine] public static string B(one::M.St s, Yield<string, int> yield) { yield("a"); return s.N; }
                [Coroutine] public static one::M.St C(Yield<one::M.St, int> yield) { var x = new X(); yield(x); return x; }
                [Coroutine] public static int D(Yield<string, int> yield) => F(new one::M.St(), yield("a"));
                [Coroutine] public static int E(Yield<string, int> yield) { var l = new Dictionary<one::M.E, one::M.St.In<one::Top>[]>(); yield("a"); Func<int> f = () => l.Count; var g = one::Top.Get(); return f() + yield("b") + (int)g.V; }
                [Coroutine] public static string G(Yield<string, int> yield) { one::M.Make m = e => new X { V = (int)e }; var t = (m(one::M.E.B), yield("a")); return t.Item1.N; }
                static int F(one::M.St s, int n) => n + s.V;
                public static string Run()
                {
                    var d = D(); d.MoveNext(); d.TrySend(3); var a = A(); a.MoveNext(); a.TrySend(3);
                    return d.Result + a.Result.ToString();
                }
            }
            """);
        Assert.True(project.Problems.IsEmpty, string.Join("\n", project.Problems) + project.Generated);
        Assert.Contains("one::M.St", project.Generated, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AreNamedInAFileThatDoesNotDeclareIt()
    {
        var project = await Build(
            "extern alias one; public static class Use { public static one::M.St Make() => new(); }",
            "public static partial class Program { [Coroutine] public static string A(Yield<string, int> yield) { var s = Use.Make(); yield(\"a\"); return s.N; } }");
        Assert.True(project.Problems.IsEmpty, string.Join("\n", project.Problems) + project.Generated);
    }

    private static Task<FaultProject> Build(params string[] files)
    {
        var library = CSharpCompilation.Create(
            "Library", [CSharpSyntaxTree.ParseText(Library)], AssemblyReferences.OfProjects, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        var reference = MetadataReference.CreateFromImage(ImmutableArray.Create(image.ToArray()), new MetadataReferenceProperties(aliases: ["one"]));
        return FaultProject.Build(
            OutputKind.DynamicallyLinkedLibrary, "", files.Select((text, i) => ($"/src/File{i}.cs", text)), reference);
    }
}
