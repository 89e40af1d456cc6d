using System.Collections.Immutable;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Analyzers.Usage;

/// <summary>
/// CORO3012: a coroutine that receives values delegates to a sequence that cannot. Said only where the type of the sequence rules out
/// that it is a coroutine at run time.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedSendsAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }
        = ImmutableArray.Create(UsageDiagnostics.DroppedSends);

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
            || (yield.Arity == 1 && yield.Name == "Yield"))
            return;
        var inner = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 1)?.Value;
        while (inner is IConversionOperation { OperatorMethod: null } conversion)
            inner = conversion.Operand;
        if (inner?.Type is { } type && IsPlain(type))
            context.ReportDiagnostic(
                Diagnostic.Create(UsageDiagnostics.DroppedSends, inner.Syntax.GetLocation(), Wording.Short(inner.Syntax)));
    }

    private static bool IsPlain(ITypeSymbol type) => type.TypeKind switch
    {
        TypeKind.Array => true,
        TypeKind.Struct or TypeKind.Class
            => (type.IsSealed || type.IsValueType || IsFramework(type)) && !CoroutineTypes.HasCoroutineShape(type),
        _ => false,
    };

    private static bool IsFramework(ITypeSymbol type)
        => type.ContainingNamespace is
        {
            Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" }
        };
}
