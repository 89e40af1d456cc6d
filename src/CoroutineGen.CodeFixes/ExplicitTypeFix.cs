using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroutineGen.CodeFixes;

/// <summary>
/// CORO2012: writes out the type of a variable that is declared with var. The generator cannot see what another one makes, and so cannot
/// infer the type; but in the end it has a name, and that is all the generator needs. (The types of CORO2005 have none.)
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ExplicitTypeFix() : EditorFix("Write the type explicitly", "CORO2012")
{
    private protected override bool Applies(SyntaxNode target) => Var(target) is not null;

    private protected override void Edit(DocumentEditor editor, SyntaxNode target, CancellationToken cancellation)
    {
        var written = Var(target)!;
        if (editor.SemanticModel.GetTypeInfo(written, cancellation).Type is { IsAnonymousType: false, TypeKind: not TypeKind.Error } type)
            editor.ReplaceNode(written, Named(type, written, editor.SemanticModel).WithTriviaFrom(written));
    }

    private static TypeSyntax Named(ITypeSymbol type, TypeSyntax written, SemanticModel model)
        => SyntaxFactory.ParseTypeName(type.ToMinimalDisplayString(model, written.SpanStart));

    private static TypeSyntax? Var(SyntaxNode target)
    {
        var declaring = target.FirstAncestorOrSelf<SyntaxNode>(
            node => node is VariableDeclarationSyntax or ForEachStatementSyntax or DeclarationExpressionSyntax or StatementSyntax);
        var type = declaring switch
        {
            VariableDeclarationSyntax declaration => declaration.Type,
            LocalDeclarationStatementSyntax declaration => declaration.Declaration.Type,
            ForEachStatementSyntax loop => loop.Type,
            DeclarationExpressionSyntax expression => expression.Type,
            _ => null,
        };
        return type is { IsVar: true } ? type : null;
    }
}
