using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroutineGen.CodeFixes;

/// <summary>
/// CS0118 ("'yield' is a variable but is used like a type"): a value that stands behind the yield parameter as behind a keyword. To C#
/// that is the declaration of a variable of that name.
/// </summary>
// yield i;    ---->  yield(i);
// yield i;    ---->  await yield(i);      in an async coroutine
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class YieldCallFix() : EditorFix("Yield the value", "CS0118")
{
    private protected override bool Applies(SyntaxNode target) => Value(target) is not null;

    private protected override void Edit(DocumentEditor editor, SyntaxNode target, CancellationToken cancellation)
    {
        var statement = target.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()!;
        bool isAsync = target.FirstAncestorOrSelf<MethodDeclarationSyntax>()!.Modifiers.Any(SyntaxKind.AsyncKeyword);
        var call = SyntaxFactory.InvocationExpression(
            (IdentifierNameSyntax)target.WithoutTrivia(),
            SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(
                SyntaxFactory.Argument(SyntaxFactory.IdentifierName(Value(target)!.Identifier.WithoutTrivia())))));
        editor.ReplaceNode(statement, (current, _) =>
            Elastic.Without(SyntaxFactory.ExpressionStatement(isAsync ? Awaiting.Await(call) : call)).WithTriviaFrom(current));
    }

    /// <summary>The "variable" whose type would be the yield parameter; null for all other uses of a variable as a type.</summary>
    private static VariableDeclaratorSyntax? Value(SyntaxNode target)
        => target is IdentifierNameSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration } type
            && declaration.Variables[0] is { Initializer: null, ArgumentList: null } value
            && declaration.Parent is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Modifiers.Count: 0 }
            && target.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
            && YieldParameter.NameOf(method) == type.Identifier.Text
            && !target.Ancestors().TakeWhile(a => a != method)
                .Any(a => a is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)
            ? value
            : null;
}
