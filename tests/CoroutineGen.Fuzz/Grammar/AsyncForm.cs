using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Fuzz.Grammar;

/// <summary>
/// Makes the body of an asynchronous coroutine of a synchronous one: each yield is awaited, and by dice of its own other awaits are put in
/// as statements and operands, loops and resources become those that await, what is delegated to is asynchronous where there is such a
/// form, and what an AsyncLocal holds is changed. What must not await, as lambdas and filters, stays as it is. A synchronous coroutine of
/// such a program only has the AsyncLocal. What can be saved keeps nothing across a yield that could not be.
/// </summary>
// L(101, yield(1)); foreach (int v0 in new Sequence(this, 2)) { ... }
// ---->
// await Go(5); L(101, (await yield(await Later(1)))); await foreach (int v0 in new AsyncSequence(this, 2)) { ... }
internal sealed partial class AsyncForm(Dice dice, Placement[] all, Placement own, bool saves) : CSharpSyntaxRewriter
{
    private int _places = 5000 + (1000 * own.Index);

    /// <summary>How many parts that must not await are around.</summary>
    private int _still;

    /// <summary>Those that await come first: a synchronous coroutine delegates to synchronous ones only (rule 178).</summary>
    public static Placement[] Choose(Dice dice, Placement[] coroutines)
    {
        int waiting = dice.Chance(50) ? coroutines.Length : 1 + dice.Next(coroutines.Length);
        return [.. coroutines.Select(c => c with { IsAsync = c.Index < waiting, ReturnsValueTask = dice.Chance(30) })];
    }

    public string Of(string body) => Visit(SyntaxFactory.ParseStatement(body)).ToFullString();

    private bool May(int percent) => dice.Chance(percent) && _still == 0 && own.IsAsync;

    private string Host => own.Prefix;

    private int Place() => _places++;

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node) => Still(node, base.VisitSimpleLambdaExpression);

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
        => Still(node, base.VisitParenthesizedLambdaExpression);

    public override SyntaxNode? VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node)
        => Still(node, base.VisitAnonymousMethodExpression);

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node) => Still(node, base.VisitLocalFunctionStatement);

    public override SyntaxNode? VisitQueryExpression(QueryExpressionSyntax node) => Still(node, base.VisitQueryExpression);

    public override SyntaxNode? VisitCatchFilterClause(CatchFilterClauseSyntax node) => Still(node, base.VisitCatchFilterClause);

    public override SyntaxNode? VisitUnsafeStatement(UnsafeStatementSyntax node) => Still(node, base.VisitUnsafeStatement);

    public override SyntaxNode? VisitGotoStatement(GotoStatementSyntax node) => Still(node, base.VisitGotoStatement);

    /// <summary>C# has no lock around an await: where there is a yield within, its block remains.</summary>
    public override SyntaxNode? VisitLockStatement(LockStatementSyntax node)
        => own.IsAsync && node.DescendantNodes().Any(IsYield) ? Visit(node.Statement)!.WithTriviaFrom(node) : Still(node, base.VisitLockStatement);

    private SyntaxNode? Still<T>(T node, Func<T, SyntaxNode?> visit)
        where T : SyntaxNode
    {
        _still++;
        var visited = visit(node);
        _still--;
        return visited;
    }

    private static bool IsYield(SyntaxNode node) => node is InvocationExpressionSyntax call && call.Expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == "yield",
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "From" or "Invoke", Expression: IdentifierNameSyntax name }
            => name.Identifier.ValueText == "yield",
        _ => false,
    };

    private static ExpressionSyntax Expression(string text, SyntaxNode like) => SyntaxFactory.ParseExpression(text).WithTriviaFrom(like);
}
