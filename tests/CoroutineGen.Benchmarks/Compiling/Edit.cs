using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CoroutineGen.Benchmarks.Compiling;

/// <summary>Something that a programmer does to one file of a <see cref="LargeProject"/>.</summary>
/// <param name="Name">What stands in the table.</param>
/// <param name="File">The file.</param>
/// <param name="Before">What is replaced.</param>
/// <param name="After">What it is replaced by; # stands for a number, so that no edit is like the one before.</param>
/// <param name="Bound">The most bodies that may be bound again; null where there is no bar.</param>
sealed record Edit(string Name, string File, string Before, string After, long? Bound)
{
    static int s_number;

    public static readonly Edit[] All =
    [
        new("no change", "Service7", "", "", 0),
        new("body of another method", "Service7", "int sum = 0;", "int sum = #;", 0),
        new("comment in a coroutine's file", "Walks4", "/// <summary>A step", "// Comment #.\n/// <summary>A step", 0),
        new("one coroutine's body", "Walks4", "yield(i * i);", "yield(i * i + #);", 1),
        new("declaration that no body mentions", "Service7", "public int Count", "public int Extra# => #;\n    public int Count", 0),
        new("one coroutine's signature", "Walks4", "int from, int to,", "int from, int to#,", 1),
    ];

    /// <summary>The compilation after the edit, with a new tree for the file; all other trees are the same.</summary>
    public CSharpCompilation Apply(CSharpCompilation before)
    {
        if (Before.Length == 0)
            return before.Clone();
        var tree = before.SyntaxTrees.Single(tree => tree.FilePath == $"/src/{File}.cs");
        string text = tree.GetText().ToString();
        int start = text.IndexOf(Before, StringComparison.Ordinal);
        if (start < 0)
            throw new InvalidOperationException($"'{Name}' finds nothing to replace in {File}.");
        string after = After.Replace("#", $"{Interlocked.Increment(ref s_number)}", StringComparison.Ordinal);
        var changed = tree.WithChangedText(tree.GetText().WithChanges(new TextChange(new TextSpan(start, Before.Length), after)));
        return before.ReplaceSyntaxTree(tree, changed);
    }
}
