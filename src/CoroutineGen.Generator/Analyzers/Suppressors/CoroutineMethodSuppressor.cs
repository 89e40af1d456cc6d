using System.Collections.Immutable;
using CoroutineGen.Generator.Analyzers.Usage.Rules;
using CoroutineGen.Generator.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroutineGen.Generator.Analyzers.Suppressors;

/// <summary>
/// Advice that is right for methods and wrong for coroutines: a yield parameter is there even where nothing is yielded, the answer of a
/// yield may be left alone, and whether a method is static decides how its factory is called. What awaits a yield goes on where it is
/// resumed, an async coroutine gives its name to a factory that is not awaited, and is async whether it awaits or not.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CoroutineMethodSuppressor : CoroutineSuppressor
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

    private static readonly SuppressionDescriptor PlainAwait = new(
        "COROSPR0007", "CA2007", "The body goes on where it is resumed, whatever is said of the context (rule 128)");
    private static readonly SuppressionDescriptor NoSuffix = new(
        "COROSPR0008", "VSTHRD200", "Its name is that of the generated overload, which makes a coroutine and awaits nothing");
    private static readonly SuppressionDescriptor NoAwait = new(
        "COROSPR0009", "CS1998", "The yield parameter asks for an async method, whether it awaits or not");

    private static readonly SuppressionDescriptor UncheckedYield = new(
        "COROSPR0011", "CA1062", "The yield parameter is given by generated code; a check of it would run at the first resumption");
    private static readonly SuppressionDescriptor EndlessRecursion = new(
        "COROSPR0012", "S2190", "A call of the generated overload makes a coroutine, and runs nothing of the body");

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(
        UnusedParameter, UnusedParameterCA, CouldBeStatic, UnusedAnswer, MarkedToken, PlainAwait, NoSuffix, NoAwait, UncheckedYield,
        EndlessRecursion);

    private protected override SuppressionDescriptor? Reason(string id, SyntaxNode node, MethodDeclarationSyntax method) => id switch
    {
        "IDE0060" when IsYieldParameter(node) => UnusedParameter,
        "CA1801" when IsYieldParameter(node) => UnusedParameterCA,
        "CA1822" when node == method => CouldBeStatic,
        "IDE0058" when IsYield(node, method) => UnusedAnswer,
        "CA2007" when node is InvocationExpressionSyntax { Parent: AwaitExpressionSyntax } call && IsYield(call, method) => PlainAwait,
        "VSTHRD200" when node == method && IsAsync(method) => NoSuffix,
        "CS1998" when node == method && IsAsync(method) => NoAwait,
        "CA1062" when node is IdentifierNameSyntax name && IsNamed(name, method) => UncheckedYield,
        "S2190" when node == method => EndlessRecursion,
        "CS8424" when TokenParameters.Of(method) is { } token && node.FirstAncestorOrSelf<ParameterSyntax>() == token => MarkedToken,
        _ => null,
    };

    private static bool IsYieldParameter(SyntaxNode node)
        => node.FirstAncestorOrSelf<ParameterSyntax>() is { Parent.Parent: MethodDeclarationSyntax } parameter
            && CoroutineSyntax.YieldType(parameter) is not null;

    private static bool IsYield(SyntaxNode node, MethodDeclarationSyntax method)
        => Called(node.FirstAncestorOrSelf<ExpressionStatementSyntax>()?.Expression) is { } call && IsYield(call, method);

    private static bool IsYield(InvocationExpressionSyntax call, MethodDeclarationSyntax method)
        => CoroutineSyntax.YieldParameters(method).FirstOrDefault() is { } parameter
            && CleanUp.IsYield(call, parameter.Identifier.ValueText);

    private static bool IsNamed(IdentifierNameSyntax name, MethodDeclarationSyntax method)
        => CoroutineSyntax.YieldParameters(method).FirstOrDefault()?.Identifier.ValueText == name.Identifier.ValueText;

    private static bool IsAsync(MethodDeclarationSyntax method)
        => CoroutineSyntax.YieldParameters(method).FirstOrDefault() is { } parameter
            && CoroutineSyntax.YieldType(parameter) is { } type && CoroutineSyntax.IsAsync(type);

    // yield(1), await yield(1)
    private static InvocationExpressionSyntax? Called(ExpressionSyntax? statement)
        => (statement is AwaitExpressionSyntax awaited ? awaited.Expression : statement) as InvocationExpressionSyntax;
}
