using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Copying;

/// <summary>Local functions that were moved to the end of the step: calls and declarations pass the environments.</summary>
internal sealed class LocalFunctionRewriter(NameLookup names, ArgumentListRewriter arguments)
{
    /// <summary>
    /// L(x)    ---->    L(f.scope1, x)
    /// </summary>
    public bool TryRewrite(InvocationExpressionSyntax call, SyntaxCopier copier)
    {
        if (call.Expression is not SimpleNameSyntax name || names.FunctionOf(name) is not { } function)
            return false;
        RewriteName(name, function, copier);
        arguments.TryRewrite(call.ArgumentList, copier, function);
        return true;
    }

    /// <summary>
    /// int L(int x) =&gt; x + y;    ---->    int L(Locals.Scope1 scope1, int x) =&gt; x + scope1.y;
    /// </summary>
    public bool TryRewrite(LocalFunctionStatementSyntax declaration, SyntaxCopier copier)
    {
        if (names.FunctionOf(declaration) is not { } function)
            return false;
        foreach (var child in declaration.ChildNodesAndTokens())
        {
            if (child.AsNode() is ParameterListSyntax list)
                copier.CopyList(list, Code.Of(new ScopeParametersPiece(function, MoreFollow: list.Parameters.Count > 0)));
            else if (child == declaration.Identifier)
                copier.Output.Replace(declaration.Identifier, new FunctionNamePiece(function));
            else
                copier.Visit(child);
        }
        return true;
    }

    /// <summary>
    /// The name may be taken at the end of the step.
    /// L&lt;T&gt;    ---->    L2&lt;T&gt;
    /// </summary>
    public void RewriteName(SimpleNameSyntax name, LocalFunction function, SyntaxCopier copier)
    {
        copier.Output.Replace(name.Identifier, new FunctionNamePiece(function));
        if (name is GenericNameSyntax generic)
            copier.Visit(generic.TypeArgumentList);
    }
}
