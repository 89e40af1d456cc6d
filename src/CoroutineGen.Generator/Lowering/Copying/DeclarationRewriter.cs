using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Copying;

/// <summary>Variables that an out argument or a deconstruction declares. Hoisted ones become targets.</summary>
internal sealed class DeclarationRewriter(NameLookup names)
{
    /// <summary>
    /// TryGet(out int n)        ---->    TryGet(out f.n)
    /// var (a, (b, _)) = ..;    ---->    (f.a, (var b, _)) = ..;
    /// </summary>
    public bool TryRewrite(DeclarationExpressionSyntax declaration, SyntaxCopier copier)
    {
        switch (declaration.Designation)
        {
            case SingleVariableDesignationSyntax single when names.VariableOf(single) is { } variable:
                copier.Output.Replace(declaration, Code.Of(new OutVariablePiece(variable, declaration.Type.ToString())));
                return true;
            case ParenthesizedVariableDesignationSyntax tuple when names.VariablesDeclaredIn(tuple).Any():
                copier.Output.Begin(declaration);
                Rewrite(tuple, copier.Output);
                copier.Output.End(declaration);
                return true;
            default:
                return false;
        }
    }

    /// <summary>
    /// Each name becomes a target, or a declaration of its own.
    /// var (a, (b, _))    ---->    (f.a, (var b, _))
    /// </summary>
    private void Rewrite(ParenthesizedVariableDesignationSyntax tuple, TokenWriter output)
    {
        output.Add("(");
        bool first = true;
        foreach (var designation in tuple.Variables)
        {
            if (!first)
                output.Add(", ");
            first = false;
            switch (designation)
            {
                case ParenthesizedVariableDesignationSyntax inner:
                    Rewrite(inner, output);
                    break;
                case SingleVariableDesignationSyntax single when names.VariableOf(single) is { } variable:
                    output.Add(new OutVariablePiece(variable, "var"));
                    break;
                default:
                    output.Add("_");
                    break;
            }
        }
        output.Add(")");
    }
}
