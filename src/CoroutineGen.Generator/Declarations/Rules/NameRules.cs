using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Naming;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Declarations.Rules;

/// <summary>
/// Whether the names of the generated class and overload are free. Asked by the generator, where skeletons stand in for the generated
/// parts, and by the analyzer, where these are there or not; so what is generated is told by its attribute, and does not count.
/// </summary>
internal static class NameRules
{
    public static IEnumerable<Diagnostic> Check(MethodDeclarationSyntax method, IMethodSymbol symbol)
    {
        string className = CoroutineSyntax.ClassName(method);
        var host = symbol.ContainingType;
        if (Holder(className, symbol) is { } holder)
            yield return Taken(className, holder);
        else if (LocalsAreTaken(method, symbol, className) is { } locals)
            yield return Taken(locals, "a member");
        // The factory itself is passed over, as it will be bound only where a body calls it.
        var generated = GeneratedClass.TreeOf(className, symbol);
        var overloads = host.GetMembers(symbol.Name).OfType<IMethodSymbol>()
            .Where(other => generated is null || other.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree != generated);
        if (overloads.Any(other => (IsFactory(symbol, other) && other.ReturnType.Name != className) || SharesFactory(symbol, other)))
            yield return Diagnostic.Create(DeclarationDiagnostics.FactoryTaken, method.Identifier.GetLocation(), symbol.Name, host.Name);
        else if (Abstract(symbol) is { } inherited)
            yield return Diagnostic.Create(
                DeclarationDiagnostics.FactoryTaken, method.Identifier.GetLocation(), symbol.Name, inherited.ContainingType.Name);

        Diagnostic Taken(string name, string holder)
            => Diagnostic.Create(
                DeclarationDiagnostics.ClassNameTaken, method.Identifier.GetLocation(), symbol.Name, name, host.Name, holder);
    }

    /// <summary>What has the class's name already, in words; null where it is free.</summary>
    private static string? Holder(string className, IMethodSymbol symbol)
    {
        var host = symbol.ContainingType;
        if (host.Name == className)
            return "itself the name, and a member cannot have that; it has a type";
        if (host.TypeParameters.Any(p => p.Name == className))
            return "a type parameter";
        foreach (var member in host.GetMembers(className))
        {
            if (member is not INamedTypeSymbol type)
                return member.Kind == SymbolKind.Method ? "a method" : "a member";
            if (type.Arity == symbol.Arity && type.DeclaringSyntaxReferences.Length > 0 && !GeneratedClass.Is(type))
                return "a type";
        }
        for (var type = host.BaseType; type is not null; type = type.BaseType)
            if (type.GetMembers(className).Any(member => member.IsAbstract && member is not INamedTypeSymbol))
                return "an abstract member that it inherits, which may not be hidden; it has a member";
        return SharedClassNames.HasAnother(className, symbol) ? "another coroutine whose class is" : null;
    }

    /// <summary>
    /// The name of the frame's struct where something else has it; what stands in one file with the generated class is the struct itself.
    /// </summary>
    private static string? LocalsAreTaken(MethodDeclarationSyntax method, IMethodSymbol symbol, string className)
    {
        string locals = ClassNames.Locals(
            className,
            name => method.DescendantTokens().Any(token => token.ValueText == name) || IsOfTypeAround(symbol, name));
        var host = symbol.ContainingType;
        var generated = GeneratedClass.TreeOf(className, symbol);
        bool isTaken = host.GetMembers(locals).Any(member => (member is not INamedTypeSymbol type || type.Arity == symbol.Arity)
            && member.DeclaringSyntaxReferences.Any(r => r.SyntaxTree != generated));
        return isTaken ? locals : null;
    }

    private static bool IsOfTypeAround(IMethodSymbol symbol, string name)
    {
        for (var type = symbol.ContainingType; type is not null; type = type.ContainingType)
            if (type.Name == name || type.TypeParameters.Any(p => p.Name == name))
                return true;
        return false;
    }

    /// <summary>Whether a method has the parameters that the factory will have.</summary>
    private static bool IsFactory(IMethodSymbol coroutine, IMethodSymbol other)
    {
        var expected = coroutine.Parameters.Where(p => !KnownSymbols.IsYieldOrReceive(p.Type)).ToArray();
        if (SymbolEqualityComparer.Default.Equals(coroutine, other)
            || other.Arity != coroutine.Arity || other.Parameters.Length != expected.Length)
            return false;
        for (int i = 0; i < expected.Length; i++)
            if (!SameType(expected[i].Type, other.Parameters[i].Type) || expected[i].RefKind != other.Parameters[i].RefKind)
                return false;
        return true;
    }

    /// <summary>The abstract method that the factory would hide, which C# does not allow; null for none.</summary>
    private static IMethodSymbol? Abstract(IMethodSymbol coroutine)
    {
        for (var type = coroutine.ContainingType.BaseType; type is not null; type = type.BaseType)
        {
            foreach (var other in type.GetMembers(coroutine.Name).OfType<IMethodSymbol>())
            {
                if (IsFactory(coroutine, other))
                    return other.IsAbstract ? other : null;
            }
        }
        return null;
    }

    /// <summary>Whether two coroutines differ in nothing but the yield parameter, which neither factory has.</summary>
    private static bool SharesFactory(IMethodSymbol coroutine, IMethodSymbol other)
    {
        if (SymbolEqualityComparer.Default.Equals(coroutine, other) || other.Arity != coroutine.Arity
            || !other.DeclaringSyntaxReferences.Any(IsCoroutine))
            return false;
        var mine = coroutine.Parameters.Where(p => !KnownSymbols.IsYieldOrReceive(p.Type)).ToArray();
        var theirs = other.Parameters.Where(p => !KnownSymbols.IsYieldOrReceive(p.Type)).ToArray();
        return mine.Length == theirs.Length
            && mine.Zip(theirs, (a, b) => SameType(a.Type, b.Type) && a.RefKind == b.RefKind).All(same => same);
    }

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
