using CoroutineGen.Generator.Lowering.Facts;
using CoroutineGen.Generator.Lowering.Folding;
using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Copying;

/// <summary>
/// Lists of arguments, and what is added to them: the frames where the method delegates to itself, environments where a local function was
/// moved, and the user's own text where that is asked for.
/// </summary>
internal sealed class ArgumentListRewriter(LoweringContext context, CallerTextRewriter callerTexts)
{
    /// <summary>
    /// Walk(n)                ---->    Walk(ref frames, 2, n), where a flat step delegates to itself
    /// L(n)                   ---->    L(f.scope1, n)
    /// Check(a + 1)           ---->    Check(f.a + 1, text: "a + 1")
    /// </summary>
    /// <param name="list">The arguments.</param>
    /// <param name="copier">What copies them.</param>
    /// <param name="function">The moved local function that is called, if it is one.</param>
    public bool TryRewrite(BaseArgumentListSyntax list, SyntaxCopier copier, LocalFunction? function = null)
    {
        bool takesFrames = list.Parent is InvocationExpressionSyntax call && SelfCall.TakesFrames(call, context);
        string texts = callerTexts.OfList(list);
        if (!takesFrames && function is null && texts.Length == 0)
            return false;
        bool moreFollow = list.Arguments.Count > 0 || texts.Length > 0;
        var first = new CodeBuilder();
        if (takesFrames)
            first.Add(new SelfArgumentsPiece(moreFollow));
        if (function is not null)
            first.Add(new ScopeArgumentsPiece(function, context.Closures.Contain(list.Parent!), moreFollow));
        copier.CopyList(list, first.ToCode(), texts);
        return true;
    }
}
