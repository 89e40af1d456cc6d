using System.Collections.Immutable;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Analyzers.Usage;

/// <summary>
/// CORO3009: a catch of CoroutineExitException after which the body yields: within the clause, or behind it where every way from the
/// clause comes to a yield.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class YieldAfterExitAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }
        = ImmutableArray.Create(UsageDiagnostics.YieldAfterExit);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationBlockAction(Analyze);
    }

    private static void Analyze(OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol method || CoroutineSymbols.AttributeOf(method) is null)
            return;
        foreach (var block in context.OperationBlocks)
        {
            var clauses = Clauses(block).ToArray();
            if (clauses.Length == 0)
                continue;
            var graph = context.GetControlFlowGraph(block);
            // The graph does not name the clauses, since an empty one leaves no operation in it; but it keeps their order.
            var regions = Regions(graph.Root).OrderBy(region => region.FirstBlockOrdinal).ToArray();
            if (regions.Length == clauses.Length)
                for (int i = 0; i < clauses.Length; i++)
                    foreach (var place in Places(graph, regions[i], clauses[i]))
                        context.ReportDiagnostic(Diagnostic.Create(UsageDiagnostics.YieldAfterExit, place));
        }
    }

    private static IEnumerable<CatchClauseSyntax> Clauses(IOperation block)
        => block.Descendants().OfType<ICatchClauseOperation>()
            .Where(clause => KnownSymbols.IsExit(clause.ExceptionType))
            .Select(clause => (CatchClauseSyntax)clause.Syntax)
            .Where(clause => !clause.Ancestors().Any(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OrderBy(clause => clause.SpanStart);

    private static IEnumerable<ControlFlowRegion> Regions(ControlFlowRegion region)
        => region.NestedRegions.SelectMany(Regions)
            .Concat(region.Kind == ControlFlowRegionKind.Catch && KnownSymbols.IsExit(region.ExceptionType)
                ? [region]
                : []);

    /// <summary>Where to say it: the yields in the clause; if there is none, the type that the clause names.</summary>
    private static Location[] Places(ControlFlowGraph graph, ControlFlowRegion region, CatchClauseSyntax clause)
    {
        var inside = graph.Blocks.Skip(region.FirstBlockOrdinal).Take(region.LastBlockOrdinal - region.FirstBlockOrdinal + 1)
            .SelectMany(Operations).SelectMany(operation => operation.DescendantsAndSelf()).OfType<IInvocationOperation>()
            .Where(YieldCalls.IsSuspension).Select(call => call.Syntax.GetLocation()).ToArray();
        return inside.Length > 0 ? inside
            : AlwaysYields(graph.Blocks[region.FirstBlockOrdinal]) ? [clause.Declaration!.Type.GetLocation()] : [];
    }

    /// <summary>Whether each way from the block comes to a yield, and to no end of the method before it.</summary>
    private static bool AlwaysYields(BasicBlock start)
    {
        var seen = new HashSet<BasicBlock>();
        var waiting = new Stack<BasicBlock>([start]);
        bool yields = false;
        while (waiting.Count > 0)
        {
            var block = waiting.Pop();
            if (!seen.Add(block))
                continue;
            if (Operations(block).Any(YieldCalls.Contains))
            {
                yields = true;
                continue;
            }
            foreach (var branch in Branches(block))
            {
                if (branch.Destination is not { Kind: not BasicBlockKind.Exit } next)
                    return false;
                waiting.Push(next);
            }
        }
        return yields;
    }

    /// <summary>The ways out of a block, without one that a constant condition rules out.</summary>
    private static IEnumerable<ControlFlowBranch> Branches(BasicBlock block)
    {
        bool? taken = block.BranchValue?.ConstantValue is { HasValue: true, Value: bool constant }
            ? constant == (block.ConditionKind == ControlFlowConditionKind.WhenTrue) : null;
        if (block.FallThroughSuccessor is { } next && taken != true)
            yield return next;
        if (block.ConditionalSuccessor is { } conditional && taken != false)
            yield return conditional;
    }

    private static IEnumerable<IOperation> Operations(BasicBlock block)
        => block.BranchValue is { } value ? block.Operations.Append(value) : block.Operations;
}
