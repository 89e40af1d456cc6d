using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.CodeFixes;

/// <summary>A method that returns what C# lets iterators return, where an editor's cursor stands on its name.</summary>
internal sealed class IteratorMethod
{
    private IteratorMethod(MethodDeclarationSyntax syntax, IMethodSymbol symbol, ITypeSymbol yielded, SemanticModel model)
    {
        Syntax = syntax;
        Symbol = symbol;
        Yielded = yielded;
        Model = model;
    }

    public MethodDeclarationSyntax Syntax { get; }

    public IMethodSymbol Symbol { get; }

    /// <summary>The type of the elements.</summary>
    public ITypeSymbol Yielded { get; }

    public SemanticModel Model { get; }

    /// <summary>The type of the elements, as it is written at the method.</summary>
    public string Element => Yielded.ToMinimalDisplayString(Model, Syntax.SpanStart);

    public static async Task<IteratorMethod?> At(CodeRefactoringContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || !method.Identifier.Span.IntersectsWith(context.Span))
            return null;
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        return model?.GetDeclaredSymbol(method, context.CancellationToken) is IMethodSymbol symbol
            && symbol.ReturnType is INamedTypeSymbol { Arity: 1 } sequence
            && (symbol.IsAsync ? IsAsyncSequence(sequence) : IsSequence(sequence))
                ? new(method, symbol, sequence.TypeArguments[0], model)
                : null;
    }

    private static bool IsSequence(INamedTypeSymbol type)
        => type.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T
            or SpecialType.System_Collections_Generic_IEnumerator_T;

    private static bool IsAsyncSequence(INamedTypeSymbol type)
        => type is { Name: "IAsyncEnumerable" or "IAsyncEnumerator", ContainingNamespace: { Name: "Generic" } space }
            && space.ToDisplayString() == "System.Collections.Generic";
}
