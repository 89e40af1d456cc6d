using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Copying;

/// <summary>Statements that count a number up or down: the JIT makes better code of them where they are written out.</summary>
internal sealed class IncrementRewriter(LoweringContext context, NameLookup names)
{
    /// <summary>
    /// i++;    ---->    f.i = f.i + 1;
    /// --i;    ---->    f.i = f.i - 1;
    /// </summary>
    public bool TryRewrite(ExpressionSyntax step, ExpressionSyntax operand, SyntaxToken sign, bool isPrefix, SyntaxCopier copier)
    {
        if (sign.Text is not ("++" or "--") || step.Parent is not (ExpressionStatementSyntax or ForStatementSyntax)
            || operand is not IdentifierNameSyntax name || names.VariableOf(name) is not { } variable || !IsPlainNumber(variable)
            || context.Closures.Contain(step))
            return false;
        string added = sign.Text.Substring(1);
        copier.Output.Begin(step);
        copier.Output.Add(new CountPiece(variable, added, isPrefix, IsAfter: false));
        copier.Visit(operand);
        copier.Output.Add(new CountPiece(variable, added, isPrefix, IsAfter: true));
        copier.Output.End(step);
        return true;
    }

    /// <summary>Whether one can be added to it, and gives its own type, in all contexts alike.</summary>
    private static bool IsPlainNumber(Variable variable) => variable.TypeSymbol?.SpecialType
        is SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
        or SpecialType.System_Single or SpecialType.System_Double;
}
