using System.Collections.Concurrent;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Analyzers.Usage.Subjects;

/// <summary>
/// Recognises generated factories, here and in referenced assemblies. What a factory was generated from stands beside it with its
/// attribute, in metadata too, so that nothing more has to be written down about it.
/// </summary>
internal sealed class Factories
{
    private readonly ConcurrentDictionary<IMethodSymbol, Factory?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Null where the method is no factory.</summary>
    public Factory? Of(IMethodSymbol method)
        => Made(method) is { } made && (CoroutineTypes.IsCoroutine(made) || CoroutineTypes.IsAsyncCoroutine(made))
            ? _known.GetOrAdd(method.OriginalDefinition, Find)
            : null;

    /// <summary>The [Coroutine] method that a coroutine's own class was generated from; null for all other types.</summary>
    public static IMethodSymbol? Source(ITypeSymbol? made)
        => made is INamedTypeSymbol { IsSealed: true, ContainingType: { } host } type
            && (CoroutineTypes.IsCoroutine(type) || CoroutineTypes.IsAsyncCoroutine(type))
            ? host.GetMembers().OfType<IMethodSymbol>()
                .FirstOrDefault(method => CoroutineSymbols.AttributeOf(method) is { } found && ClassOf(method, found) == type.Name)
            : null;

    // Primed asynchronous ones are given when they have come to their first yield.
    private static INamedTypeSymbol? Made(IMethodSymbol factory)
        => factory.ReturnType is INamedTypeSymbol type
            ? KnownSymbols.IsValueTask(type) && type.Arity == 1 ? type.TypeArguments[0] as INamedTypeSymbol : type
            : null;

    private static string ClassOf(IMethodSymbol method, AttributeData attribute)
        => Argument(attribute, "ClassName") as string ?? method.Name + CoroutineSyntax.ClassSuffix;

    private static Factory? Find(IMethodSymbol method)
    {
        if (Made(method) is not { IsSealed: true } made
            || !SymbolEqualityComparer.Default.Equals(made.ContainingType?.OriginalDefinition, method.ContainingType?.OriginalDefinition))
            return null;
        foreach (var other in method.ContainingType!.GetMembers(method.Name).OfType<IMethodSymbol>())
            if (other.Parameters.Length == method.Parameters.Length + 1 && CoroutineSymbols.AttributeOf(other) is { } attribute
                && ClassOf(other, attribute) == made.Name)
                return new(other, CoroutineSymbols.IsPrimed(attribute));
        return null;
    }

    private static object? Argument(AttributeData attribute, string name)
        => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;
}

/// <summary>A generated factory.</summary>
/// <param name="Method">The [Coroutine] method that it was generated from.</param>
/// <param name="IsPrimed">Whether what it returns has run to its first yield.</param>
internal sealed record Factory(IMethodSymbol Method, bool IsPrimed);
