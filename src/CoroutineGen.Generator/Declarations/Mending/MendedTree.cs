using System.Runtime.CompilerServices;
using CoroutineGen.Generator.Declarations.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CoroutineGen.Generator.Declarations.Mending;

/// <summary>
/// A file while something is typed in it. What is not complete yet, the parser completes with what stands below, and the coroutine there is
/// none any more, though nobody has touched it. Here what was typed ends where it ends: so that those who call the coroutine do not learn
/// of it. Lines keep their numbers; of a mended file only signatures count, since its members are not all in the compilation.
/// </summary>
// public static int          ---->  public static int
// [Coroutine]                ---->  ;[Coroutine]
internal static class MendedTree
{
    private static readonly ConditionalWeakTable<SyntaxTree, SyntaxTree> Known = new();
    private static readonly ConditionalWeakTable<SyntaxTree, object> Marks = new();

    private static readonly Func<CompilationUnitSyntax, SourceText, IEnumerable<TextChange>>[] Mends =
    [
        MisplacedUsings.In, OpenBrackets.In, OpenBrackets.OfAccessors, OpenParameters.In,
    ];

    /// <summary>The mended file; the file itself where there is nothing to mend, as in each file that has no error of syntax.</summary>
    public static SyntaxTree Of(SyntaxTree tree) => Known.GetValue(tree, Mend);

    /// <summary>Whether something is typed in a file, so that nothing of ours need be said of it yet: it does not build.</summary>
    public static bool IsNeeded(SyntaxTree tree) => Of(tree) != tree;

    /// <summary>Whether a file is a mended one.</summary>
    public static bool Is(SyntaxTree tree) => Marks.TryGetValue(tree, out _);

    private static SyntaxTree Mend(SyntaxTree tree)
    {
        // Of a file that is right in itself nothing may be left out: it builds.
        if (tree.GetRoot() is not CompilationUnitSyntax { ContainsDiagnostics: true }
            || !tree.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error) || !AttributeWords.In(tree.ToString()).Any())
            return tree;
        var best = tree;
        foreach (var mend in Mends)
            best = Tried(best, mend);
        if (best != tree)
            Marks.Add(best, Marks);
        return best;
    }

    /// <summary>What a mend makes of a file, where that has other coroutines then, and no fewer.</summary>
    private static SyntaxTree Tried(SyntaxTree tree, Func<CompilationUnitSyntax, SourceText, IEnumerable<TextChange>> mend)
    {
        var root = (CompilationUnitSyntax)tree.GetRoot();
        var text = tree.GetText();
        var changes = mend(root, text).ToArray();
        if (changes.Length == 0)
            return tree;
        var mended = tree.WithChangedText(text.WithChanges(changes));
        var before = ModelsIn(root);
        var after = ModelsIn((CompilationUnitSyntax)mended.GetRoot());
        return after.Count >= before.Count && !after.SequenceEqual(before) ? mended : tree;
    }

    private static List<CoroutineModel> ModelsIn(CompilationUnitSyntax root)
        => CoroutineSyntax.MethodsIn(root).Select(CoroutineReader.Read).OfType<CoroutineModel>().ToList();
}
