using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Fuzz.Grammar;

internal sealed partial class AsyncForm
{
    private static readonly SyntaxKind[] Computing =
    [
        SyntaxKind.AddExpression, SyntaxKind.SubtractExpression, SyntaxKind.MultiplyExpression, SyntaxKind.ExclusiveOrExpression,
        SyntaxKind.BitwiseAndExpression, SyntaxKind.BitwiseOrExpression, SyntaxKind.LessThanExpression, SyntaxKind.GreaterThanExpression,
        SyntaxKind.EqualsExpression, SyntaxKind.LogicalAndExpression, SyntaxKind.LogicalOrExpression,
    ];

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var visited = (InvocationExpressionSyntax)base.VisitInvocationExpression(node)!;
        if (IsYield(node) && own.IsAsync)
            return Expression($"(await {Yield(visited.WithoutTrivia())}{(dice.Chance(5) ? ".ConfigureAwait(false)" : "")})", node);
        string name = node.Expression is MemberAccessExpressionSyntax member ? member.Name.Identifier.ValueText : node.Expression.ToString();
        if (!IsOfWorld(node.Expression))
            return visited;
        return name switch
        {
            "Poke" when _still == 0 && own.IsAsync => Awaited("PokeAsync"),
            "L" or "Is" when May(20) => Awaited(name + "A"),
            _ => visited,
        };

        ExpressionSyntax Awaited(string called) => Expression($"(await {Host}{called}{visited.ArgumentList.WithoutTrivia()})", node);
    }

    /// <summary>
    /// A field of null that is passed by reference: the compiler notices that behind an await in a later argument, a coroutine where it
    /// stands, as in a method that is not async (scenario S062).
    /// </summary>
    // h.Bump(ref h.Null!.Field, await yield(1))    ---->  h.Bump(ref h.O!.Field, await yield(1))
    public override SyntaxNode? VisitArgument(ArgumentSyntax node)
    {
        var visited = (ArgumentSyntax)base.VisitArgument(node)!;
        return visited.RefKindKeyword.IsKind(SyntaxKind.RefKeyword) && visited.Expression.ToFullString() is var place
            && place.EndsWith("Null!.Field", StringComparison.Ordinal)
            ? visited.WithExpression(SyntaxFactory.ParseExpression(place.Replace("Null!.Field", "O!.Field", StringComparison.Ordinal)))
            : visited;
    }

    /// <summary>Operands, each now and then.</summary>
    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        var visited = (BinaryExpressionSyntax)base.VisitBinaryExpression(node)!;
        if (!Computing.Contains(node.Kind()))
            return visited;
        if (May(6) && CanBeAwaited(node.Left))
            visited = visited.WithLeft(Operand(visited.Left));
        if (May(6) && CanBeAwaited(node.Right))
            visited = visited.WithRight(Operand(visited.Right));
        return visited;
    }

    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        var visited = (ConditionalExpressionSyntax)base.VisitConditionalExpression(node)!;
        return May(10) && CanBeAwaited(node.Condition) ? visited.WithCondition(Operand(visited.Condition)) : visited;
    }

    /// <summary>A statement has its await without parentheses.</summary>
    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        var visited = (ExpressionStatementSyntax)base.VisitExpressionStatement(node)!;
        return visited.Expression is ParenthesizedExpressionSyntax { Expression: AwaitExpressionSyntax awaited } && node.Expression is InvocationExpressionSyntax
            ? visited.WithExpression(awaited.WithTriviaFrom(visited.Expression))
            : visited;
    }

    /// <summary>An await of a value that is there is a value of the same type, but for what is none, or has no type.</summary>
    private static bool CanBeAwaited(ExpressionSyntax operand)
        => operand is IdentifierNameSyntax or InvocationExpressionSyntax or ParenthesizedExpressionSyntax or ElementAccessExpressionSyntax
            or MemberAccessExpressionSyntax or BinaryExpressionSyntax && !operand.ToString().Contains("late", StringComparison.Ordinal)
            && operand.DescendantNodesAndSelf().All(n => n is not (ThrowExpressionSyntax or DeclarationPatternSyntax or VarPatternSyntax or RefExpressionSyntax));

    private ExpressionSyntax Operand(ExpressionSyntax operand) => Expression($"(await {Host}Later({operand.WithoutTrivia()}))", operand);

    private bool IsOfWorld(ExpressionSyntax called) => called switch
    {
        IdentifierNameSyntax => Host.Length == 0,
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax target } => Host.Length > 0 && target.Identifier.ValueText + "." == Host,
        _ => false,
    };

    /// <summary>A yield, or a delegation, which goes to what awaits where there is such a thing.</summary>
    private string Yield(InvocationExpressionSyntax call)
    {
        string text = call.ToString();
        if (!text.StartsWith("yield.From(", StringComparison.Ordinal))
            return text;
        var inner = call.ArgumentList.Arguments[0].Expression;
        if (inner is ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "Sequence" } } created)
        {
            string form = dice.Of("", "", ".ConfigureAwait(false)", ".WithCancellation(System.Threading.CancellationToken.None)");
            return dice.Chance(65) ? $"yield.From(new AsyncSequence{created.ArgumentList}{form})" : text;
        }
        if (inner is not InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: int number } }, ..] } made)
            return text;
        string called = made.Expression.ToString()[Host.Length..];
        return called switch
        {
            "Make" or "MakeConsumer" or "Iterate" or "Foreign" when all[number].IsAsync => $"yield.From({Host}{called}Async{made.ArgumentList})",
            "Shared" or "SharedConsumer" when all[number % all.Length].IsAsync => $"yield.From({Host}{called}Async{made.ArgumentList})",
            _ => text,
        };
    }
}
