using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Declarations.Rules;

/// <summary>
/// A coroutine of an interface that a type implements again: CORO1032. Push-style calls would come to the new body, and the generated
/// overload to the old one. Asked of every type, since those that implement it need not have a coroutine.
/// </summary>
internal static class ReimplementationRule
{
    public static IEnumerable<Diagnostic> Check(INamedTypeSymbol type)
    {
        foreach (var coroutine in type.AllInterfaces.SelectMany(i => i.GetMembers()).OfType<IMethodSymbol>().Where(IsCoroutine))
        {
            if (Implementation(type, coroutine) is not { } method)
                continue;
            ISymbol place = IsOf(method, type) ? method : type;
            yield return Diagnostic.Create(
                DeclarationDiagnostics.Reimplemented, place.Locations.FirstOrDefault(location => location.IsInSource),
                $"{method.ContainingType.Name}.{coroutine.Name}", $"{coroutine.ContainingType.Name}.{coroutine.Name}");
        }
    }

    /// <summary>Whether a method is a coroutine that can be implemented again.</summary>
    private static bool IsCoroutine(IMethodSymbol method)
        => method.IsVirtual && method.Parameters.Any(p => KnownSymbols.IsYieldOrReceive(p.Type))
            && CoroutineSymbols.AttributeOf(method) is not null;

    /// <summary>What implements a coroutine instead of its own body; null where nothing does, or a base class is told already.</summary>
    private static IMethodSymbol? Implementation(INamedTypeSymbol type, IMethodSymbol coroutine)
    {
        var method = type.TypeKind == TypeKind.Interface
            ? type.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(member => member.ExplicitInterfaceImplementations.Any(
                implemented => SymbolEqualityComparer.Default.Equals(implemented, coroutine)))
            : type.FindImplementationForInterfaceMember(coroutine) as IMethodSymbol;
        return method is null || SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, coroutine.OriginalDefinition)
            || !(IsOf(method, type) || type.Interfaces.Contains(coroutine.ContainingType, SymbolEqualityComparer.Default))
                ? null
                : method;
    }

    private static bool IsOf(IMethodSymbol method, INamedTypeSymbol type)
        => SymbolEqualityComparer.Default.Equals(method.ContainingType, type);
}
