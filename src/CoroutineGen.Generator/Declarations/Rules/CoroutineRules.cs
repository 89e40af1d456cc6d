using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations.Rules;

/// <summary>Every rule on a coroutine's declaration: the one list that generator and analyzer share.</summary>
internal static class CoroutineRules
{
    public static ImmutableArray<Diagnostic> Check(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
        => DeclarationRules.Check(method).Concat(SymbolRules.Check(method, model, cancellation)).ToImmutableArray();
}
