using System.Collections.Immutable;
using CoroutineGen.Generator.Analyzers.Usage.Rules;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroutineGen.Generator.Analyzers.Usage;

/// <summary>CORO3010: argument checks at the beginning of a body, which a call does not run (rule 2).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LateGuardAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(UsageDiagnostics.LateGuard);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.MethodDeclaration);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var method = (MethodDeclarationSyntax)context.Node;
        if (method.Body is null || CoroutineSyntax.Attribute(method.AttributeLists) is not { } attribute
            || CoroutineSyntax.Argument(attribute, "Primed") is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression }
            || CoroutineSyntax.YieldParameters(method).FirstOrDefault()?.Identifier.ValueText is not { } yield)
            return;
        foreach (var statement in method.Body.Statements.TakeWhile(statement => !CleanUp.Yields(statement, yield)))
            if (Guard(statement) is { } guard && Thrown(guard) is { } thrown
                && CoroutineSymbols.IsOurAttribute(attribute, context.SemanticModel, context.CancellationToken)
                && IsArgumentError(thrown, context))
                context.ReportDiagnostic(Diagnostic.Create(UsageDiagnostics.LateGuard, guard.GetLocation(), method.Identifier.Text));
    }

    /// <summary>What checks: a condition with its throw, a call of ThrowIf..., or ?? throw.</summary>
    private static SyntaxNode? Guard(StatementSyntax statement) => statement switch
    {
        IfStatementSyntax { Else: null } check when Throw(check) is not null => check,
        ExpressionStatementSyntax
        {
            Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: var name } } call
        } when name.StartsWith("ThrowIf", StringComparison.Ordinal) => call,
        _ => statement.DescendantNodes(node => node is not AnonymousFunctionExpressionSyntax).OfType<BinaryExpressionSyntax>()
            .FirstOrDefault(node => node is { RawKind: (int)SyntaxKind.CoalesceExpression, Right: ThrowExpressionSyntax }
                && statement is not LocalFunctionStatementSyntax),
    };

    private static ThrowStatementSyntax? Throw(IfStatementSyntax check)
        => (check.Statement is BlockSyntax { Statements: { Count: 1 } only } ? only[0] : check.Statement) as ThrowStatementSyntax;

    /// <summary>The expression whose type is the exception's.</summary>
    private static ExpressionSyntax? Thrown(SyntaxNode guard) => guard switch
    {
        IfStatementSyntax check => Throw(check)?.Expression,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Expression,
        BinaryExpressionSyntax { Right: ThrowExpressionSyntax thrown } => thrown.Expression,
        _ => null,
    };

    private static bool IsArgumentError(ExpressionSyntax thrown, SyntaxNodeAnalysisContext context)
    {
        var type = context.SemanticModel.GetTypeInfo(thrown, context.CancellationToken).Type
            ?? context.SemanticModel.GetSymbolInfo(thrown, context.CancellationToken).Symbol as ITypeSymbol;
        for (var at = type; at is not null; at = at.BaseType)
            if (KnownSymbols.IsArgumentException(at))
                return true;
        return false;
    }
}
