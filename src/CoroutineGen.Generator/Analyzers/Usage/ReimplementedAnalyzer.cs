using System.Collections.Immutable;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroutineGen.Generator.Analyzers.Usage;

/// <summary>
/// CORO1032: a coroutine of an interface that somebody implements again. Push-style calls would come to the new body, and the generated
/// overload to the old one.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReimplementedAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }
        = ImmutableArray.Create(DeclarationDiagnostics.Reimplemented);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        foreach (var coroutine in type.AllInterfaces.SelectMany(i => i.GetMembers()).OfType<IMethodSymbol>().Where(IsCoroutine))
        {
            if (Implementation(type, coroutine) is { } method
                && (IsOf(method, type) ? (ISymbol)method : type).Locations.FirstOrDefault(place => place.IsInSource) is { } place)
                context.ReportDiagnostic(Diagnostic.Create(
                    DeclarationDiagnostics.Reimplemented, place, $"{method.ContainingType.Name}.{coroutine.Name}",
                    $"{coroutine.ContainingType.Name}.{coroutine.Name}"));
        }
    }

    /// <summary>Whether a method is a coroutine that can be implemented again.</summary>
    private static bool IsCoroutine(IMethodSymbol method)
        => method.IsVirtual && method.Parameters.Any(p => KnownSymbols.IsYieldOrReceive(p.Type))
            && method.GetAttributes().Any(attribute => KnownSymbols.IsCoroutineAttribute(attribute.AttributeClass));

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
