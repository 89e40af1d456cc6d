using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Copying;

/// <summary>What members belong to, where that is lowered, or is a copy in the user's code and would be none in ours.</summary>
/// <param name="context">What the passes share.</param>
/// <param name="receivers">What the member accesses behind a lowered "?." belong to.</param>
internal sealed class ReceiverRewriter(
    LoweringContext context, IReadOnlyDictionary<ConditionalAccessExpressionSyntax, Code> receivers)
{
    /// <summary>
    /// A member is called on a copy of a part of a variable of a foreach or a using, which is an ordinary variable now.
    /// item.Part.Change()    ---->    ((Part)f.item.Part).Change()
    /// </summary>
    public bool TryRewrite(MemberAccessExpressionSyntax part, SyntaxCopier copier)
    {
        if (part == copier.Root || !IsCopied(part))
            return false;
        var type = context.TypeOf(part)!.WithNullableAnnotation(NullableAnnotation.None);
        copier.Output.Replace(part, Code.Of($"(({TypeText.Of(type)})", copier.CopyApart(part), ")"));
        return true;
    }

    /// <summary>
    /// The test for null was lowered.
    /// a?.M(1)    ---->    f.kept1.M(1)
    /// </summary>
    public bool TryRewriteBinding(ExpressionSyntax binding, SyntaxCopier copier)
    {
        if (ReceiverOf(binding) is not { } receiver)
            return false;
        copier.Output.Begin(binding);
        copier.Output.Add(receiver);
        copier.VisitChildren(binding);
        return true;
    }

    private Code? ReceiverOf(ExpressionSyntax binding)
    {
        foreach (var ancestor in binding.Ancestors())
        {
            if (ancestor is ConditionalAccessExpressionSyntax access && access.WhenNotNull.Span.Contains(binding.Span))
                return receivers.TryGetValue(access, out var receiver) ? receiver : null;
        }
        return null;
    }

    private bool IsCopied(MemberAccessExpressionSyntax part)
    {
        var member = part.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Expression == part => (ExpressionSyntax)access,
            ElementAccessExpressionSyntax access when access.Expression == part => access,
            _ => null,
        };
        return member is not null && context.Receivers.IsOfLoopOrUsing(part) && context.TypeOf(part) is { IsReferenceType: false }
            && context.Receivers.IsCopied(part, context.Model.GetSymbolInfo(member, context.Cancellation).Symbol);
    }
}
