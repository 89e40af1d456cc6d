using System.Globalization;
using System.Text;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        """
        using System;
        using CoroutineGen;
        static partial class Third
        {
            [Coroutine]
            public static int Unsaid(Bag bag, Pair pair, Yield<object?, int> yield)
            {
                foreach (var x in bag)
                    yield(x);
                var (a, b) = bag;
                var more = new Bag { yield(a), yield(b) };
                using (more)
                    yield($"{more}{pair}");
                Row row = [1, yield(2)];
                var sum = more + yield(pair.X);
                string text = "" + yield(1) + bag;
                if (pair is { X: 1 } && bag is [var first, ..])
                    yield(first);
                pair.X += yield(Bag.Of(bag));
                bag.At(2) += yield(3);
                var made = new Made { Left = yield(1), Right = yield(2) };
                yield(made);
                return Derived.Of(text);
            }
        }
        """,
        """
        using System;
        using System.Collections.Generic;
        using System.Runtime.CompilerServices;
        class Made { int _x = 1; public int Left { get; init; } public int Right { get; init; } }
        partial class Bag : IEnumerable<int>, IDisposable
        {
            readonly int[] _cells;
            public Bag() { _cells = new int[4]; }
            public ref int At(int i) => ref _cells[i];
            public IEnumerator<int> GetEnumerator() => null!;
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!;
            public void Add(int x) { }
            public void Deconstruct(out int a, out int b) { a = b = 1; }
            void IDisposable.Dispose() { }
            public int Count => 1;
            public int this[int i] => i;
            public static Bag operator +(Bag a, int b) => a;
            public static string Of(Bag bag) => "";
        }
        struct Pair { public int X; public string Y; }
        [CollectionBuilder(typeof(Row), "Made")]
        partial class Row : List<int> { public static Row Made(ReadOnlySpan<int> items) => new(); }
        class Base { public static int Of(string s) => 1; }
        class Derived : Base { public static int Of(Bag s) => 1; }
        """,
    ];

    /// <summary>Members that a body may mean by their names, or without a word.</summary>
    private static readonly string[] Members =
    [
        "public static int Twice(long x) => 2;", "public int Twice(object x) => 3;", "public static string Twice(short x) => \"\";", "public int Value => 1;", "public static string Value = \"\";",
        "public const int Value = 3;", "public static int Limit;", "public const long Limit = 4;", "public static T Make<T>(T x, int y = 1) => x;", "public static object Make(object x) => x;",
        "public static int First => 1;", "public static int Count(int to) => to;", "public static int CountCoroutine;", "public int CountLocals;", "public int BothLocals => 2;", "public static int BothCoroutine() => 1;",
        "public void Add(int x, int y) { }", "public void Add(object x) { }", "public System.Collections.Generic.IEnumerator<long> GetEnumerator() => null!;", "public void Deconstruct(out int a, out int b) { a = b = 1; }",
        "public void Deconstruct(out string a, out long b) { a = \"\"; b = 1; }", "public void Dispose() { }", "public int Length => 1;", "public int this[int i] => i;", "public long this[System.Index i] => 1;",
        "public static Bag operator +(Bag a, int b) => a;", "public static implicit operator string(Bag a) => \"\";", "public static implicit operator int(Bag a) => 1;", "public Bag(int x) { }", "public string Text;",
        "public System.Runtime.CompilerServices.TaskAwaiter GetAwaiter() => default;", "public static Row Made(System.ReadOnlySpan<int> x) => null!;", "public static Row Made(System.ReadOnlySpan<long> x) => null!;",
        "public Bag Select(System.Func<int, int> f) => null!;", "public override string ToString() => \"\";", "public struct Twice { }", "public class Value { }", "public enum Limit { A }", "public int unused;", "public void Unused(int x) { }",
        "int[] _cells = new int[5];", "public Bag() { }", "public ref int At(int i) => ref _cells[Count + i];", "int _y = Bag.Of(null!).Length;", "public Made() { System.Console.WriteLine(this); }",
        "public int Left { get => 1; init { } }", "[System.Obsolete] public void Other() { }", "public int i, item, second;", "public static System.Func<int, string> Twice = null!;", "public static dynamic Make(int x) => x;",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void LongLivedDriverEqualsAFreshOne(int seed)
    {
        int edits = 60 * int.Parse(Environment.GetEnvironmentVariable("COROUTINEGEN_FUZZ") ?? "1", CultureInfo.InvariantCulture);
        var random = new Random(seed);
        var original = Project.Compile(Files);
        Project.Run(original).Compiles();
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
        => random.Next(3) == 0 ? EditTokens(compilation, random, log) : EditMembers(compilation, random, log);

    /// <summary>Adds a member to a type, removes one, or puts one in the place of another.</summary>
    private static CSharpCompilation EditMembers(CSharpCompilation compilation, Random random, StringBuilder log)
    {
        var types = compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>())
            .Where(type => !type.OpenBraceToken.IsMissing).ToArray();
        if (types.Length == 0)
            return compilation;
        var type = types[random.Next(types.Length)];
        var members = type.Members.Where(member => member is not BaseTypeDeclarationSyntax).ToArray();
        string text = Members[random.Next(Members.Length)] + " ";
        var change = members.Length == 0 || random.Next(2) == 0
            ? new TextChange(new TextSpan(type.OpenBraceToken.Span.End, 0), text)
            : new TextChange(members[random.Next(members.Length)].Span, random.Next(3) == 0 ? "" : text);
        log.Clear().Append(type.SyntaxTree.FilePath).Append(' ').Append(change);
        return compilation.ReplaceSyntaxTree(type.SyntaxTree, type.SyntaxTree.WithChangedText(type.SyntaxTree.GetText().WithChanges(change)));
    }

    private static CSharpCompilation EditTokens(CSharpCompilation compilation, Random random, StringBuilder log)
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
