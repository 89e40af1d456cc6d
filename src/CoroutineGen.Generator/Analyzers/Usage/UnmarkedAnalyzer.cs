using System.Collections.Immutable;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Declarations.Mending;
using CoroutineGen.Generator.Declarations.Rules;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroutineGen.Generator.Analyzers.Usage;

/// <summary>CORO3017: a method that yields, without the attribute. It compiles, and there is nothing to iterate over.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnmarkedAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(UsageDiagnostics.Unmarked);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.MethodDeclaration);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var method = (MethodDeclarationSyntax)context.Node;
        if (!MethodRules.HasBody(method) || CoroutineSyntax.Attribute(method.AttributeLists) is not null
            || CoroutineSyntax.YieldParameters(method).FirstOrDefault() is not { } parameter
            || !Yields(method, parameter.Identifier.ValueText)
            || context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken) is not { } symbol
            || !symbol.Parameters.Any(p => KnownSymbols.IsYieldOrReceive(p.Type))
            || IsAskedFor(symbol)
            || MendedTree.IsNeeded(method.SyntaxTree))
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            UsageDiagnostics.Unmarked, method.Identifier.GetLocation(), symbol.Name, parameter.Identifier.ValueText));
    }

    // yield(1), yield.From(..)
    private static bool Yields(MethodDeclarationSyntax method, string name)
        => method.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(call => call.Expression is MemberAccessExpressionSyntax member ? member.Expression : call.Expression)
            .Any(called => called is IdentifierNameSyntax { Identifier.ValueText: var text } && text == name);

    /// <summary>Whether it is as a base type or an interface wants it, where callbacks may be what is meant.</summary>
    private static bool IsAskedFor(IMethodSymbol method)
        => method.IsOverride || method.ExplicitInterfaceImplementations.Length > 0
            || method.ContainingType.AllInterfaces.SelectMany(i => i.GetMembers(method.Name))
                .Any(member => SymbolEqualityComparer.Default.Equals(
                    method.ContainingType.FindImplementationForInterfaceMember(member), method));
}
