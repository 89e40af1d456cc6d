using System.Globalization;

namespace CoroutineGen.Generator.Tests.Scale;

/// <summary>A program of any size: the same thing n times, in a row or within itself.</summary>
/// <param name="Name">What there are n of.</param>
/// <param name="Size">The smaller size.</param>
/// <param name="Factor">How much larger the other is.</param>
/// <param name="Files">The program of a size.</param>
internal sealed record Shape(string Name, int Size, int Factor, Func<int, string[]> Files)
{
    public static readonly Shape[] All =
    [
        Row("statements that yield", n => Repeat(n, "yield(#); ")),
        Row("locals", n => Repeat(n, "int v# = yield(#); yield(v#); ")),
        Row("statements that are copied", n => "yield(0); " + Repeat(n, "G(#); ") + "yield(1);"),
        Row("else-ifs that yield", n => "int a = yield(0); " + Repeat(n, "if (a == #) yield(#); ", "else ")),
        Row("else-ifs that are copied", n => "int a = yield(0); " + Repeat(n, "if (a == #) a = #; ", "else ") + "yield(a);"),
        Row("cases that yield", n => "int a = yield(-1); switch (a) { " + Repeat(n, "case #: yield(#); break; ") + "}"),
        Row("arms that yield", n => "int a = yield(0); a = a switch { " + Repeat(n, "# => yield(#), ") + "_ => 1 }; yield(a);"),
        Row("terms, the last of which yields", n => "int a = yield(0); yield(" + Repeat(n, "a", " + ") + " + yield(1));"),
        Row("terms that yield", n => "yield(" + Repeat(n, "yield(#)", " + ") + ");"),
        Row("terms of &&", n => "bool b = " + Repeat(n, "yield(#) > 0", " && ") + ";"),
        Row("terms of ||", n => "if (" + Repeat(n, "yield(#) > 0", " || ") + ") yield(1);"),
        Row("strings", n => "string s = \"\" + yield(0) + " + Repeat(n, "\"a#\" + yield(#)", " + ") + ";"),
        Row("calls in a chain", n => "var h = H" + Repeat(n, ".A(#)") + ".A(yield(1));"),
        Row("calls in a chain that yield", n => "var h = H" + Repeat(n, ".A(yield(#))") + ";"),
        Row("elements", n => "int a = yield(0); var l = new int[] { " + Repeat(n, "G(a)", ", ") + ", yield(1) };"),
        Row("elements that yield", n => "var l = new int[] { " + Repeat(n, "yield(#)", ", ") + " };"),
        Row("holes", n => "string s = $\"" + Repeat(n, "{yield(#)}") + "\";"),
        Async("holes of an async string", n => "string s = $\"" + Repeat(n, "{await yield(#)}{H}{G(#)}") + "\";"),
        Async("holes behind the yield of an async string", n => "string s = $\"{await yield(1)}" + Repeat(n, "{G(#)}") + "{H}{H}\";"),
        Row("labels", n => Repeat(n, "L#: if (yield(#) > 3) goto L#; ")),
        Row("labels that name nothing", n => Repeat(n, "L#: yield(#); ")),
        Row("closures", n => "int a = yield(0); " + Repeat(n, "Func<int> f# = () => a + #; yield(f#()); ")),
        Row("try statements", n => Repeat(n, "try { yield(#); } finally { G(#); } ")),
        Row("foreach statements", n => Repeat(n, "foreach (var x in X) yield(x); ")),
        Row("using statements", n => Repeat(n, "using (D) yield(#); ")),
        Saved("points in a loop that is saved", n => "foreach (int x in A) { " + Repeat(n, "yield(#); ") + "}"),
        Saved("loops that are saved", n => Repeat(n, "foreach (int x# in A) yield(x#); ")),
        Saved("cases of a switch that is saved", n => "int a = yield(-1); switch (a) { "
            + Repeat(n, "case int c# when c# == #: { int F# () => c#; int got = yield(#); c# += got + F#(); break; } ") + "}"),
        new("coroutines in a file", 100, 10, n => ["using CoroutineGen; static partial class C { " + Repeat(n, Loop) + "}"]),
        new("coroutines in files", 100, 10, n => [.. Enumerable.Range(0, n).Select(i
            => "using CoroutineGen; static partial class C# { ".Replace("#", Number(i), StringComparison.Ordinal) + Repeat(1, Loop) + "}")]),
        Nested("try", n => Within(n, "try { yield(#); ", "} finally { G(#); } ")),
        Nested("try whose finally yields", n => Within(n, "try { yield(#); ", "} finally { yield(#); } ")),
        Nested("try whose catch yields", n => Within(n, "try { yield(#); ", "} catch (Exception e#) { yield(#); } ")),
        Nested("foreach", n => Within(n, "foreach (var x# in X) { yield(x#); ", "} ")),
        Nested("blocks", n => Within(n, "{ int a# = yield(#); ", "yield(a#); } ")),
        Nested("lambdas", n => "int a = yield(0); " + Within(n, "Func<int> f# = () => { ", "return a; }; ", "a++; ") + "yield(f0());"),
        Nested("loops", n => Within(n, "while (yield(#) > 0) { ", "} ")),
        Nested("yields", n => "int a = " + Within(n, "yield(1 + ", ")", "2") + ";"),
    ];

    private const string Loop = "[Coroutine] public static void M#(int p, Yield<int> yield) { for (int i = 0; i < p; i++) yield(i); } ";

    public override string ToString() => Name;

    private static Shape Row(string name, Func<int, string> body) => new(name, 100, 10, n => [Program(body(n))]);

    private static Shape Saved(string name, Func<int, string> body)
        => new(name, 100, 10, n => [Program(body(n)).Replace("[Coroutine] public static void M(", "[Coroutine(Saveable = true)] public static void M(List<int> A, ", StringComparison.Ordinal)]);

    private static Shape Async(string name, Func<int, string> body)
        => new(name, 100, 10, n => [Program(body(n)).Replace("static void M(Yield<", "static async System.Threading.Tasks.Task M(AsyncYield<", StringComparison.Ordinal)]);

    private static Shape Nested(string name, Func<int, string> body) => new("nested " + name, 30, 2, n => [Program(body(n))]);

    private static string Program(string body) => $$"""
        using System; using System.Collections.Generic; using CoroutineGen;
        class Chain { public Chain A(int x) => this; }
        static partial class C
        {
            static int G(int x) => x; static Chain H = new(); static List<int> X = new(); static IDisposable D = null!;
            [Coroutine] public static void M(Yield<int, int> yield) { {{body}} }
        }
        """;

    private static string Repeat(int n, string text, string between = "")
        => string.Join(between, Enumerable.Range(0, n).Select(i => text.Replace("#", Number(i), StringComparison.Ordinal)));

    private static string Within(int n, string open, string close, string inner = "yield(1); ")
        => Repeat(n, open) + inner + string.Concat(Enumerable.Range(0, n).Reverse().Select(i => close.Replace("#", Number(i), StringComparison.Ordinal)));

    private static string Number(int i) => i.ToString(CultureInfo.InvariantCulture);
}
