using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering;

// Delegations to the method itself.
internal sealed partial class VerbatimPrinter
{
    private sealed partial class Copy
    {
        /// <summary>The arguments of a call that delegates to the method itself.</summary>
        private bool SelfArguments(ArgumentListSyntax arguments)
        {
            if (arguments.Parent is not InvocationExpressionSyntax call || !SelfCall.TakesFrames(call, _context))
                return false;
            Token(arguments.OpenParenToken);
            Output.Add(new SelfArgumentsPiece(MoreFollow: arguments.Arguments.Count > 0));
            foreach (var child in arguments.ChildNodesAndTokens().Skip(1))
            {
                if (child.IsToken)
                    Token(child.AsToken());
                else
                    Visit(child.AsNode()!);
            }
            return true;
        }
    }
}
