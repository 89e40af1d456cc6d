using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Lowering.Meaning;
using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Binding;

/// <summary>
/// The usings of the user's file that a generated file leaves out. One of a file-local type would be an error there. So would be one that
/// names nothing, as while it is typed; it stays where names are missing, which another generator may put into a namespace of its own.
/// </summary>
internal static class HiddenImports
{
    /// <param name="method">The coroutine.</param>
    /// <param name="model">The model of its file, among skeletons.</param>
    /// <param name="outcome">What became of its body.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static EquatableArray<Import> Of(
        MethodDeclarationSyntax method, SemanticModel model, BodyOutcome outcome, CancellationToken cancellation)
    {
        var hidden = FileLocalTypes.Imported(method, model, cancellation);
        if (outcome.IsAccepted || (outcome.Body is null && HasKnownSignature(method, model, cancellation)))
            hidden = hidden.Union(Around(method).Where(import => NamesNothing(import, model, cancellation)));
        return hidden.Select(PlaceReader.Import).ToEquatableArray();
    }

    private static IEnumerable<UsingDirectiveSyntax> Around(MethodDeclarationSyntax method)
        => ((CompilationUnitSyntax)method.SyntaxTree.GetRoot()).Usings
            .Concat(method.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().SelectMany(space => space.Usings));

    /// <summary>Whether a name in it means nothing, or what it names cannot be imported so.</summary>
    private static bool NamesNothing(UsingDirectiveSyntax import, SemanticModel model, CancellationToken cancellation)
    {
        if (import.DescendantNodes(node => node is not NameEqualsSyntax).OfType<NameSyntax>()
            .Where(name => name.Parent is not AliasQualifiedNameSyntax qualified || qualified.Alias != name)
            .Any(name => model.GetSymbolInfo(name, cancellation) is { Symbol: null, CandidateSymbols.IsEmpty: true }))
            return true;
        return import is { Alias: null, Name: { } whole }
            && model.GetSymbolInfo(whole, cancellation).Symbol is ITypeSymbol != import.StaticKeyword.IsKind(SyntaxKind.StaticKeyword);
    }

    private static bool HasKnownSignature(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
        => model.GetDeclaredSymbol(method, cancellation) is { } symbol && !TypeText.IsUnknown(symbol.ReturnType)
            && !symbol.Parameters.Any(parameter => TypeText.IsUnknown(parameter.Type))
            && !symbol.TypeParameters.SelectMany(parameter => parameter.ConstraintTypes).Any(TypeText.IsUnknown);
}
