using CoroutineGen.Generator.Declarations.Inheriting;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Naming;
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
        if (overloads.Any(other => (FactorySignature.Has(symbol, other) && other.ReturnType.Name != className)
            || FactorySignature.IsShared(symbol, other)))
            yield return Diagnostic.Create(
                DeclarationDiagnostics.FactoryTaken, method.Identifier.GetLocation(), symbol.Name, host.Name, "", "rename one of them");

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
}
