using System.Collections.Immutable;
using CoroutineGen.Generator.Analyzers.Usage.Flow;
using CoroutineGen.Generator.Analyzers.Usage.Subjects;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Analyzers.Usage;

/// <summary>
/// CORO3006: what has no answers goes over a coroutine that waits for them: foreach, a spread, LINQ, and what fills a collection or a
/// string. Not where an answer may be null: then default says that nothing is sent, as in Python.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TwoWayForEachAnalyzer : DiagnosticAnalyzer
{
    private const string Answers = "Prime and Send", AsyncAnswers = "PrimeAsync and SendAsync";

    /// <summary>The queries that take the first values, and are meant to leave the others.</summary>
    private static readonly string[] First =
    [
        "First", "FirstOrDefault", "Any", "Take", "TakeWhile", "ElementAt", "ElementAtOrDefault",
        "FirstAsync", "FirstOrDefaultAsync", "AnyAsync", "ElementAtAsync", "ElementAtOrDefaultAsync",
    ];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }
        = ImmutableArray.Create(UsageDiagnostics.TwoWayForEach);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSyntaxNodeAction(OfLoop, SyntaxKind.ForEachStatement, SyntaxKind.ForEachVariableStatement);
        context.RegisterSyntaxNodeAction(OfSpread, SyntaxKind.SpreadElement);
        context.RegisterOperationAction(OfArgument, OperationKind.Argument);
    }

    private static void OfLoop(SyntaxNodeAnalysisContext context)
    {
        var loop = (CommonForEachStatementSyntax)context.Node;
        string answers = loop.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword) ? AsyncAnswers : Answers;
        if (context.SemanticModel.GetOperation(loop.Expression, context.CancellationToken) is { } collection)
            Report(collection, "foreach", answers, context.ReportDiagnostic);
    }

    private static void OfSpread(SyntaxNodeAnalysisContext context)
    {
        var spread = (SpreadElementSyntax)context.Node;
        if (context.SemanticModel.GetOperation(spread.Expression, context.CancellationToken) is { } collection)
            Report(collection, "a spread", Answers, context.ReportDiagnostic);
    }

    private static void OfArgument(OperationAnalysisContext context)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument.Parameter is not { ContainingSymbol: IMethodSymbol method } parameter
            || !IsSequence(parameter.Type) || !GoesOver(method))
            return;
        string how = method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name;
        Report(argument.Value, how, KnownSymbols.IsAsyncEnumerable(parameter.Type) ? AsyncAnswers : Answers, context.ReportDiagnostic);
    }

    /// <summary>Whether a method of the framework's takes all that a sequence has; those that take the first values are meant to.</summary>
    private static bool GoesOver(IMethodSymbol method)
        => KnownSymbols.IsEnumerable(method.ContainingType) || KnownSymbols.IsAsyncEnumerableLinq(method.ContainingType)
            ? !First.Contains(method.Name)
            : KnownSymbols.IsOfCollections(method.ContainingType)
                || (method.ContainingType.SpecialType == SpecialType.System_String && method.Name is "Join" or "Concat");

    private static bool IsSequence(ITypeSymbol type)
        => type.OriginalDefinition.SpecialType
            is SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_IEnumerable
            || KnownSymbols.IsAsyncEnumerable(type);

    private static void Report(IOperation collection, string how, string answers, Action<Diagnostic> report)
    {
        var looked = Looks.Through(collection);
        if (CoroutineTypes.Sent(looked.Type) is not { NullableAnnotation: not NullableAnnotation.Annotated } sent
            || sent.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return;
        var place = collection.Syntax is QueryClauseSyntax ? looked.Syntax : collection.Syntax;
        report(Diagnostic.Create(
            UsageDiagnostics.TwoWayForEach, place.GetLocation(), Wording.Short(place),
            sent.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), how, answers));
    }
}
