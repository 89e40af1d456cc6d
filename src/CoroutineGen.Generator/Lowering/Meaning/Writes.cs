using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Meaning;

/// <summary>Which mentions of a variable write to it.</summary>
internal static class Writes
{
    /// <summary>Whether a mention is an assignment, an increment, a reference, or an argument by reference.</summary>
    public static bool To(ExpressionSyntax name)
    {
        SyntaxNode node = name;
        while (node.Parent is ParenthesizedExpressionSyntax or TupleExpressionSyntax or ArgumentSyntax { Parent: TupleExpressionSyntax })
            node = node.Parent;
        return node.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == node,
            PostfixUnaryExpressionSyntax postfix => postfix.RawKind
                is (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression,
            PrefixUnaryExpressionSyntax prefix => prefix.RawKind
                is (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.AddressOfExpression,
            ArgumentSyntax argument => argument.RefKindKeyword.RawKind != (int)SyntaxKind.None,
            RefExpressionSyntax => true,
            _ => false,
        };
    }
}
