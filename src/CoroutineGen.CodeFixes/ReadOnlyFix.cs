using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace CoroutineGen.CodeFixes;

/// <summary>
/// CORO1011: declares the coroutine of a struct readonly. Not where its body changes the struct, which could not be built then.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ReadOnlyFix() : EditorFix("Declare the method readonly", "CORO1011")
{
    private protected override bool Applies(SyntaxNode target)
        => target.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { Parent: TypeDeclarationSyntax type } method && !Changes(method, type);

    private protected override void Edit(DocumentEditor editor, SyntaxNode target, CancellationToken cancellation)
        => editor.ReplaceNode(
            target.FirstAncestorOrSelf<MethodDeclarationSyntax>()!,
            (current, generator) => generator.WithModifiers(current, generator.GetModifiers(current).WithIsReadOnly(true)));

    /// <summary>Whether something of the struct's own is written to, or may be: by its name, without asking what that means.</summary>
    private static bool Changes(MethodDeclarationSyntax method, TypeDeclarationSyntax type)
    {
        var parameters = type.ChildNodes().OfType<ParameterListSyntax>().SelectMany(list => list.Parameters);
        var names = new HashSet<string>(type.Members.SelectMany(Names).Concat(parameters.Select(p => p.Identifier.ValueText)));
        return method.DescendantNodes().Any(node => Written(node) is { } written && (Root(written) is ThisExpressionSyntax
            || (Root(written) is IdentifierNameSyntax name && names.Contains(name.Identifier.ValueText))));
    }

    private static IEnumerable<string> Names(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(v => v.Identifier.ValueText),
        PropertyDeclarationSyntax property => [property.Identifier.ValueText],
        EventFieldDeclarationSyntax @event => @event.Declaration.Variables.Select(v => v.Identifier.ValueText),
        _ => [],
    };

    private static ExpressionSyntax? Written(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } changed
            => changed.Operand,
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } changed
            => changed.Operand,
        ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword or (int)SyntaxKind.OutKeyword } argument => argument.Expression,
        RefExpressionSyntax reference => reference.Expression,
        _ => null,
    };

    // this.a.b    ---->  this
    // a.b         ---->  a
    private static ExpressionSyntax Root(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => Root(access.Expression),
        _ => expression,
    };
}
