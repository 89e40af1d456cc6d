using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Naming;

/// <summary>
/// The class that is there for a coroutine already: from an earlier run, which the analyzer sees, or as a skeleton. It is told by the
/// attribute that we write.
/// </summary>
internal static class GeneratedClass
{
    /// <summary>The file that was generated for a coroutine; null where there is none.</summary>
    public static SyntaxTree? TreeOf(string className, IMethodSymbol symbol)
        => symbol.ContainingType.GetTypeMembers(className, symbol.Arity).FirstOrDefault(Is)
            ?.DeclaringSyntaxReferences[0].SyntaxTree;

    public static bool Is(INamedTypeSymbol type)
        => type.DeclaringSyntaxReferences.Length == 1 && (IsMarked(type.DeclaringSyntaxReferences[0].GetSyntax()) || HasMark(type));

    /// <summary>Whether a type carries our mark as we write it: to read the text spares binding the attribute.</summary>
    private static bool IsMarked(SyntaxNode declaration)
        => declaration is TypeDeclarationSyntax { AttributeLists: { Count: > 0 } lists }
            && lists[0].ToString() == FrameworkNames.GeneratedCode;

    private static bool HasMark(INamedTypeSymbol type)
        => type.GetAttributes().Any(a => KnownSymbols.IsGeneratedCode(a)
            && a.ConstructorArguments.FirstOrDefault().Value is KnownSymbols.Ours);
}
