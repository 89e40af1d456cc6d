using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Tests.Async;

/// <summary>
/// Makes asynchronous coroutines of synchronous ones, in text: what is known to behave as its push-style call is to behave so in this form
/// too. Besides its yields each body awaits something behind each of its statements, which now and then is not ready.
/// </summary>
// [Coroutine] static int M(Log l, Yield<int, int> yield) { F(yield(1)); return 2; }
// ---->
// [Coroutine] static async Task<int> M(Log l, AsyncYield<int, int> yield) { F((await yield(1))); await AsyncDrv.Turn(); return 2; }
/// <param name="isAwaitingLoops">Whether loops and resources around a yield become those that await.</param>
/// <param name="isWaiting">Whether a body awaits anything besides its yields.</param>
/// <param name="stays">Which methods stay as they are; none where it is null.</param>
internal sealed class AsyncForm(bool isAwaitingLoops, bool isWaiting = true, Func<MethodDeclarationSyntax, bool>? stays = null)
    : CSharpSyntaxRewriter
{
    private string? _yield;

    public static string Of(string source, CSharpParseOptions options, bool isAwaitingLoops = false, bool isWaiting = true)
        => new AsyncForm(isAwaitingLoops, isWaiting).Visit(CSharpSyntaxTree.ParseText(source, options).GetRoot()).ToFullString();

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        var parameter = node.ParameterList.Parameters.FirstOrDefault(p => p.Type?.ToString() is { } type
            && (type.StartsWith("Yield<", StringComparison.Ordinal) || type.StartsWith("Receive<", StringComparison.Ordinal)));
        if (parameter is null || node.AttributeLists.Count == 0 || stays?.Invoke(node) == true)
            return base.VisitMethodDeclaration(node);
        _yield = parameter.Identifier.ValueText;
        var method = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
        _yield = null;
        string type = node.ReturnType.ToString() is var result && result == "void" ? "Task" : $"Task<{result}>";
        var place = method.ParameterList.Parameters.First(p => p.Identifier.ValueText == parameter.Identifier.ValueText);
        return method
            .ReplaceNode(place, place.WithType(SyntaxFactory.ParseTypeName("Async" + parameter.Type + " ")))
            .WithReturnType(SyntaxFactory.ParseTypeName(type).WithTriviaFrom(node.ReturnType))
            .AddModifiers(SyntaxFactory.ParseToken("async "));
    }

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var visited = (InvocationExpressionSyntax)base.VisitInvocationExpression(node)!;
        return IsYield(node)
            ? SyntaxFactory.ParseExpression($"(await {visited.WithoutTrivia().ToFullString()})").WithTriviaFrom(visited)
            : visited;
    }

    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        var visited = (ExpressionStatementSyntax)base.VisitExpressionStatement(node)!;
        if (IsYield(node.Expression))
            visited = visited.WithExpression(((ParenthesizedExpressionSyntax)visited.Expression).Expression);
        return visited;
    }

    public override SyntaxNode? VisitBlock(BlockSyntax node)
    {
        var visited = (BlockSyntax)base.VisitBlock(node)!;
        if (_yield is null || !isWaiting || node.Ancestors().Any(a => a is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax
            or UnsafeStatementSyntax or LockStatementSyntax or FixedStatementSyntax or CheckedStatementSyntax))
            return visited;
        var turn = SyntaxFactory.ParseStatement("await Bugs.AsyncDrv.Turn();");
        return visited.WithStatements(SyntaxFactory.List(
            visited.Statements.SelectMany(s => s is ExpressionStatementSyntax ? new[] { s, turn } : new[] { s })));
    }

    // foreach (var x in xs) yield(x);    ---->  await foreach (var x in AsyncDrv.Items(xs)) await yield(x);
    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node)
    {
        var visited = (ForEachStatementSyntax)base.VisitForEachStatement(node)!;
        return isAwaitingLoops && Holds(node)
            ? visited.WithAwaitKeyword(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space)).WithExpression(Through("Items", visited.Expression))
            : visited;
    }

    public override SyntaxNode? VisitForEachVariableStatement(ForEachVariableStatementSyntax node)
    {
        var visited = (ForEachVariableStatementSyntax)base.VisitForEachVariableStatement(node)!;
        return isAwaitingLoops && Holds(node)
            ? visited.WithAwaitKeyword(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space)).WithExpression(Through("Items", visited.Expression))
            : visited;
    }

    // using (d) yield(1);    ---->  await using (AsyncDrv.Using(d)) await yield(1);
    public override SyntaxNode? VisitUsingStatement(UsingStatementSyntax node)
    {
        var visited = (UsingStatementSyntax)base.VisitUsingStatement(node)!;
        return isAwaitingLoops && Holds(node) && visited.Expression is { } expression
            ? visited.WithAwaitKeyword(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space)).WithExpression(Through("Using", expression))
            : visited;
    }

    private static ExpressionSyntax Through(string function, ExpressionSyntax inner)
        => SyntaxFactory.ParseExpression($"Bugs.AsyncDrv.{function}({inner.ToFullString()})");

    private bool Holds(SyntaxNode node) => _yield is not null && node.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(IsYield);

    private bool IsYield(ExpressionSyntax node) => _yield is not null && node is InvocationExpressionSyntax call && call.Expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText == _yield,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "From" or "Invoke", Expression: IdentifierNameSyntax name }
            => name.Identifier.ValueText == _yield,
        _ => false,
    };
}
