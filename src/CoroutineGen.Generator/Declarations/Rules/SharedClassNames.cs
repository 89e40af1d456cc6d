using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations.Rules;

/// <summary>
/// The coroutines of a type by the names of their classes: read once for each type, since to look at all its members for each coroutine
/// takes quadratic time in a type of many.
/// </summary>
internal sealed class SharedClassNames
{
    private static readonly ConditionalWeakTable<INamedTypeSymbol, SharedClassNames> Known = new();

    private readonly ILookup<(string Name, int Arity), IMethodSymbol> _coroutines;

    private SharedClassNames(INamedTypeSymbol host) => _coroutines = host.GetMembers().OfType<IMethodSymbol>()
        .SelectMany(method => ClassNamesOf(method).Select(name => (name, method)))
        .ToLookup(found => (found.name, found.method.Arity), found => found.method);

    /// <summary>Whether another coroutine of the type has a class of that name and as many type parameters.</summary>
    public static bool HasAnother(string className, IMethodSymbol coroutine)
        => Known.GetValue(coroutine.ContainingType, host => new(host))._coroutines[(className, coroutine.Arity)]
            .Any(other => !SymbolEqualityComparer.Default.Equals(other, coroutine));

    private static IEnumerable<string> ClassNamesOf(IMethodSymbol method) => method.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax())
        .OfType<MethodDeclarationSyntax>()
        .Where(declaration => CoroutineSyntax.Attribute(declaration.AttributeLists) is not null)
        .Select(CoroutineSyntax.ClassName);
}
