using System.Collections.Immutable;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroutineGen.Generator.Analyzers;

/// <summary>
/// Says why a coroutine is refused, in the user's own file. It runs the generator's front end again on the final compilation, because
/// a generator's own diagnostics come late in IDEs and cannot be silenced by a pragma.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CoroutineAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.OfAnalyzer;

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(AnalyzeMethod, SyntaxKind.MethodDeclaration);
        context.RegisterSyntaxNodeAction(
            AnalyzeFunction,
            SyntaxKind.LocalFunctionStatement,
            SyntaxKind.ParenthesizedLambdaExpression,
            SyntaxKind.SimpleLambdaExpression);
    }

    private static void AnalyzeMethod(SyntaxNodeAnalysisContext context)
    {
        var method = (MethodDeclarationSyntax)context.Node;
        if (!CoroutineSymbols.IsCoroutine(method, context.SemanticModel, context.CancellationToken))
            return;
        var broken = CoroutineRules.Check(method, context.SemanticModel, context.CancellationToken);
        foreach (var diagnostic in broken)
            context.ReportDiagnostic(diagnostic);
        if (broken.Length == 0)
            AnalyzeBody(context, method);
    }

    private static void AnalyzeBody(SyntaxNodeAnalysisContext context, MethodDeclarationSyntax method)
    {
        LoweringResult result;
        try
        {
            result = MethodLowering.Lower(method, context.SemanticModel, context.CancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return; // CORO9001, which the generator reports.
        }
        foreach (var diagnostic in result.Diagnostics)
            context.ReportDiagnostic(diagnostic);
        if (result.Body is not null && context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken) is { } symbol
            && GeneratedParts.IsStub(symbol, CoroutineSyntax.ClassName(method)))
            context.ReportDiagnostic(
                Diagnostic.Create(InternalDiagnostics.TypeFromGenerator, method.Identifier.GetLocation(), symbol.Name));
    }

    private static void AnalyzeFunction(SyntaxNodeAnalysisContext context)
    {
        var (lists, name) = context.Node switch
        {
            LocalFunctionStatementSyntax function => (function.AttributeLists, "a local function"),
            var node => (((LambdaExpressionSyntax)node).AttributeLists, "a lambda"),
        };
        if (CoroutineSyntax.Attribute(lists) is { } attribute
            && CoroutineSymbols.IsOurAttribute(attribute, context.SemanticModel, context.CancellationToken))
            context.ReportDiagnostic(Diagnostic.Create(DeclarationDiagnostics.NotAMethod, attribute.GetLocation(), name));
    }
}
