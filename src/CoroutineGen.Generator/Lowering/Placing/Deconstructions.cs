using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Placing;

/// <summary>Which tuple declares a variable: "var (a, b) = ..", "(int a, b) = ..".</summary>
internal static class Deconstructions
{
    /// <summary>The outermost tuple that declares a variable; null for any other variable.</summary>
    public static SyntaxNode? Of(Variable variable)
        => variable.Declaration is SingleVariableDesignationSyntax designation
            ? designation.Ancestors()
                .TakeWhile(a => a is ParenthesizedVariableDesignationSyntax or DeclarationExpressionSyntax
                    or ArgumentSyntax or TupleExpressionSyntax)
                .LastOrDefault(a => a is ParenthesizedVariableDesignationSyntax or TupleExpressionSyntax)
            : null;
}
