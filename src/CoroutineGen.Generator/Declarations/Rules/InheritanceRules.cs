using CoroutineGen.Generator.Declarations.Inheriting;
using CoroutineGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations.Rules;

/// <summary>
/// What a base class declares with the parameters of the factory: overridden where that can be. An abstract method may not be hidden,
/// and one that gives a coroutine is not hidden without a word: its callers would not come to the body that was written for them.
/// </summary>
internal static class InheritanceRules
{
    public static IEnumerable<Diagnostic> Check(MethodDeclarationSyntax method, IMethodSymbol symbol, SemanticModel model)
    {
        if (InheritedFactory.Of(symbol, model.Compilation) is not { IsOverridden: false, Method: var inherited }
            || !(inherited.IsAbstract || GivesCoroutine(inherited)))
            yield break;
        yield return Diagnostic.Create(
            DeclarationDiagnostics.FactoryTaken, method.Identifier.GetLocation(), symbol.Name, inherited.ContainingType.Name,
            ", and it would not be overridden", Repair(symbol, inherited.ReturnType, Shown));

        string Shown(ITypeSymbol type) => type.ToMinimalDisplayString(model, method.SpanStart);
    }

    private static bool GivesCoroutine(IMethodSymbol method)
        => CoroutineTypes.HasCoroutineShape(method.ReturnType) || CoroutineTypes.HasAsyncCoroutineShape(method.ReturnType);

    private static string Repair(IMethodSymbol symbol, ITypeSymbol inherited, Func<ITypeSymbol, string> shown)
    {
        if (symbol.IsStatic)
            return "declare the coroutine without 'static', or rename one of them";
        if (symbol.Arity > 0 || InheritedFactory.IsPrimedLater(symbol) || CoroutineBase.Of(symbol) is not { } made
            || CoroutineBase.Is(made, inherited))
            return "rename one of them";
        return $"let it return '{shown(made)}', or rename one of them";
    }
}
