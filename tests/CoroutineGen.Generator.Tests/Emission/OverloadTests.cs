using System.Text;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace CoroutineGen.Generator.Tests.Emission;

/// <summary>
/// The step is an overload of the user's own name, and yet no call of his may see it: each binds to what it binds to where nothing is
/// generated.
/// </summary>
public sealed class OverloadTests
{
    /// <summary>Coroutines of each shape of step: with variables and without, pure, guarded, protected, delegating, folded, flat.</summary>
    private static readonly string[] Bodies =
    [
        "void M(Yield<int> yield) { yield(1); yield(2); }",
        "void M(Yield<int, int> yield) { int n = yield(1); System.Console.WriteLine(n); yield(n); }",
        "string M(Yield<int, string> yield) { try { return yield(1); } finally { System.Console.WriteLine(); } }",
        "void M(Receive<int> yield) { System.Console.WriteLine(yield()); }",
        "void M(Yield<dynamic> yield) { yield(1); }",
        "int M(Yield<int> yield) { yield.From(new[] { 1 }); return 1; }",
        "int M(int depth, Yield<int> yield) { yield(depth); return depth == 0 ? 1 : yield.From(M(depth - 1)); }",
        "void M<T>(T item, Yield<T> yield) { yield(item); yield(item); }",
    ];

    private static readonly string[] Overloads =
    [
        "object a, int b", "string a, int point", "object f, int current, int point", "object f, object current, object result, int point",
        "object a = null, int b = 2, int c = 3, int d = 4", "params object[] all", "int a, params int[] rest", "ref int f, ref int current, int point",
        "ref object f, ref int current, ref object result, int point", "out int a, int b", "in int a, in int b, int c", "dynamic a, int b",
        "System.Func<int, int> a, int b", "System.ValueType a, int b, int c", "System.ReadOnlySpan<int> a, int b", "int? a, int? b, int? c",
    ];

    private static readonly string[] GenericOverloads =
    [
        "<T>(T a, int b)", "<T>(ref T a, int b)", "<T>(ref T a, ref int b, int c)", "<T>(T a, T b, T c)", "<T, U>(ref T a, ref U b, int c)",
        "<T>(System.Func<T, int> a, int b)", "<T>(params T[] a)", "<T>(T a = default, int b = 1, int c = 1) where T : struct",
    ];

    private static readonly string[] Calls =
    [
        "M(null, 1)", "M(null, 1, 2)", "M(null, null, null, 1)", "M(default, 1)", "M(default, default, 1)", "M(default, default, default)",
        "M(null, point: 1)", "M(f: null, current: 1, point: 2)", "M(point: 1, f: null, current: default)", "M(f: default, current: 2, result: null, point: 3)",
        "M(b: 1, a: null)", "M(new object(), 3)", "M(\"\", 3)", "M(1)", "M(1, 2)", "M(1, 2, 3)", "M(1, 2, 3, 4)", "M(x, y)", "M(ref x, 1)",
        "M(ref x, ref y, 1)", "M(ref o, ref y, ref o, 1)", "M(ref o, ref y, 1)", "M(out x, 1)", "M(out int z, 1)", "M(out var w, 1)", "M(out _, 1)",
        "M(in x, in y, 1)", "M(d, 1)", "M(d, d)", "M(d, 1, 2)", "M(d, d, d, d)", "M(ref d, ref y, 1)", "M(n => n, 1)", "M((int n) => n, 1)", "M(new int[0], 1)",
        "M(new[] { 1 }, null)", "M((x, y), 1)", "M(throw null, 1)", "M(x > 1 ? null : o, 1)", "M(x switch { 1 => null, _ => o }, 1)", "M(new(), 1)",
        "M(new(), 1, 2)", "M<int>(1, 2)", "M<int>(ref x, 1)", "M<int>(ref x, ref y, 1)", "M<int>(default, 1)", "M<object>(null, 1)", "M<object>(ref o, ref y, 1)",
        "M<int, int>(ref x, ref y, 1)", "M([1, 2], 3)", "M(stackalloc[] { 1 }, 3)", "M(M, 1)", "M(nameof(M), 1)", "M(typeof(C), 1, 2)",
        "((System.Action<object, int>)M)(null, 1)", "new System.Action<object, int>(M)(null, 2)", "((System.Func<object, int, string>)M)(null, 1)",
        "new Ref<int>(M)(ref x, ref y, 1)", "new Ref<object>(M)(ref o, ref y, 1)", "Take(M)", "Pass(M)", "nameof(M)",
    ];

