using System.Text;

namespace CoroutineGen.Generator.Tests.Deep;

/// <summary>Coroutines whose syntax is nested, or long, as no person writes them, but a program may.</summary>
internal static class DeepShapes
{
    /// <summary>Each as an expression or a statement, of a number of parts; a part says where it stands.</summary>
    private static readonly Dictionary<string, Func<int, Func<int, string>, string>> Shapes = new()
    {
        ["calls"] = (n, part) => $"b{Repeat(n, i => $".Add({part(i)})")}.Ignore();",
        ["members"] = (n, part) => $"b.Set({part(0)})._{Repeat(n, _ => ".Self")}.Ignore();",
        ["elements"] = (n, part) => $"b{Repeat(n, i => $"[{part(i)}]")}.Ignore();",
        ["terms"] = (n, part) => $"int v = {Join(n, " + ", part)};",
        ["concatenation"] = (n, part) => $"string v = \"\" + {Join(n, " + ", i => $"\"a{i}\" + {part(i)}")};",
        ["ands"] = (n, part) => $"bool v = {Join(n, " && ", i => $"x < {part(i)}")};",
        ["else-ifs"] = (n, part) => $"{Join(n, " else ", i => $"if (x == {part(i)}) x = {i};")}",
        ["array"] = (n, part) => $"int[] v = new int[] {{ {Join(n, ", ", part)} }};",
        ["list"] = (n, part) => $"var v = new List<int> {{ {Join(n, ", ", part)} }};",
        ["collection"] = (n, part) => $"int[] v = [{Join(n, ", ", part)}];",
        ["tuple-args"] = (n, part) => $"Many({Join(n, ", ", part)});",
        ["patterns"] = (n, part) => $"bool v = x + {part(0)} is {Join(n, " or ", i => i.ToString(Invariant))};",
        ["interpolation"] = (n, part) => $"string v = $\"{Repeat(n, i => $"a{{{part(i)}}}")}\";",
        ["cases"] = (n, part) => $"switch (x) {{ {Repeat(n, i => $"case {i}: x = {part(i)}; break; ")} }}",
        ["arms"] = (n, part) => $"int v = x switch {{ {Repeat(n, i => $"{i} => {part(i)}, ")} _ => 0 }};",
        ["statements"] = (n, part) => Repeat(n, i => $"x = {part(i)};"),
        ["locals"] = (n, part) => Repeat(n, i => $"int v{i} = {part(i)}; x += v{i};"),
        ["parentheses"] = (n, part) => $"int v = {new string('(', n)}{part(0)}{new string(')', n)};",
        ["blocks"] = (n, part) => $"{new string('{', n)} x = {part(0)}; {new string('}', n)}",
        ["coalescing"] = (n, part) => $"object v = {Join(n, " ?? ", i => $"b.Maybe({part(i)})")};",
        ["conditionals"] = (n, part) => $"int v = {Repeat(n, i => $"x == {i} ? {part(i)} : ")} 0;",
        ["arguments"] = (n, part) => $"int v = {Repeat(n, i => "One(")}{part(0)}{new string(')', n)};",
        ["casts"] = (n, part) => $"int v = {Repeat(n, i => "(int)")}{part(0)};",
        ["ifs"] = (n, part) => $"{Repeat(n, i => $"if (x == {i}) ")} x = {part(0)};",
        ["null-conditional"] = (n, part) => $"var v = b{Repeat(n, i => $"?.Add({part(i)})")};",
        ["lambdas"] = (n, part) => $"Func<int> f0 = () => 1; int v = {Join(n, " + ", i => $"f0() + {part(i)}")};",
        ["nested initializers"] = (n, part) => $"var v = new B {{ {Repeat(n, i => "P = { ")} X = {part(0)} {new string('}', n)} }};",
        ["tries"] = (n, part) => $"{Repeat(n, i => "try { ")} x = {part(0)}; {Repeat(n, i => "} finally { x++; } ")}",
    };

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    public static IEnumerable<string> Names => Shapes.Keys;

    /// <param name="shape">Which.</param>
    /// <param name="parts">How many parts it has.</param>
    /// <param name="yieldEvery">In how many parts a yield stands: in every so many, or 0 for none.</param>
    public static string Source(string shape, int parts, int yieldEvery) => $$"""
        using System;
        using System.Collections.Generic;
        using CoroutineGen;
        public sealed class B
        {
            public B Self => this;
            public B _ => this;
            public B P { get; } = null!;
            public int X { get; set; }
            public B this[int i] => this;
            public B Add(int i) => this;
            public B Set(int i) => this;
            public object? Maybe(int i) => null;
            public void Ignore() { }
        }
        public static partial class C
        {
            public static int One(int i) => i;
            public static void Many(params int[] all) { }
            [Coroutine]
            public static void M(B b, int x, Yield<int, int> yield)
            {
                yield(x);
                {{Shapes[shape](parts, i => yieldEvery > 0 && i % yieldEvery == yieldEvery - 1 ? $"yield({i})" : $"(x + {i})")}}
                yield(x);
            }
        }
        """;

    private static string Repeat(int count, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++)
            text.Append(part(i)).Append(i % 20 == 19 ? "\n" : "");
        return text.ToString();
    }

    private static string Join(int count, string separator, Func<int, string> part)
        => Repeat(count, i => (i == 0 ? "" : separator) + part(i));
}
