using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Declarations.Mending;

/// <summary>A compilation whose files are mended: itself where none needs it, as nearly always.</summary>
internal static class MendedProject
{
    private static readonly ConditionalWeakTable<Compilation, Compilation> Known = new();

    public static Compilation Of(Compilation compilation) => Known.GetValue(compilation, Mend);

    private static Compilation Mend(Compilation compilation)
    {
        if (compilation is not CSharpCompilation)
            return compilation;
        var mended = compilation;
        foreach (var tree in compilation.SyntaxTrees)
            if (MendedTree.Of(tree) is var other && other != tree)
                mended = mended.ReplaceSyntaxTree(tree, other);
        return mended;
    }
}
