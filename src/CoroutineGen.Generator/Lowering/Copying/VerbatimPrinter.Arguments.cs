using CoroutineGen.Generator.Lowering.Folding;
using CoroutineGen.Generator.Lowering.Ir;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Copying;

/// <summary>
/// Lists of arguments, and what is added to them: the frames where the method delegates to itself, environments where a local function was
/// moved, and the user's own text where that is asked for.
/// </summary>
internal sealed partial class VerbatimPrinter
{
    private sealed partial class Copy
    {
        private bool Arguments(BaseArgumentListSyntax list, LocalFunction? function = null)
        {
            bool takesFrames = list.Parent is InvocationExpressionSyntax call && SelfCall.TakesFrames(call, _context);
            string texts = TextsFor(list);
            if (!takesFrames && function is null && texts.Length == 0)
                return false;
            bool moreFollow = list.Arguments.Count > 0 || texts.Length > 0;
            foreach (var child in list.ChildNodesAndTokens())
            {
                if (child.AsNode() is { } node)
                {
                    Visit(node);
                    continue;
                }
                var token = child.AsToken();
                if (texts.Length > 0 && token.Kind() is SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken)
                    Output.Add(texts);
                Token(token);
                if (token != list.GetFirstToken())
                    continue;
                if (takesFrames)
                    Output.Add(new SelfArgumentsPiece(moreFollow));
                if (function is not null)
                    Output.Add(new ScopeArgumentsPiece(function, IsInClosure(list.Parent!), moreFollow));
            }
            return true;
        }
    }
}
