using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Placing;

/// <summary>Deconstructions that declare variables: "var (a, b) = ..", "(int a, b) = ..".</summary>
internal static class Deconstructions
{
    /// <summary>The outermost tuple of the deconstruction that declares a variable.</summary>
    /// <returns>Null for a variable that is declared otherwise.</returns>
    public static SyntaxNode? Of(Variable variable)
        => variable.Declaration is SingleVariableDesignationSyntax designation
            ? designation.Ancestors()
                .TakeWhile(a => a is ParenthesizedVariableDesignationSyntax or DeclarationExpressionSyntax
                    or ArgumentSyntax or TupleExpressionSyntax)
                .LastOrDefault(a => a is ParenthesizedVariableDesignationSyntax or TupleExpressionSyntax)
            : null;
}
