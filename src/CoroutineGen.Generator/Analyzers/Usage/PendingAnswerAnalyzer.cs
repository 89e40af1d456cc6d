using System.Collections.Immutable;
using CoroutineGen.Generator.Analyzers.Usage.Flow;
using CoroutineGen.Generator.Analyzers.Usage.Rules;
using CoroutineGen.Generator.Analyzers.Usage.Subjects;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Analyzers.Usage;

/// <summary>
/// CORO3015: the answer of an operation is taken without an await, by Result or GetResult, which do not wait for a ValueTask. Where anybody
/// else looks at the operation, it may be known to be over.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PendingAnswerAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }
        = ImmutableArray.Create(UsageDiagnostics.PendingAnswer);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var factories = new Factories();
            start.RegisterOperationAction(
                look => Analyze(look, Task((IPropertyReferenceOperation)look.Operation), factories), OperationKind.PropertyReference);
            start.RegisterOperationAction(
                look => Analyze(look, Task((IInvocationOperation)look.Operation), factories), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, IOperation? task, Factories factories)
    {
        if (task is ILocalReferenceOperation local)
            task = OnlyValue(local);
        if (Unconfigured(task) is IInvocationOperation call && KnownSymbols.IsValueTask(call.Type)
            && Begun(call, factories) is { } coroutine && Waiting.MayWait(coroutine, context.CancellationToken))
            context.ReportDiagnostic(Diagnostic.Create(
                UsageDiagnostics.PendingAnswer, Wording.Member(context.Operation.Syntax).GetLocation(), Wording.Short(call.Syntax)));
    }

    // t.Result
    private static IOperation? Task(IPropertyReferenceOperation look)
        => look is { Property.Name: "Result", Instance: { } task } && KnownSymbols.IsValueTask(task.Type) ? task : null;

    // t.GetAwaiter().GetResult()
    private static IOperation? Task(IInvocationOperation look)
        => look is
        {
            TargetMethod.Name: "GetResult",
            Instance: IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } task }
        }
            ? task
            : null;

    private static IOperation? Unconfigured(IOperation? task)
        => task is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } configured } ? configured : task;

    /// <summary>The [Coroutine] method whose body the call runs; null where it is none, or not known which.</summary>
    private static IMethodSymbol? Begun(IInvocationOperation call, Factories factories)
        => factories.Of(call.TargetMethod) is { } factory ? factory.Method
            : Uses.Of(call) is (var use and not (Use.Escape or Use.Same), { } receiver) && Transition.Runs(use)
                ? Factories.Source(Looks.Through(receiver).Type)
                : null;

    /// <summary>The value of a local that is given one where it is declared, and is named nowhere else.</summary>
    private static IOperation? OnlyValue(ILocalReferenceOperation look)
    {
        IOperation root = look;
        while (root.Parent is { } parent)
            root = parent;
        IOperation? value = null;
        foreach (var operation in root.DescendantsAndSelf())
        {
            if (operation is IVariableDeclaratorOperation declarator
                && SymbolEqualityComparer.Default.Equals(declarator.Symbol, look.Local))
                value = declarator.GetVariableInitializer()?.Value;
            else if (operation is ILocalReferenceOperation other && other != look
                && SymbolEqualityComparer.Default.Equals(other.Local, look.Local))
                return null;
        }
        return value;
    }
}
