using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations.Reading;

/// <summary>
/// Finds what carries the attribute, in bodies too, by the words of the file: most files mention no coroutine, or only their classes, and
/// no node of theirs is looked at.
/// </summary>
internal static class AttributeSearch
{
    /// <summary>Methods, local functions and lambdas that may carry the attribute, in the order of the text.</summary>
    public static IEnumerable<SyntaxNode> CarriersIn(SyntaxTree tree)
    {
        if (tree.GetRoot() is not CompilationUnitSyntax root)
            return [];
        var carriers = new List<SyntaxNode>();
        foreach (int at in AttributeWords.In(tree.ToString()))
        {
            if (root.FindToken(at) is not { Parent: NameSyntax name } token || !token.Span.Contains(at))
                continue;
            switch (Whole(name).Parent)
            {
                // Any other word may mean the attribute then.
                case UsingDirectiveSyntax { Alias: not null }:
                    return root.DescendantNodes().Where(MayCarry);
                // What one carries stands together.
                case AttributeSyntax { Parent.Parent: { } carrier } when MayCarry(carrier) && carriers.LastOrDefault() != carrier:
                    carriers.Add(carrier);
                    break;
            }
        }
        return carriers;
    }

    private static bool MayCarry(SyntaxNode node)
        => node is MethodDeclarationSyntax or LocalFunctionStatementSyntax or LambdaExpressionSyntax;

    private static NameSyntax Whole(NameSyntax name)
    {
        while (name.Parent is NameSyntax outer)
            name = outer;
        return name;
    }
}
