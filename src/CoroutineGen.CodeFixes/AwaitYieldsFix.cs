using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroutineGen.CodeFixes;

/// <summary>CORO1005: lets an async method yield through what is awaited, and awaits its yields.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AwaitYieldsFix() : EditorFix("Yield through what is awaited", "CORO1005")
{
    private protected override bool Applies(SyntaxNode target) => YieldOf(target) is not null;

    private protected override void Edit(DocumentEditor editor, SyntaxNode target, CancellationToken cancellation)
    {
        var (method, parameter, type) = YieldOf(target)!.Value;
        editor.ReplaceNode(type, (current, _) => ((GenericNameSyntax)current).WithIdentifier(
            SyntaxFactory.Identifier("Async" + type.Identifier.ValueText).WithTriviaFrom(type.Identifier)));
        foreach (var call in Calls(method, parameter.Identifier.ValueText))
            editor.ReplaceNode(call, (current, _) => Awaited((InvocationExpressionSyntax)current));
    }

    private static (MethodDeclarationSyntax Method, ParameterSyntax Parameter, GenericNameSyntax Type)? YieldOf(SyntaxNode target)
    {
        if (target.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method)
            foreach (var parameter in method.ParameterList.Parameters)
                if (parameter.Type?.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault()
                    is { Identifier.ValueText: "Yield" or "Receive" } type)
                    return (method, parameter, type);
        return null;
    }

    // yield(1), yield.From(inner)
    private static IEnumerable<InvocationExpressionSyntax> Calls(MethodDeclarationSyntax method, string yield)
        => method.DescendantNodes(node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
            .OfType<InvocationExpressionSyntax>()
            .Where(call => (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "From" } access
                ? access.Expression : call.Expression) is IdentifierNameSyntax { Identifier.ValueText: var name } && name == yield);

    // yield(1)            ---->  await yield(1)
    // yield(1).Length     ---->  (await yield(1)).Length
    private static ExpressionSyntax Awaited(InvocationExpressionSyntax call)
    {
        var awaited = Elastic.Without(Awaiting.Await(call));
        return IsOperand(call)
            ? Elastic.Without(SyntaxFactory.ParenthesizedExpression(awaited.WithoutTrivia())).WithTriviaFrom(call)
            : awaited;
    }

    /// <summary>Whether what stands behind the call binds closer than an await.</summary>
    private static bool IsOperand(ExpressionSyntax call) => call.Parent switch
    {
        MemberAccessExpressionSyntax or InvocationExpressionSyntax or PostfixUnaryExpressionSyntax => true,
        ElementAccessExpressionSyntax access => access.Expression == call,
        ConditionalAccessExpressionSyntax access => access.Expression == call,
        _ => false,
    };
}
