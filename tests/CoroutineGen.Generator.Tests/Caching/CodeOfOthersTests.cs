using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace CoroutineGen.Generator.Tests.Caching;

/// <summary>
/// Lowering reads code that is not the coroutine's: what a member that returns by reference returns, who writes a readonly field, what
/// creating an object does. So that code counts as a declaration: an edit of it, too, gives what a new driver gives.
/// </summary>
public sealed class CodeOfOthersTests
{
    private const string Coroutines = """
        using CoroutineGen;
        static partial class C
        {
            [Coroutine] public static void ByReference(Store store, Yield<int, int> yield) { store.At(2) += yield(1); }
            [Coroutine] public static void Element(Grid grid, Yield<int, int> yield) { grid[2] += yield(1); }
            [Coroutine] public static void ByField(Late late, Yield<int, int> yield) { late.At(2) += yield(1); }
            [Coroutine] public static object Made(Yield<int, int> yield) => new Row { Left = yield(1), Right = yield(2) };
            [Coroutine] public static object Kept(Yield<int, int> yield) => new Own { Left = yield(1), Right = yield(2) };
            [Coroutine] public static object Copied(Note note, Yield<int, int> yield) => note with { Left = 1, Right = yield(2) };
        }
        """;

    private const string Others = """
        using System;
        class Store { readonly int[] _items = new int[9]; int _count; public ref int At(int i) => ref _items[i]; public static int F() => 1; }
        class Late { readonly int[] _late; public Late() { _late = new int[9]; } public ref int At(int i) => ref _late[i]; }
        class Grid { readonly int[] _cells = new int[9]; int _at; public ref int this[int i] => ref _cells[i]; }
        class Row { int _x = 1; public int Left { get; init; } public int Right { get; init; } }
        record Own { public static object Last; public Own() { Silent = 1; } public int Silent { get; set; } public int Left { get; init; } public int Right { get; init; } }
        record Note { public int Left { get; init; } public int Right { get; init; } }
        """;

    [Theory]
    [InlineData("readonly int[] _items", "int[] _items")]
    [InlineData("ref _items[i];", "ref _items[_count++];")]
    [InlineData("ref _cells[i];", "ref _cells[_at++];")]
    [InlineData("readonly int[] _cells", "int[] _cells")]
    [InlineData("_late = new int[9];", "for (int i = 0; i < 2; i++) _late = new int[9];")]
    [InlineData("_late = new int[9];", "_late = new int[9]; _late = new int[9];")]
    [InlineData("int _x = 1;", "int _x = Store.F();")]
    [InlineData("int _x = 1;", "int _x = 1; static int[] s_all = new int[3]; int[] _own = new int[Store.F()];")]
    [InlineData("Silent = 1;", "Silent = 1; Last = this;")]
    [InlineData("public int Silent { get; set; }", "public int Silent { get => 1; set => Last = this; }")]
    [InlineData("record Note { public int Left { get; init; }", "record Note { public int Left { get => 1; init { } }")]
    [InlineData("record Note {", "record Note { protected Note(Note other) { } public Note() { }")]
    public void IsReadAgain(string before, string after)
    {
        Assert.Contains(before, Others, StringComparison.Ordinal);
        var compilation = Project.Compile(Coroutines, Others);
        var driver = Project.Driver(compilation).RunGenerators(compilation);
        var tree = compilation.SyntaxTrees[1];
        var edited = compilation.ReplaceSyntaxTree(
            tree, tree.WithChangedText(SourceText.From(Others.Replace(before, after, StringComparison.Ordinal), System.Text.Encoding.UTF8)));
        Assert.DoesNotContain(edited.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error && d.Location.SourceTree == edited.SyntaxTrees[1]);
        foreach (var next in new[] { edited, compilation })
        {
            driver = driver.RunGenerators(next);
            string gated = new GeneratorRun(next, [], driver.GetRunResult()).Text, fresh = Project.Run(next).Text;
            Assert.True(fresh == gated, Snapshots.Diff.Of(fresh, gated));
        }
    }
}
