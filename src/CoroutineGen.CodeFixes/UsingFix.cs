using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroutineGen.CodeFixes;

/// <summary>CORO3008: declares the coroutine with using.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UsingFix() : EditorFix("Declare it with using", "CORO3008")
{
    private protected override bool Applies(SyntaxNode target)
        => Declaration(target) is { UsingKeyword.RawKind: 0, Declaration.Variables.Count: 1 };

    private protected override void Edit(DocumentEditor editor, SyntaxNode target, CancellationToken cancellation)
        => editor.ReplaceNode(Declaration(target)!, (current, _) => Using((LocalDeclarationStatementSyntax)current));

    private static LocalDeclarationStatementSyntax Using(LocalDeclarationStatementSyntax declaration)
    {
        var keyword = SyntaxFactory.Token(
            declaration.GetLeadingTrivia(), SyntaxKind.UsingKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        return declaration.WithLeadingTrivia().WithUsingKeyword(keyword);
    }

    /// <summary>The declaration whose only value is what was made.</summary>
    private static LocalDeclarationStatementSyntax? Declaration(SyntaxNode target)
    {
        while (target.Parent is InvocationExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Prime" })
            target = target.Parent;
        return target.Parent is EqualsValueClauseSyntax
        {
            Parent.Parent.Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } declaration
        }
            ? declaration
            : null;
    }
}
