using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations;

/// <summary>
/// Whether a coroutine's own name, in its text, can only mean members of its own type: a static class inherits none, and a call by the
/// simple name finds the method itself before anything further out. Many methods of a project may be called Run.
/// </summary>
internal static class OwnType
{
    /// <returns>The type; null where the name may mean something else.</returns>
    // static class C { [Coroutine] static void Run(int n, Yield<int> yield) { yield.From(Run(n - 1)); } }    ---->  C
    // .. { other.Run(); }, .. { Func<..> f = Run; }, class D : B { .. }                                       ---->  null
    public static string? Of(MethodDeclarationSyntax method)
        => method.Parent is ClassDeclarationSyntax host && host.Modifiers.Any(SyntaxKind.StaticKeyword)
            && method.DescendantTokens().All(token => token.ValueText != method.Identifier.ValueText || token == method.Identifier
                || token.Parent is SimpleNameSyntax { Parent: InvocationExpressionSyntax call } name && call.Expression == name)
            ? DeclarationHash.PathOf(host)
            : null;
}
