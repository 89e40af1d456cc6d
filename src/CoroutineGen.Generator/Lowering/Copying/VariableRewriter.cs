using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Meaning;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Copying;

/// <summary>Mentions of variables that may be hoisted.</summary>
internal sealed class VariableRewriter(LoweringContext context, NameLookup names)
{
    /// <summary>
    /// x               ---->    f.x
    /// () =&gt; x      ---->    () =&gt; scope1.x
    /// Fill(&amp;x)     ---->    Fill(&amp;(*x1)), with x1 pinned around the statement
    /// </summary>
    public bool TryRewrite(IdentifierNameSyntax name, SyntaxCopier copier)
    {
        // The name of an argument or of an attribute's property is a parameter's, perhaps one of this very method.
        if (name.Parent is NameColonSyntax or NameEqualsSyntax || names.VariableOf(name) is not { } variable)
            return false;
        if (names.AddressOf(name) is { } address)
        {
            copier.Output.Replace(name, Code.Of(new AddressedPiece(variable, address)));
            return true;
        }
        bool inClosure = context.Closures.Contain(name);
        copier.Output.Replace(name, Code.Of(new VariablePiece(
            variable, inClosure,
            IsTarget: name.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
                && assignment.Left == name,
            IsRead: inClosure && !Writes.To(name) && variable.TypeSymbol is { IsReferenceType: true })));
        return true;
    }

    /// <summary>
    /// nameof(x)    ---->    "x"
    /// </summary>
    public bool TryRewriteNameof(InvocationExpressionSyntax call, SyntaxCopier copier)
    {
        if (call.Expression is not IdentifierNameSyntax { Identifier.ValueText: "nameof" }
            || context.Model.GetConstantValue(call, context.Cancellation) is not { HasValue: true, Value: string text })
            return false;
        copier.Output.Replace(call, Code.Of(SymbolDisplay.FormatLiteral(text, quote: true)));
        return true;
    }
}
