using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Binding;

/// <summary>
/// Tells signatures in which nothing can be wrong, as most are: public types that bind and constrain nothing, names that differ, no
/// attribute but ours, no default value. So the compiler, which looks at every type of the project to answer, need not be asked. Of any
/// other signature nothing is said.
/// </summary>
internal sealed class PlainSignatures
{
    /// <summary>Names that a tuple's element may have in one place only, or in none.</summary>
    private static readonly HashSet<string> OfTuples = new(StringComparer.Ordinal)
    {
        "Rest", "CompareTo", "Deconstruct", "Equals", "GetHashCode", "ToString",
    };

    private readonly Dictionary<INamedTypeSymbol, bool> _definitions = new(SymbolEqualityComparer.Default);

    /// <summary>Whether a coroutine's signature has no error, and needs no more looking at.</summary>
    public bool Contain(MethodDeclarationSyntax method, IMethodSymbol symbol)
        => HasPlainHeader(method)
            && symbol.ContainingType is { TypeKind: TypeKind.Class or TypeKind.Struct, IsRecord: false } host
            && (symbol.IsStatic || !host.IsStatic)
            && symbol.Name != host.Name && host.TypeParameters.All(p => p.Name != symbol.Name)
            // The method itself, and the factory.
            && host.GetMembers(symbol.Name).Length <= 2
            && symbol.Parameters.Select(p => p.Name).Distinct(StringComparer.Ordinal).Count() == symbol.Parameters.Length
            && (symbol.ReturnsVoid || IsPlain(symbol.ReturnType)) && symbol.Parameters.All(p => IsPlain(p.Type));

    private static bool HasPlainHeader(MethodDeclarationSyntax method)
        => method is { TypeParameterList: null, ExplicitInterfaceSpecifier: null, AttributeLists: { Count: 1 } lists }
            && lists[0] is { Target: null, Attributes: { Count: 1 } attributes } && attributes[0].ArgumentList is null
            && method.ReturnType is not RefTypeSyntax
            && method.Body is null != method.ExpressionBody is null
            && method.Modifiers.All(m => m.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.InternalKeyword
                or SyntaxKind.StaticKeyword)
            && method.Modifiers.Count(m => !m.IsKind(SyntaxKind.StaticKeyword)) <= 1
            && method.Modifiers.Count(m => m.IsKind(SyntaxKind.StaticKeyword)) <= 1
            && method.ParameterList.Parameters.All(p => p is { AttributeLists.Count: 0, Modifiers.Count: 0, Default: null });

    private bool IsPlain(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsPlain(array.ElementType),
        INamedTypeSymbol { IsTupleType: true } tuple => HasPlainNames(tuple) && tuple.TupleElements.All(e => IsPlain(e.Type)),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            => nullable.TypeArguments[0] is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T }
                && IsPlain(nullable.TypeArguments[0]),
        INamedTypeSymbol named => IsPlainDefinition(named.OriginalDefinition) && named.TypeArguments.All(IsPlain),
        _ => false,
    };

    private static bool HasPlainNames(INamedTypeSymbol tuple)
        => tuple.TupleElements.Select(e => e.Name).Distinct(StringComparer.Ordinal).Count() == tuple.TupleElements.Length
            && tuple.TupleElements.All(e => !e.IsExplicitlyNamedTupleElement
                || !(OfTuples.Contains(e.Name) || e.Name.StartsWith("Item", StringComparison.Ordinal)));

    private bool IsPlainDefinition(INamedTypeSymbol definition)
    {
        if (!_definitions.TryGetValue(definition, out bool isPlain))
            _definitions.Add(definition, isPlain = IsUnlimited(definition) && IsOpen(definition));
        return isPlain;
    }

    /// <summary>Whether anybody may use a type as any type: it can be seen, and is not obsolete.</summary>
    private static bool IsOpen(INamedTypeSymbol type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
            if (outer.DeclaredAccessibility != Accessibility.Public || outer.GetAttributes().Any(KnownSymbols.IsWarning))
                return false;
        return type is
        {
            TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface or TypeKind.Enum or TypeKind.Delegate,
            IsStatic: false, IsRefLikeType: false, SpecialType: not SpecialType.System_Void,
        };
    }

    /// <summary>Whether a type takes any type arguments. "notnull" is a matter of warnings.</summary>
    private static bool IsUnlimited(INamedTypeSymbol type)
        => type.ContainingType is not { IsGenericType: true } && type.TypeParameters.All(p => p is
        {
            ConstraintTypes.Length: 0, HasReferenceTypeConstraint: false, HasValueTypeConstraint: false,
            HasUnmanagedTypeConstraint: false, HasConstructorConstraint: false,
        });
}
