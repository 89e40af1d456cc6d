using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations.Inheriting;

/// <summary>The parameters that a factory will have, held against those of other methods of its name.</summary>
internal static class FactorySignature
{
    /// <summary>Whether a method has the parameters that the factory will have.</summary>
    public static bool Has(IMethodSymbol coroutine, IMethodSymbol other)
    {
        var expected = Parameters(coroutine);
        if (SymbolEqualityComparer.Default.Equals(coroutine, other)
            || other.Arity != coroutine.Arity || other.Parameters.Length != expected.Length)
            return false;
        for (int i = 0; i < expected.Length; i++)
            if (!SameType(expected[i].Type, other.Parameters[i].Type) || expected[i].RefKind != other.Parameters[i].RefKind)
                return false;
        return true;
    }

    /// <summary>Whether two coroutines differ in nothing but the yield parameter, which neither factory has.</summary>
    public static bool IsShared(IMethodSymbol coroutine, IMethodSymbol other)
    {
        if (SymbolEqualityComparer.Default.Equals(coroutine, other) || other.Arity != coroutine.Arity
            || !other.DeclaringSyntaxReferences.Any(IsCoroutine))
            return false;
        var mine = Parameters(coroutine);
        var theirs = Parameters(other);
        return mine.Length == theirs.Length
            && mine.Zip(theirs, (a, b) => SameType(a.Type, b.Type) && a.RefKind == b.RefKind).All(same => same);
    }

    private static IParameterSymbol[] Parameters(IMethodSymbol coroutine)
        => coroutine.Parameters.Where(p => !KnownSymbols.IsYieldOrReceive(p.Type)).ToArray();

    private static bool IsCoroutine(SyntaxReference declaration)
        => declaration.GetSyntax() is MethodDeclarationSyntax method && CoroutineSyntax.Attribute(method.AttributeLists) is not null;

    /// <summary>The same type to an overload: the type parameters of the two methods match by position.</summary>
    private static bool SameType(ITypeSymbol left, ITypeSymbol right) => (left, right) switch
    {
        (ITypeParameterSymbol { DeclaringMethod: not null } a, ITypeParameterSymbol { DeclaringMethod: not null } b)
            => a.Ordinal == b.Ordinal,
        (IArrayTypeSymbol a, IArrayTypeSymbol b) => a.Rank == b.Rank && SameType(a.ElementType, b.ElementType),
        (INamedTypeSymbol { TypeArguments.Length: > 0 } a, INamedTypeSymbol b)
            => SymbolEqualityComparer.Default.Equals(a.OriginalDefinition, b.OriginalDefinition)
                && a.TypeArguments.Zip(b.TypeArguments, SameType).All(same => same),
        _ => SymbolEqualityComparer.Default.Equals(left, right),
    };
}
