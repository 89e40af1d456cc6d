using System.Collections.Immutable;
using CoroutineGen.Generator.Analyzers.Usage.Flow;
using CoroutineGen.Generator.Analyzers.Usage.Subjects;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Analyzers.Usage;

/// <summary>
/// CORO3012: a coroutine that receives values delegates to a sequence that cannot. Said only where the type of the sequence rules out
/// that it is a coroutine at run time. CORO3016: it delegates to a coroutine that waits for answers of another type, which C# can only take
/// for a sequence.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedSendsAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }
        = ImmutableArray.Create(UsageDiagnostics.DroppedSends, UsageDiagnostics.OtherSends);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!YieldCalls.IsFrom(call) || call.TargetMethod.Parameters[0].Type is not INamedTypeSymbol yield
            || KnownSymbols.IsYield(yield, 1) || KnownSymbols.IsAsyncYield(yield, 1))
            return;
        var inner = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 1)?.Value;
        while (inner is IConversionOperation { OperatorMethod: null } conversion)
            inner = conversion.Operand;
        if (inner?.Type is not { } type)
            return;
        // What is configured is a sequence to everybody, whatever it was made of.
        bool isConfigured = KnownSymbols.IsConfiguredSequence(type);
        bool isTakenForSequence = !isConfigured && !HasShape(call.TargetMethod.Parameters[1].Type);
        var sent = yield.TypeArguments.Last();
        // Who writes a cast to a sequence wants one.
        if (isTakenForSequence && !IsCast(call) && WaitsFor(type) is { } awaited)
        {
            // One without a result is recognised while it runs, and may wait for a base of what is sent.
            if (context.Compilation.ClassifyCommonConversion(sent, awaited) is not ({ IsIdentity: true } or { IsReference: true }))
                context.ReportDiagnostic(Diagnostic.Create(
                    UsageDiagnostics.OtherSends, inner.Syntax.GetLocation(), Wording.Short(inner.Syntax), Name(awaited), Name(sent)));
        }
        else if (isConfigured ? !IsOneWay(Looks.Through(inner).Type) : IsPlain(type))
            context.ReportDiagnostic(
                Diagnostic.Create(UsageDiagnostics.DroppedSends, inner.Syntax.GetLocation(), Wording.Short(inner.Syntax)));
    }

    private static bool IsCast(IInvocationOperation call)
        => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 1)?.Value is IConversionOperation { IsImplicit: false };

    private static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>What a coroutine is sent; null for a one-way coroutine and for all other types.</summary>
    private static ITypeSymbol? WaitsFor(ITypeSymbol type)
        => type.AllInterfaces.Append(type).OfType<INamedTypeSymbol>()
            .FirstOrDefault(i => i.Arity > 1 && (KnownSymbols.IsCoroutineInterface(i) || KnownSymbols.IsAsyncCoroutineInterface(i)))
            is { TypeArguments: var arguments } && arguments[1] is var sent && !KnownSymbols.IsUnit(sent)
                ? sent
                : null;

    private static bool HasShape(ITypeSymbol type) => CoroutineTypes.HasCoroutineShape(type) || CoroutineTypes.HasAsyncCoroutineShape(type);

    private static bool IsOneWay(ITypeSymbol? type) => type is not null && HasShape(type) && WaitsFor(type) is null;

    private static bool IsPlain(ITypeSymbol type) => type.TypeKind switch
    {
        TypeKind.Array => true,
        TypeKind.Struct or TypeKind.Class
            => (type.IsSealed || type.IsValueType || KnownSymbols.IsOfCollections(type)) && !HasShape(type),
        _ => false,
    };
}
