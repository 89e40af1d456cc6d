using CoroutineGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations.Rules;

/// <summary>Whether a method awaits, and what it yields through: both, or neither; and that a task tells how it ends.</summary>
internal static class AsyncRules
{
    public static IEnumerable<Diagnostic> Check(MethodDeclarationSyntax method)
    {
        if (YieldTypeOf(method) is not { } yieldType)
            yield break;
        string name = method.Identifier.Text;
        string written = yieldType.Identifier.ValueText;
        if (MethodRules.Modifier(method, SyntaxKind.AsyncKeyword) is not { } async)
        {
            if (CoroutineSyntax.IsAsync(yieldType) && MethodRules.HasBody(method))
                yield return Diagnostic.Create(
                    DeclarationDiagnostics.AsyncYieldOfPlainMethod, method.Identifier.GetLocation(), name, written,
                    written.Substring(CoroutineSyntax.AsyncPrefix.Length));
            yield break;
        }
        if (!CoroutineSyntax.IsAsync(yieldType))
            yield return Diagnostic.Create(
                DeclarationDiagnostics.AsyncMethod, async.GetLocation(), name, written, CoroutineSyntax.AsyncPrefix + written);
        else if (method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword })
            yield return Diagnostic.Create(DeclarationDiagnostics.AsyncVoid, method.ReturnType.GetLocation(), name);
        else if (TokenParameters.In(method).Count > 1 && TokenParameters.Of(method) is null)
            yield return Diagnostic.Create(DeclarationDiagnostics.SeveralTokens, method.Identifier.GetLocation(), name);
    }

    /// <summary>Whether the method yields through what is awaited.</summary>
    public static bool AwaitsItsYields(MethodDeclarationSyntax method)
        => YieldTypeOf(method) is { } yieldType && CoroutineSyntax.IsAsync(yieldType);

    /// <summary>
    /// The result is read from the text of the task. Where an alias stands for the task, the text says something else than the symbol.
    /// </summary>
    // using Answer = Task<int>;    [Coroutine] static async Answer Ask(AsyncYield<int> yield)    ---->  CORO1030
    public static IEnumerable<Diagnostic> Check(MethodDeclarationSyntax method, IMethodSymbol symbol)
    {
        if (!AwaitsItsYields(method) || symbol.ReturnType is not INamedTypeSymbol { TypeKind: not TypeKind.Error } task
            || task.Arity == (CoroutineSyntax.AwaitedType(method.ReturnType) is null ? 0 : 1))
            yield break;
        yield return Diagnostic.Create(
            DeclarationDiagnostics.HiddenResult, method.ReturnType.GetLocation(), method.Identifier.Text, method.ReturnType.ToString(),
            task.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
    }

    private static GenericNameSyntax? YieldTypeOf(MethodDeclarationSyntax method)
        => CoroutineSyntax.YieldParameters(method).FirstOrDefault() is { } parameter ? CoroutineSyntax.YieldType(parameter) : null;
}
