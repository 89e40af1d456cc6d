using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroutineGen.CodeFixes;

/// <summary>CORO3008: declares the coroutine with using, an asynchronous one with await using.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UsingFix() : EditorFix("Declare it with using", "CORO3008")
{
    private protected override bool Applies(SyntaxNode target)
        => Declaration(target) is { UsingKeyword.RawKind: 0, Declaration.Variables: var variables } declaration
            && (variables.Count == 1 || variables.All(variable => IsOnlyDriven(variable, declaration.Parent!)));

    private protected override void Edit(DocumentEditor editor, SyntaxNode target, CancellationToken cancellation)
    {
        var variable = Declaration(target)!.Declaration.Variables[0];
        bool isAsync = editor.SemanticModel.GetDeclaredSymbol(variable, cancellation) is ILocalSymbol { Type: var type }
            && Awaiting.IsAsync(type);
        editor.ReplaceNode(Declaration(target)!, (current, _) => Using((LocalDeclarationStatementSyntax)current, isAsync));
    }

    private static LocalDeclarationStatementSyntax Using(LocalDeclarationStatementSyntax declaration, bool isAsync)
    {
        // Another of its variables has brought it here before.
        if (!declaration.UsingKeyword.IsKind(SyntaxKind.None))
            return declaration;
        var leading = declaration.GetLeadingTrivia();
        declaration = declaration.WithLeadingTrivia().WithUsingKeyword(Keyword(SyntaxKind.UsingKeyword));
        if (isAsync)
            declaration = declaration.WithAwaitKeyword(Keyword(SyntaxKind.AwaitKeyword));
        return declaration.WithLeadingTrivia(leading);
    }

    private static SyntaxToken Keyword(SyntaxKind kind) => SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space);

    /// <summary>
    /// Whether a variable beside the one that is left gets something of its own, and hands it to nobody who may need it longer: members of
    /// it are used, and nothing else.
    /// </summary>
    private static bool IsOnlyDriven(VariableDeclaratorSyntax variable, SyntaxNode scope)
        => variable.Initializer is { Value: not SimpleNameSyntax }
            && scope.DescendantNodes().OfType<IdentifierNameSyntax>()
                .Where(name => name.Identifier.ValueText == variable.Identifier.ValueText)
                .All(name => name.Parent is MemberAccessExpressionSyntax access && access.Expression == name);

    /// <summary>The declaration whose value is what was made.</summary>
    private static LocalDeclarationStatementSyntax? Declaration(SyntaxNode target)
    {
        while (target.Parent is InvocationExpressionSyntax or AwaitExpressionSyntax
            or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Prime" or "PrimeAsync" or "ConfigureAwait" })
            target = target.Parent;
        return target.Parent is EqualsValueClauseSyntax
        {
            Parent.Parent.Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } declaration
        }
            ? declaration
            : null;
    }
}
