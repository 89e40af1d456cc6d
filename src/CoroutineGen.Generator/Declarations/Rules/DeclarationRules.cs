using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations.Rules;

/// <summary>What can be said against a coroutine's declaration from its text alone.</summary>
internal static class DeclarationRules
{
    /// <summary>Whether an overload and a class can be written at all, be it only as a stub.</summary>
    public static bool CanHaveFactory(MethodDeclarationSyntax method)
        => CoroutineSyntax.YieldParameters(method).Take(2).Count() == 1
            && method.ExplicitInterfaceSpecifier is null
            && AttributeRules.CanNameType(CoroutineSyntax.ClassName(method))
            && !MethodRules.ReservedTypeParameters(method).Any()
            && HostRules.Types(method).All(HostRules.CanBeExtended);

    public static IEnumerable<Diagnostic> Check(MethodDeclarationSyntax method)
        => HostRules.Check(method)
            .Concat(MethodRules.Check(method))
            .Concat(AsyncRules.Check(method))
            .Concat(ParameterRules.Check(method))
            .Concat(AttributeRules.Check(method));
}
