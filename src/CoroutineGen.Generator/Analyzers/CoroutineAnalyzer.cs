using System.Collections.Immutable;
using CoroutineGen.Generator.Binding;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Declarations.Mending;
using CoroutineGen.Generator.Declarations.Rules;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering;
using CoroutineGen.Generator.Lowering.Lowered;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroutineGen.Generator.Analyzers;

/// <summary>
/// Says why a coroutine is refused, in the user's own file, as he types. It runs the generator's front end again on the final compilation,
/// because a generator's own diagnostics come late in IDEs, and have no fixes. What the generator has accepted in this process, in the same
/// environment, is not looked at again, nor what it has reported itself in a build.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CoroutineAnalyzer : DiagnosticAnalyzer
{
    private readonly Lower _lower;
    private readonly SettledBodies _settled;

    public CoroutineAnalyzer()
        : this(MethodLowering.Lower, SettledBodies.Shared)
    {
    }

    internal CoroutineAnalyzer(Lower lower, SettledBodies settled)
    {
        _lower = lower;
        _settled = settled;
    }

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.OfAnalyzer;

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var project = (CSharpCompilation)start.Compilation;
            var environment = new Lazy<DeclarationEnvironment>(() => DeclarationEnvironment.OfInputOf(project));
            start.RegisterSyntaxNodeAction(node => AnalyzeMethod(node, environment), SyntaxKind.MethodDeclaration);
            start.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
            start.RegisterSyntaxNodeAction(
                node => AnalyzeFunction(node, environment),
                SyntaxKind.LocalFunctionStatement,
                SyntaxKind.ParenthesizedLambdaExpression,
                SyntaxKind.SimpleLambdaExpression);
        });
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        foreach (var diagnostic in ReimplementationRule.Check((INamedTypeSymbol)context.Symbol))
            context.ReportDiagnostic(diagnostic);
    }

    private void AnalyzeMethod(SyntaxNodeAnalysisContext context, Lazy<DeclarationEnvironment> environment)
    {
        var method = (MethodDeclarationSyntax)context.Node;
        if (CoroutineSyntax.Attribute(method.AttributeLists) is null
            || MendedTree.IsNeeded(method.SyntaxTree)
            || _settled.Contains(BodyKey.FingerprintOf(method, environment.Value))
            || !CoroutineSymbols.IsCoroutine(method, context.SemanticModel, context.CancellationToken))
            return;
        if (IsUnseen(method, context))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DeclarationDiagnostics.WrittenByGenerator, method.Identifier.GetLocation(), method.Identifier.Text));
            return;
        }
        var broken = CoroutineRules.Check(method, context.SemanticModel, context.CancellationToken);
        foreach (var diagnostic in broken)
            context.ReportDiagnostic(diagnostic);
        if (broken.Length == 0)
            AnalyzeBody(context, method);
    }

    /// <summary>What another generator has written ours never sees, so that nothing is there: so the code of a Razor page.</summary>
    private static bool IsUnseen(MethodDeclarationSyntax method, SyntaxNodeAnalysisContext context)
        => GeneratorOutput.Contains(method.SyntaxTree)
            && context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken) is { } symbol
            && symbol.ContainingType.GetTypeMembers(CoroutineSyntax.ClassName(method), symbol.Arity).Length == 0;

    private void AnalyzeBody(SyntaxNodeAnalysisContext context, MethodDeclarationSyntax method)
    {
        LoweringResult result;
        try
        {
            var errors = context.SemanticModel.GetDiagnostics(method.Span, context.CancellationToken)
                .Where(BodyErrors.IsError);
            result = _lower(method, context.SemanticModel, errors.ToImmutableArray(), context.CancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return; // CORO9001, which the generator reports.
        }
        // All generators have run: what is missing now is the user's own error, and the compiler's to report.
        if (result.IsPartlyKnown)
            return;
        foreach (var diagnostic in result.Diagnostics)
            context.ReportDiagnostic(diagnostic);
        if (result.Body is not null && context.SemanticModel.GetDeclaredSymbol(method, context.CancellationToken) is { } symbol
            && GeneratedParts.IsStub(symbol, CoroutineSyntax.ClassName(method)))
            SayWhyThereIsOnlyAStub(context, method, symbol);
    }

    /// <summary>
    /// The body binds in the end, but did not when the generator read it, before the others had run: so it is read again as it was then,
    /// and what was missing is said at its place.
    /// </summary>
    private static void SayWhyThereIsOnlyAStub(SyntaxNodeAnalysisContext context, MethodDeclarationSyntax method, ISymbol symbol)
    {
        var written = GeneratedParts.WithoutGeneratedFiles((CSharpCompilation)context.Compilation);
        var missing = written.ContainsSyntaxTree(method.SyntaxTree)
            ? AsWritten(method, new Fork(written), context.CancellationToken)
                .Where(d => d.Id == LoweringDiagnostics.TypeNotKnown.Id).ToList()
            : [];
        foreach (var diagnostic in missing)
            context.ReportDiagnostic(diagnostic);
        if (missing.Count == 0)
            context.ReportDiagnostic(
                Diagnostic.Create(InternalDiagnostics.TypeFromGenerator, method.Identifier.GetLocation(), symbol.Name));
    }

    private static ImmutableArray<Diagnostic> AsWritten(MethodDeclarationSyntax method, Fork fork, CancellationToken cancellation)
    {
        var model = fork.ModelOf(method.SyntaxTree);
        return MethodLowering.Lower(method, model, fork.ErrorsIn(method, model, cancellation), cancellation).Diagnostics;
    }

    private void AnalyzeFunction(SyntaxNodeAnalysisContext context, Lazy<DeclarationEnvironment> environment)
    {
        if (!FunctionRule.MayBreak(context.Node)
            || MendedTree.IsNeeded(context.Node.SyntaxTree)
            || _settled.Contains(BodyKey.FingerprintOf(context.Node, environment.Value)))
            return;
        foreach (var diagnostic in FunctionRule.Check(context.Node, context.SemanticModel, context.CancellationToken))
            context.ReportDiagnostic(diagnostic);
    }
}
