using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroutineGen.CodeFixes;

/// <summary>CORO1002: adds the yield parameter, of the type that the calls of 'yield' in the body ask for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddYieldParameterFix() : EditorFix("Add the yield parameter", "CORO1002")
{
    private protected override bool Applies(SyntaxNode target)
        => target.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
            && !method.ParameterList.Parameters.Any(parameter => parameter.Identifier.ValueText == "yield");

    private protected override void Edit(DocumentEditor editor, SyntaxNode target, CancellationToken cancellation)
    {
        var method = target.FirstAncestorOrSelf<MethodDeclarationSyntax>()!;
        string type = TypeFor(method, editor.SemanticModel, cancellation);
        editor.ReplaceNode(method, (current, _) => YieldParameter.Add((MethodDeclarationSyntax)current, type));
    }

    private static string TypeFor(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
    {
        string prefix = method.Modifiers.Any(SyntaxKind.AsyncKeyword) ? "Async" : "";
        var call = method.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .FirstOrDefault(node => node.Expression is IdentifierNameSyntax { Identifier.ValueText: "yield" });
        string? sent = call is null ? null : Sent(call);
        if (call is null || (call.ArgumentList.Arguments.Count == 0 && sent is null))
            return prefix + "Yield<int>";
        if (call.ArgumentList.Arguments.Count == 0)
            return $"{prefix}Receive<{sent}>";
        var yielded = model.GetTypeInfo(call.ArgumentList.Arguments[0].Expression, cancellation).Type;
        string value = yielded is null or IErrorTypeSymbol ? "object" : yielded.ToMinimalDisplayString(model, method.SpanStart);
        return sent is null ? $"{prefix}Yield<{value}>" : $"{prefix}Yield<{value}, {sent}>";
    }

    /// <summary>The type of the variable that takes the answer; null where there is none.</summary>
    private static string? Sent(InvocationExpressionSyntax call) => (Awaiting.Around(call) ?? (ExpressionSyntax)call).Parent switch
    {
        ExpressionStatementSyntax or ArrowExpressionClauseSyntax => null,
        EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Type: { IsVar: false } type } } => type.ToString(),
        _ => "object",
    };
}
