using System.Globalization;
using System.Text;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace CoroutineGen.Generator.Tests.Caching;

/// <summary>
/// The gate is only right if nobody can tell that it is there: after any edits, what a long-lived driver gives is what a new one gives.
/// COROUTINEGEN_FUZZ=n makes n times as many edits.
/// </summary>
public sealed class GateFuzzTests
{
    private static readonly string[] Fragments =
    [
        "int", "long", "string", "var", "x", "y", "Value", "Twice", "Limit", "First", "(", ")", "{", "}", ";", ",", "=", "=>", "+", "1", "2", "\"a\"",
        "yield(1);", "yield(Other.Limit);", "yield.From(First.Count(2));", "return;", "return 1;", "static ", "public ", "partial ", "const ", "readonly ",
        "// comment\n", "/* c */", "\n", " ", "\n#nullable disable\n", "\n#if X\n", "\n#endif\n", "\n#region r\n", "\n#endregion\n", "field", "get;", "set;",
        "[Coroutine] ", "[Coroutine(ClassName = \"K\")] ", "[Obsolete] ", "class D { }", "struct D { public int X; }", "enum Value { A }", "using System.IO;\n",
        "using static Other;\n", "using Limit = System.Int32;\n", "global using System.Text;\n", "namespace N { class Other { } }", "int Twice(long x) => 1;", "async ", "ref ", "?", "<T>", "T",
    ];

    private static readonly string[] Files =
    [
        """
        using System;
        using CoroutineGen;
        static partial class First
        {
            const int Limit = 4;

            [Coroutine]
            public static void Count(int to, Yield<int> yield)
            {
                for (var i = 0; i < to; i++)
                    yield((int)Other.Twice(i) + Limit);
            }

            static int Plain(int x) { var y = x; return y; }
        }
        """,
        """
        using System;
        using CoroutineGen;
        namespace N
        {
            partial class Second<T>
            {
                public Other? Value { get; set; }

                [Coroutine]
                public string Both(T first, Yield<object?, string> yield)
                {
                    var second = Other.Make(first);
                    try { yield(second); yield(Value); }
                    finally { Console.WriteLine(second); }
                    foreach (var item in First.Count(3))
                        yield(item);
                    return "";
                }
            }
        }
        """,
        """
        class Other
        {
            public static int Twice(int x) { return x + x; }
            public static T Make<T>(T x) => x;
            public const int Limit = 10;
            public int Property { get { return 1; } set { } }
        }
        """,
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void LongLivedDriverEqualsAFreshOne(int seed)
    {
        int edits = 60 * int.Parse(Environment.GetEnvironmentVariable("COROUTINEGEN_FUZZ") ?? "1", CultureInfo.InvariantCulture);
        var random = new Random(seed);
        var original = Project.Compile(Files);
        var compilation = original;
        var driver = Project.Driver(compilation).RunGenerators(compilation);
        var log = new StringBuilder();
        for (int i = 0; i < edits; i++)
        {
            // Broken text only gets more broken, so start over now and then.
            compilation = random.Next(6) == 0 ? original : Edit(compilation, random, log);
            driver = driver.RunGenerators(compilation);
            var gated = new GeneratorRun(compilation, [], driver.GetRunResult());
            var fresh = Project.Run(compilation);
            Assert.True(fresh.Text == gated.Text, $"seed {seed}, edit {i}: {log}\n{Snapshots.Diff.Of(fresh.Text, gated.Text)}");
        }
    }

    private static CSharpCompilation Edit(CSharpCompilation compilation, Random random, StringBuilder log)
    {
        var tree = compilation.SyntaxTrees[random.Next(compilation.SyntaxTrees.Length)];
        var text = tree.GetText();
        var tokens = tree.GetRoot().DescendantTokens().ToArray();
        var token = tokens[random.Next(tokens.Length)];
        string fragment = Fragments[random.Next(Fragments.Length)];
        var change = random.Next(4) switch
        {
            0 => new TextChange(token.Span, ""),
            1 => new TextChange(token.Span, fragment),
            2 => new TextChange(token.Span, tokens[random.Next(tokens.Length)].Text),
            _ => new TextChange(new TextSpan(token.SpanStart, 0), fragment + " "),
        };
        log.Clear().Append(tree.FilePath).Append(' ').Append(change);
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(text.WithChanges(change)));
    }
}
