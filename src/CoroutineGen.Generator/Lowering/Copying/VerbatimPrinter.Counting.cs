using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Copying;

// Statements that count: the JIT makes better code of them where they are written out.
internal sealed partial class VerbatimPrinter
{
    private sealed partial class Copy
    {
        /// <summary>A statement that counts a number up or down.</summary>
        private bool Count(ExpressionSyntax step)
        {
            var (operand, sign) = step switch
            {
                PrefixUnaryExpressionSyntax prefix => (prefix.Operand, prefix.OperatorToken.Text),
                PostfixUnaryExpressionSyntax postfix => (postfix.Operand, postfix.OperatorToken.Text),
                _ => (step, ""),
            };
            if (sign is not ("++" or "--") || step.Parent is not (ExpressionStatementSyntax or ForStatementSyntax)
                || operand is not IdentifierNameSyntax name || VariableOf(name) is not { } variable || !IsPlainNumber(variable)
                || InFunction(step))
                return false;
            bool isPrefix = step is PrefixUnaryExpressionSyntax;
            Separate(step.GetFirstToken());
            Output.Add(Code.Of(new CountPiece(variable, sign.Substring(1), isPrefix, IsAfter: false)));
            _first = true;
            Visit(operand);
            Output.Add(Code.Of(new CountPiece(variable, sign.Substring(1), isPrefix, IsAfter: true)));
            _pending = step.GetLastToken().TrailingTrivia;
            return true;
        }

        /// <summary>Whether one can be added to it, and gives its own type, in all contexts alike.</summary>
        private static bool IsPlainNumber(Variable variable) => variable.TypeSymbol?.SpecialType
            is SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
            or SpecialType.System_Single or SpecialType.System_Double;
    }
}
