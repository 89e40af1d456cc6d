using System.Collections.Immutable;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroutineGen.Generator.Analyzers.Usage;

/// <summary>
/// CORO3018: a coroutine that is declared to return what a caller gets: a sequence, or a coroutine, of the very values that it yields. But
/// what a coroutine method returns is its result.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SequenceResultAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }
        = ImmutableArray.Create(UsageDiagnostics.SequenceResult);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.MethodDeclaration);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var method = (MethodDeclarationSyntax)context.Node;
        if (CoroutineSyntax.Attribute(method.AttributeLists) is null
            || CoroutineSyntax.YieldParameters(method).FirstOrDefault() is not { } parameter
            || CoroutineSyntax.YieldType(parameter) is not { TypeArgumentList.Arguments: { Count: > 0 } arguments } yieldType
            || CoroutineSyntax.IsConsumer(yieldType)
            || !CoroutineSymbols.IsCoroutine(method, context.SemanticModel, context.CancellationToken))
            return;
        bool isAsync = CoroutineSyntax.IsAsync(yieldType);
        var written = isAsync ? CoroutineSyntax.AwaitedType(method.ReturnType) ?? method.ReturnType : method.ReturnType;
        var yielded = context.SemanticModel.GetTypeInfo(arguments[0], context.CancellationToken).Type;
        var returned = context.SemanticModel.GetTypeInfo(written, context.CancellationToken).Type;
        if (returned is INamedTypeSymbol { TypeArguments.Length: > 0 } result && IsWhatACallerGets(result)
            && SymbolEqualityComparer.Default.Equals(result.TypeArguments[0], yielded))
            context.ReportDiagnostic(Diagnostic.Create(
                UsageDiagnostics.SequenceResult, method.ReturnType.GetLocation(), method.Identifier.Text, OneLine.Text(written),
                isAsync ? "Task" : "void"));
    }

    private static bool IsWhatACallerGets(INamedTypeSymbol type)
        => KnownSymbols.IsSequence(type) || KnownSymbols.IsEnumerator(type)
            || KnownSymbols.IsAsyncEnumerable(type) || KnownSymbols.IsAsyncEnumerator(type)
            || CoroutineTypes.HasCoroutineShape(type) || CoroutineTypes.HasAsyncCoroutineShape(type);
}
