using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.CodeFixes;

/// <summary>
/// CORO1011: declares the coroutine of a struct readonly. Not where its body may change the struct: that could not be built then, or would
/// change a copy without a word.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ReadOnlyFix() : EditorFix("Declare the method readonly", "CORO1011")
{
    private protected override bool Applies(SyntaxNode target, SemanticModel model, CancellationToken cancellation)
        => target.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
            && model.GetOperation(method, cancellation) is { } body
            && body.Descendants().OfType<IInstanceReferenceOperation>()
                .Where(self => self.ReferenceKind == InstanceReferenceKind.ContainingTypeInstance)
                .All(IsOnlyRead);

    private protected override void Edit(DocumentEditor editor, SyntaxNode target, CancellationToken cancellation)
        => editor.ReplaceNode(
            target.FirstAncestorOrSelf<MethodDeclarationSyntax>()!,
            (current, generator) => generator.WithModifiers(current, generator.GetModifiers(current).WithIsReadOnly(true)));

    /// <summary>Whether a part of the struct, or all of it, stands where nothing but its value is taken.</summary>
    // this.a.b    ---->  this, then this.a, then this.a.b
    private static bool IsOnlyRead(IOperation part) => part.Parent switch
    {
        IFieldReferenceOperation { Field: { IsReadOnly: false, Type.IsValueType: true } } field => IsOnlyRead(field),
        IFieldReferenceOperation field => !IsWritten(field),
        IPropertyReferenceOperation property => property.Property.GetMethod is { IsReadOnly: true } && !IsWritten(property),
        IInvocationOperation call when call.Instance == part => call.TargetMethod.IsReadOnly || !part.Type!.IsValueType,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => false,
        IConversionOperation or IReturnOperation or IVariableInitializerOperation or IBinaryOperation or IInterpolationOperation
            or IArgumentOperation { Parameter.RefKind: RefKind.None or RefKind.In } => true,
        _ => false,
    };

    private static bool IsWritten(IOperation part) => part.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == part,
        IIncrementOrDecrementOperation or ITupleOperation or IEventAssignmentOperation => true,
        IArgumentOperation { Parameter.RefKind: var kind } => kind is not (RefKind.None or RefKind.In),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
        _ => false,
    };
}
