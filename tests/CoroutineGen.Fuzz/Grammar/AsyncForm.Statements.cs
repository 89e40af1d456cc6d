using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Fuzz.Grammar;

internal sealed partial class AsyncForm
{
    private static readonly SyntaxToken Await = SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space);

    /// <summary>Between statements there is now and then something else that waits, or that an execution context has.</summary>
    public override SyntaxNode? VisitBlock(BlockSyntax node)
    {
        bool isStill = node.Statements.Any(HasReference);
        if (isStill)
            _still++;
        var statements = new List<StatementSyntax>();
        foreach (var statement in node.Statements)
        {
            if (May(18))
                statements.Add(Waiting(dice.Next(11)).WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.LineFeed));
            else if (!own.IsAsync && _still == 0 && dice.Chance(12))
                statements.Add(Waiting(4 + dice.Next(3)).WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.LineFeed));
            statements.Add((StatementSyntax)Visit(statement)!);
        }
        if (isStill)
            _still--;
        return node.WithStatements(SyntaxFactory.List(statements));
    }

    public override SyntaxNode? VisitForStatement(ForStatementSyntax node)
    {
        var visited = (ForStatementSyntax)base.VisitForStatement(node)!;
        return visited.WithIncrementors(SyntaxFactory.SeparatedList(
            visited.Incrementors.Select(i => i is ParenthesizedExpressionSyntax { Expression: AwaitExpressionSyntax awaited } ? awaited : i),
            visited.Incrementors.GetSeparators()));
    }

    // foreach (var x in new Sequence(w, 1)) yield(x);    ---->  await foreach (var x in new AsyncSequence(w, 1)) await yield(x);
    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node)
    {
        if (HasReference(node))
            return Still(node, base.VisitForEachStatement);
        var visited = (ForEachStatementSyntax)base.VisitForEachStatement(node)!;
        if (MustBeFound(node))
            return IsOfAsync(node.Expression) ? visited.WithAwaitKeyword(Await) : visited;
        return May(60) && Items(visited.Expression) is { } items ? visited.WithAwaitKeyword(Await).WithExpression(items) : visited;
    }

    public override SyntaxNode? VisitForEachVariableStatement(ForEachVariableStatementSyntax node)
    {
        var visited = (ForEachVariableStatementSyntax)base.VisitForEachVariableStatement(node)!;
        return !MustBeFound(node) && May(60) && Items(visited.Expression) is { } items ? visited.WithAwaitKeyword(Await).WithExpression(items) : visited;
    }

    // using (new Resource(w, 1)) yield(1);    ---->  await using (new AsyncResource(w, 1)) await yield(1);
    public override SyntaxNode? VisitUsingStatement(UsingStatementSyntax node)
    {
        if (HasReference(node))
            return Still(node, base.VisitUsingStatement);
        var visited = (UsingStatementSyntax)base.VisitUsingStatement(node)!;
        if (MustBeFound(node) || !May(60))
            return visited;
        if (visited.Expression is { } expression)
            return Resource(expression) is { } resource ? visited.WithAwaitKeyword(Await).WithExpression(resource) : visited;
        return Resources(visited.Declaration!) is { } declaration ? visited.WithAwaitKeyword(Await).WithDeclaration(declaration) : visited;
    }

    public override SyntaxNode? VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node)
    {
        var visited = (LocalDeclarationStatementSyntax)base.VisitLocalDeclarationStatement(node)!;
        return node.UsingKeyword != default && !MustBeFound(node.Parent) && May(60) && Resources(visited.Declaration) is { } declaration
            ? visited.WithAwaitKeyword(Await).WithDeclaration(declaration)
            : visited;
    }

    /// <summary>What a coroutine that can be saved goes through or holds while it is suspended: nothing of another's that awaits.</summary>
    private bool MustBeFound(SyntaxNode? holder) => saves && holder?.DescendantNodes().Any(IsYield) == true;

    /// <summary>Whether something is an asynchronous coroutine by its own type, which a foreach goes through by its position.</summary>
    private bool IsOfAsync(ExpressionSyntax items)
        => items is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Host" }, Name.Identifier.ValueText: ['C', .. var number] } }
            && all[int.Parse(number, CultureInfo.InvariantCulture)].IsAsync;

    /// <param name="kind">4 to 6 do not wait.</param>
    private StatementSyntax Waiting(int kind) => SyntaxFactory.ParseStatement(kind switch
    {
        0 or 1 => $"await {Host}Now();",
        2 or 3 => $"await {Host}Go({Place()});",
        4 or 5 => $"{Host}Ambient.Value = {1 + dice.Next(9)};",
        6 => $"{Host}Set({Host}F + {dice.Next(9)});",
        7 => $"await {Host}Risk({Place()}, {Host}F + {dice.Next(9)});",
        8 when saves => $"{Host}L({Place()}, {Host}F + await {Host}Later({Host}F));",
        8 => $"{Host}L({Place()}, {Host}Ambient.Value + await {Host}Later({Host}Ambient.Value));",
        9 => $"try {{ await {Host}Risk({Place()}, {Host}F); }} catch (Red) {{ await {Host}Go({Place()}); }} finally {{ await {Host}Now(); {Host}L({Place()}, 0); }}",
        _ => $"await using (new AsyncResource({own.World}, {Place()})) {{ {Host}Ambient.Value += 3; await {Host}Now(); }}",
    });

    private ExpressionSyntax? Items(ExpressionSyntax items)
    {
        string text = items.WithoutTrivia().ToString();
        if (items is ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "Sequence" } } created)
            return Expression($"new AsyncSequence{created.ArgumentList!.WithoutTrivia()}{dice.Of("", "", ".ConfigureAwait(false)")}", items);
        bool isKnown = items is ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax
            || text == Host + "A" || text == Host + "List" || text == Host + "Pairs" || text == Host + "Map"
            || text.StartsWith("new List<int>", StringComparison.Ordinal) || text.StartsWith("Enumerable.Range(", StringComparison.Ordinal);
        return isKnown ? Expression($"{Host}Items({text}){dice.Of("", "", ".ConfigureAwait(false)")}", items) : null;
    }

    private VariableDeclarationSyntax? Resources(VariableDeclarationSyntax declaration)
        => declaration is { Type.IsVar: true, Variables: [{ Initializer: { } initializer } variable] } && Resource(initializer.Value) is { } resource
            ? declaration.WithVariables([variable.WithInitializer(initializer.WithValue(resource))])
            : null;

    private static ExpressionSyntax? Resource(ExpressionSyntax resource) => resource switch
    {
        ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "Resource" or "ResourceStruct" } type } created
            => created.WithType(SyntaxFactory.ParseTypeName("Async" + type.Identifier.ValueText).WithTriviaFrom(type)),
        CastExpressionSyntax { Type: NullableTypeSyntax } => Expression("(AsyncResource?)null", resource),
        _ => null,
    };

    /// <summary>What may not live across an await: references, spans, and enumerators that are such.</summary>
    private static bool HasReference(SyntaxNode statement) => statement switch
    {
        LocalDeclarationStatementSyntax { Declaration: var declaration } => declaration.Type is RefTypeSyntax || IsSpan(declaration.ToString()),
        ForEachStatementSyntax loop => IsSpan(loop.Expression.ToString()),
        UsingStatementSyntax { Declaration: { } declaration } => IsSpan(declaration.ToString()),
        _ => false,
    };

    private static bool IsSpan(string text) => text.Contains("Span", StringComparison.Ordinal) || text.Contains("new Passing", StringComparison.Ordinal);
}
