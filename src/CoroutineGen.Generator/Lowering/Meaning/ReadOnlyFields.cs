using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Meaning;

/// <summary>
/// Whether a readonly field has the same value after a suspension. A constructor may start a coroutine of the object that it makes, assign
/// the field, and resume the coroutine.
/// </summary>
internal static class ReadOnlyFields
{
    /// <summary>
    /// Whether an lvalue that was reached through a field before a suspension is the same one after it. That holds for a field that only
    /// its initializer sets, before any constructor; and for a reference that is assigned once: before that it was null, and led to no
    /// lvalue.
    /// </summary>
    public static bool AreSettled(IFieldSymbol field, Compilation compilation, CancellationToken cancellation)
    {
        if (field is { IsReadOnly: false } or { DeclaringSyntaxReferences.IsEmpty: true })
            return false;
        var makers = field.ContainingType.DeclaringSyntaxReferences
            .SelectMany(r => r.GetSyntax(cancellation).DescendantNodes())
            .Where(n => n is ConstructorDeclarationSyntax or AccessorDeclarationSyntax { RawKind: (int)SyntaxKind.InitAccessorDeclaration })
            .Select(maker => (Maker: maker, Writes: maker.DescendantNodes().OfType<IdentifierNameSyntax>()
                .Where(n => IsWrite(n, field, compilation, cancellation)).ToList()))
            .Where(m => m.Writes.Count > 0).ToList();
        bool isInitialized = field.DeclaringSyntaxReferences.Any(
            r => r.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer: not null });
        // The initializer of a static field can run a coroutine before the next initializer; one of an instance field has no "this".
        if (makers.Count == 0)
            return !isInitialized || !field.IsStatic || field.Type.IsReferenceType;
        return !isInitialized && field.Type.IsReferenceType
            && makers.TrueForAll(m => m.Writes.Count == 1 && IsDoneOnce(m.Writes[0], m.Maker));
    }

    private static bool IsWrite(IdentifierNameSyntax name, IFieldSymbol field, Compilation compilation, CancellationToken cancellation)
    {
        ExpressionSyntax place = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return name.Identifier.ValueText == field.Name && Writes.To(place)
            && SymbolEqualityComparer.Default.Equals(
                compilation.GetSemanticModel(name.SyntaxTree).GetSymbolInfo(name, cancellation).Symbol?.OriginalDefinition,
                field.OriginalDefinition);
    }

    /// <summary>Whether an assignment runs once for each object: in a constructor without this(..), and in none of its loops.</summary>
    private static bool IsDoneOnce(IdentifierNameSyntax name, SyntaxNode maker)
        => maker is ConstructorDeclarationSyntax { Initializer: not { RawKind: (int)SyntaxKind.ThisConstructorInitializer } }
            && !maker.DescendantNodes().Any(n => n is GotoStatementSyntax)
            && !name.Ancestors().TakeWhile(a => a != maker).Any(a => a is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax
                or CommonForEachStatementSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
}
