using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Lowering.Meaning;

/// <summary>
/// Which of the user's types are file-local: generated code is in a file of its own, where their names mean nothing, or another type.
/// </summary>
internal static class FileLocalTypes
{
    /// <summary>The places where a method mentions a file-local type or implies one, with the type: each place once.</summary>
    public static IEnumerable<(SyntaxNode Place, INamedTypeSymbol Type)> MentionedIn(
        MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
    {
        if (!AreDeclaredIn(method.SyntaxTree.GetCompilationUnitRoot(cancellation)))
            yield break;
        var places = new List<SyntaxNode>();
        // Names first: an expression around one has a file-local type because of the name.
        foreach (var node in method.DescendantNodes().OrderBy(n => n is SimpleNameSyntax ? 0 : 1))
        {
            if (places.Exists(p => node.Span.Contains(p.Span) || IsMemberOf(node, p)))
                continue;
            if (SymbolsOf(node, model, cancellation).Select(In).FirstOrDefault(t => t is not null) is { } type)
            {
                places.Add(node);
                yield return (node, type);
            }
        }
    }

    private static bool IsMemberOf(SyntaxNode name, SyntaxNode place) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name == name && access.Expression.Span.Contains(place.Span),
        QualifiedNameSyntax qualified => qualified.Right == name && qualified.Left.Span.Contains(place.Span),
        _ => false,
    };

    /// <summary>Whether a method mentions a file-local type outside of its body: in a default value, or an attribute.</summary>
    public static bool AreInSignature(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
    {
        var body = method.Body ?? (SyntaxNode?)method.ExpressionBody;
        return MentionedIn(method, model, cancellation).Any(m => body?.Span.Contains(m.Place.Span) != true);
    }

    /// <summary>The usings around a method whose target is a file-local type, or is constructed of one.</summary>
    public static IEnumerable<UsingDirectiveSyntax> Imported(
        MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
    {
        var root = method.SyntaxTree.GetCompilationUnitRoot(cancellation);
        if (!AreDeclaredIn(root))
            return [];
        return root.Usings.Concat(method.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().SelectMany(n => n.Usings))
            .Where(u => u.DescendantNodes().OfType<TypeSyntax>()
                .Any(t => In(model.GetSymbolInfo(t, cancellation).Symbol) is not null));
    }

    /// <summary>The first file-local type among those that a symbol is constructed of or contained in; null for none.</summary>
    public static INamedTypeSymbol? In(ISymbol? symbol) => symbol switch
    {
        INamedTypeSymbol { IsFileLocal: true } type => type,
        INamedTypeSymbol type => In(type.ContainingType) ?? First(type.TypeArguments),
        IArrayTypeSymbol array => In(array.ElementType),
        IPointerTypeSymbol pointer => In(pointer.PointedAtType),
        IFunctionPointerTypeSymbol pointer => In(pointer.Signature.ReturnType) ?? First(pointer.Signature.Parameters.Select(p => p.Type)),
        IMethodSymbol method => In((method.ReducedFrom ?? method).ContainingType) ?? First(method.TypeArguments),
        IAliasSymbol alias => In(alias.Target),
        IPropertySymbol or IFieldSymbol or IEventSymbol => In(symbol.ContainingType),
        _ => null,
    };

    /// <summary>Whether a file declares such types: they cannot be nested.</summary>
    private static bool AreDeclaredIn(SyntaxNode scope) => scope switch
    {
        CompilationUnitSyntax unit => unit.Members.Any(AreDeclaredIn),
        BaseNamespaceDeclarationSyntax space => space.Members.Any(AreDeclaredIn),
        MemberDeclarationSyntax member => member.Modifiers.Any(SyntaxKind.FileKeyword),
        _ => false,
    };

    private static INamedTypeSymbol? First(IEnumerable<ITypeSymbol> types) => types.Select(In).FirstOrDefault(t => t is not null);

    /// <summary>
    /// The symbols that a node names, and those that C# uses there without a name: conversions, operators, pattern-based methods.
    /// </summary>
    private static IEnumerable<ISymbol?> SymbolsOf(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (node is SimpleNameSyntax or ExpressionSyntax or PatternSyntax or SelectOrGroupClauseSyntax or OrderingSyntax)
        {
            var info = model.GetSymbolInfo(node, cancellation);
            yield return info.Symbol;
            foreach (var candidate in info.CandidateSymbols)
                yield return candidate;
        }
        switch (node)
        {
            case IdentifierNameSyntax { IsVar: true }:
                yield return model.GetTypeInfo(node, cancellation).Type;
                break;
            case ExpressionSyntax expression:
                var type = model.GetTypeInfo(expression, cancellation);
                yield return type.Type;
                yield return type.ConvertedType;
                yield return model.GetConversion(expression, cancellation).MethodSymbol;
                if (expression.Parent is InitializerExpressionSyntax)
                    yield return model.GetCollectionInitializerSymbolInfo(expression, cancellation).Symbol;
                if (expression is AssignmentExpressionSyntax assignment && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
                    yield return model.GetDeconstructionInfo(assignment).Method;
                if (expression is CollectionExpressionSyntax)
                    foreach (var called in Called(expression, model, cancellation))
                        yield return called;
                break;
            case QueryClauseSyntax clause:
                var query = model.GetQueryClauseInfo(clause, cancellation);
                yield return query.OperationInfo.Symbol;
                yield return query.CastInfo.Symbol;
                break;
            case ForEachVariableStatementSyntax loop:
                yield return model.GetDeconstructionInfo(loop).Method;
                yield return model.GetForEachStatementInfo(loop).GetEnumeratorMethod;
                break;
            case ForEachStatementSyntax loop:
                var each = model.GetForEachStatementInfo(loop);
                yield return each.GetEnumeratorMethod;
                yield return each.ElementConversion.MethodSymbol;
                break;
            case PositionalPatternClauseSyntax { Parent: RecursivePatternSyntax pattern }
                when model.GetOperation(pattern, cancellation) is IRecursivePatternOperation recursive:
                yield return recursive.DeconstructSymbol;
                break;
            case SingleVariableDesignationSyntax or VariableDeclaratorSyntax:
                yield return (model.GetDeclaredSymbol(node, cancellation) as ILocalSymbol)?.Type;
                break;
        }
    }

    /// <summary>The methods that C# calls to build a collection expression.</summary>
    private static IEnumerable<ISymbol?> Called(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation)
        => model.GetOperation(expression, cancellation)?.DescendantsAndSelf().OfType<IInvocationOperation>().Select(i => i.TargetMethod)
            ?? [];
}
