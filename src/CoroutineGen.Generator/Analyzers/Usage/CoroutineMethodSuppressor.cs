using System.Collections.Immutable;
using CoroutineGen.Generator.Analyzers.Usage.Rules;
using CoroutineGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroutineGen.Generator.Analyzers.Usage;

/// <summary>
/// Advice that is right for methods and wrong for coroutines: a yield parameter is there even where nothing is yielded, the answer of a
/// yield may be left alone, and whether a method is static decides how its factory is called.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CoroutineMethodSuppressor : DiagnosticSuppressor
{
    private const string ParameterReason = "The yield parameter makes the method a coroutine, whether it yields or not";
    private const string StaticReason = "Whether the method is static decides how its generated overload is called";

    private static readonly SuppressionDescriptor UnusedParameter = new("COROSPR0002", "IDE0060", ParameterReason);
    private static readonly SuppressionDescriptor UnusedParameterCA = new("COROSPR0003", "CA1801", ParameterReason);
    private static readonly SuppressionDescriptor CouldBeStatic = new("COROSPR0004", "CA1822", StaticReason);
    private static readonly SuppressionDescriptor UnusedAnswer = new(
        "COROSPR0005", "IDE0058", "A yield hands a value out; its user need not look at what is sent back");
    private static readonly SuppressionDescriptor MarkedToken = new(
        "COROSPR0006", "CS8424", "The mark says which token parameter of the coroutine an enumeration reaches");

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; }
        = ImmutableArray.Create(UnusedParameter, UnusedParameterCA, CouldBeStatic, UnusedAnswer, MarkedToken);

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree)
                continue;
            var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method && Reason(diagnostic.Id, node, method) is { } reason
                && CoroutineSymbols.IsCoroutine(method, context.GetSemanticModel(tree), context.CancellationToken))
                context.ReportSuppression(Suppression.Create(reason, diagnostic));
        }
    }

    private static SuppressionDescriptor? Reason(string id, SyntaxNode node, MethodDeclarationSyntax method) => id switch
    {
        "IDE0060" when IsYieldParameter(node) => UnusedParameter,
        "CA1801" when IsYieldParameter(node) => UnusedParameterCA,
        "CA1822" when node == method => CouldBeStatic,
        "IDE0058" when IsYield(node, method) => UnusedAnswer,
        "CS8424" when TokenParameters.Of(method) is { } token && node.FirstAncestorOrSelf<ParameterSyntax>() == token => MarkedToken,
        _ => null,
    };

    private static bool IsYieldParameter(SyntaxNode node)
        => node.FirstAncestorOrSelf<ParameterSyntax>() is { Parent.Parent: MethodDeclarationSyntax } parameter
            && CoroutineSyntax.YieldType(parameter) is not null;

    private static bool IsYield(SyntaxNode node, MethodDeclarationSyntax method)
        => Called(node.FirstAncestorOrSelf<ExpressionStatementSyntax>()?.Expression) is { } call
            && CoroutineSyntax.YieldParameters(method).FirstOrDefault() is { } parameter
            && CleanUp.IsYield(call, parameter.Identifier.ValueText);

    // yield(1), await yield(1)
    private static InvocationExpressionSyntax? Called(ExpressionSyntax? statement)
        => (statement is AwaitExpressionSyntax awaited ? awaited.Expression : statement) as InvocationExpressionSyntax;
}
