using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Finding;

/// <summary>
/// Names that do not bind because another generator makes what they mean; generators do not see each other's output. A mistyped name looks
/// the same, and is reported twice where it is copied: so a name counts only where a generator plausibly adds to the type that misses it.
/// </summary>
internal static class Unresolved
{
    /// <summary>A name, a member, a type or a namespace that is not there.</summary>
    private static readonly HashSet<string> Missing = new(StringComparer.Ordinal)
    {
        "CS0103", "CS0117", "CS0234", "CS0246", "CS0426", "CS1061"
    };

    /// <summary>Whether an error of a body may be gone once all generators have run.</summary>
    public static bool MayBeMade(Diagnostic error, MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
    {
        if (!Missing.Contains(error.Id) || !method.Span.Contains(error.Location.SourceSpan))
            return false;
        var node = method.FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        var owner = OwnerOf(node, error.Id, model, cancellation) ?? model.GetDeclaredSymbol(method, cancellation)?.ContainingType;
        for (var type = owner; type is not null; type = type.ContainingType)
        {
            if (IsAddedTo(type, cancellation))
                return true;
        }
        return false;
    }

    /// <summary>The type that misses a member; null for a name that stands alone.</summary>
    private static INamedTypeSymbol? OwnerOf(SyntaxNode node, string id, SemanticModel model, CancellationToken cancellation)
    {
        if (id is not ("CS0117" or "CS0426" or "CS1061"))
            return null;
        foreach (var ancestor in node.AncestorsAndSelf())
        {
            var owner = ancestor switch
            {
                MemberAccessExpressionSyntax member => TypeOf(member.Expression),
                QualifiedNameSyntax name => TypeOf(name.Left),
                MemberBindingExpressionSyntax binding => binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>() is { } access
                    ? TypeOf(access.Expression)
                    : null,
                RecursivePatternSyntax pattern => model.GetTypeInfo(pattern, cancellation).ConvertedType,
                InitializerExpressionSyntax { Parent: ExpressionSyntax made } => TypeOf(made),
                _ => null,
            };
            if (owner is INamedTypeSymbol named)
                return named;
        }
        return null;

        ITypeSymbol? TypeOf(ExpressionSyntax expression)
            => model.GetTypeInfo(expression, cancellation).Type ?? model.GetSymbolInfo(expression, cancellation).Symbol as ITypeSymbol;
    }

    /// <summary>
    /// Whether a generator seems to add to a type: it is partial, and carries, or a member does, an attribute that may ask for that.
    /// </summary>
    private static bool IsAddedTo(INamedTypeSymbol type, CancellationToken cancellation)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.TypeKind == TypeKind.Error)
                return true;
            bool isPartial = current.DeclaringSyntaxReferences
                .Any(r => r.GetSyntax(cancellation) is MemberDeclarationSyntax declaration
                    && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
            if (isPartial && current.GetMembers().Append(current).Any(AsksForCode))
                return true;
        }
        return false;
    }

    private static bool AsksForCode(ISymbol symbol)
        => symbol.GetAttributes().Any(a => a.AttributeClass is { TypeKind: TypeKind.Error } or null
            || !KnownSymbols.IsPlain(a.AttributeClass));
}