    [Theory]
    [InlineData("static ")]
    [InlineData("")]
    public void Every_call_binds_to_what_it_bound_to(string modifier)
    {
        int compared = 0;
        int bound = 0;
        var wrong = new List<string>();
        foreach (string body in Bodies)
        {
            foreach (string group in Groups())
            {
                var project = Project.Compile(Program(modifier, body, group));
                var output = Project.Run(project).Output;
                Assert.True(output.SyntaxTrees.Count() > 1, body);
                // The factory stays: only it is meant to be seen.
                var without = project.AddSyntaxTrees(Project.Parse(Factory(modifier, body), "/src/Factory.cs"));
                string[] before = Symbols(without);
                string[] after = Symbols(output);
                Assert.Equal(before.Length, after.Length);
                for (int i = 0; i < before.Length; i++)
                {
                    compared++;
                    if (!before[i].EndsWith("error", StringComparison.Ordinal))
                        bound++;
                    if (before[i] != after[i])
                        wrong.Add($"{body} beside {group}\n  {before[i]}\n  {after[i]}");
                }
            }
        }
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {compared}:\n" + string.Join("\n", wrong.Take(20)));
        Assert.InRange(bound, 1000, compared);
    }

    /// <summary>Each overload alone, and all of them at once.</summary>
    private static IEnumerable<string> Groups()
    {
        string[] all = [.. Overloads.Select(o => $"({o})"), .. GenericOverloads];
        return all.Append(string.Join(";", all));
    }

    private static string Program(string modifier, string body, string overloads)
    {
        var text = new StringBuilder("""
            using CoroutineGen;
            delegate void Ref<T>(ref T a, ref int b, int c);
            partial class C
            {

            """);
        text.AppendLine($"    [Coroutine] {modifier}{body}");
        foreach (string overload in overloads.Split(';'))
        {
            string clause = overload.Contains(" where ", StringComparison.Ordinal) ? overload[overload.IndexOf(" where ", StringComparison.Ordinal)..] : "";
            string head = clause.Length > 0 ? overload[..^clause.Length] : overload;
            text.AppendLine($"    {modifier}string M{head}{clause} => throw null;");
        }
        text.AppendLine("    static void Take(System.Func<object, int, string> f) { }\n    static void Pass<T>(System.Func<T, int, string> f) { }");
        text.AppendLine("    void Use(int x, int y, object o, dynamic d)\n    {");
        foreach (string call in Calls)
            text.AppendLine($"        {{ var used = {call}; }}");
        return text.AppendLine("    }\n}").ToString();
    }

    private static string Factory(string modifier, string body)
    {
        string head = body[..body.IndexOf('{', StringComparison.Ordinal)];
        string parameters = head[(head.IndexOf('M', StringComparison.Ordinal) + 1)..].Trim();
        int yield = new[] { "Yield<", "Receive<" }.Select(w => parameters.LastIndexOf(w, StringComparison.Ordinal)).Max();
        string kept = parameters[..yield].TrimEnd(' ', ',') + ")";
        string generic = parameters.StartsWith('<') ? "<T>" : "";
        return $"partial class C {{ {modifier}MCoroutine{generic} M{kept} => throw null; class MCoroutine{generic} {{ }} }}";
    }

    private static string[] Symbols(Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.First(t => t.ToString().Contains("void Use(", StringComparison.Ordinal));
        var model = compilation.GetSemanticModel(tree);
        var use = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single(m => m.Identifier.ValueText == "Use");
        var errors = model.GetDiagnostics(use.Span).Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Location.SourceSpan).ToArray();
        return [.. use.DescendantNodes().OfType<EqualsValueClauseSyntax>().Select(value => $"{value.Value}: {Bound(value.Value, model)}"
            + (errors.Any(e => value.Span.IntersectsWith(e)) ? " error" : ""))];
    }

    private static string Bound(ExpressionSyntax call, SemanticModel model)
    {
        var inner = call.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Where(n => n.Identifier.ValueText == "M");
        return string.Join(" ", new[] { call }.Concat(inner).Select(node => model.GetSymbolInfo(node).Symbol).OfType<IMethodSymbol>());
    }
}
