using System.Collections.Immutable;
using CoroutineGen.Generator.Analyzers.Usage.Flow;
using CoroutineGen.Generator.Binding;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering;
using CoroutineGen.Generator.Lowering.Saving;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Analyzers.Saving;

/// <summary>
/// CORO4017: a coroutine is saved, or restored, by a JsonSerializerContext that does not know the type of a variable. That would be an
/// exception at the first save, and only at a point where the variable lives.
/// </summary>
// Order.Kinds: List<Line>    CoroutineJson.Save(order, ShopJson.Default)    ---->  [JsonSerializable(typeof(List<Line>))] is missing
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class JsonTypesAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property with the attribute that is missing.</summary>
    public const string AttributeProperty = "attribute";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }
        = ImmutableArray.Create(SaveDiagnostics.TypeNotKnown);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var project = (CSharpCompilation)start.Compilation;
            var needed = new NeededTypes(project, new SavedShapes(project, MethodLowering.Lower, SettledBodies.Shared));
            start.RegisterOperationAction(operation => Analyze(operation, needed), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, NeededTypes needed)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!KnownSymbols.IsCoroutineJson(call.TargetMethod.ContainingType)
            || call.Arguments.FirstOrDefault(a => KnownSymbols.IsJsonContext(a.Parameter?.Type)) is not { } given
            || Looks.Through(given.Value).Type is not { } types || Known(types) is not { } known)
            return;
        // Save(order, ..), or Restore(.., OrderCoroutine.Restore)
        var coroutine = call.TargetMethod.TypeArguments.FirstOrDefault()
            ?? call.Arguments.Where(a => KnownSymbols.IsSaveable(a.Parameter?.Type)).Select(a => Looks.Through(a.Value).Type)
                .FirstOrDefault();
        if (coroutine is null)
            return;
        foreach (var (type, variable, of) in needed.Of(coroutine, context.CancellationToken))
            if (!known.Contains(type))
                context.ReportDiagnostic(Diagnostic.Create(
                    SaveDiagnostics.TypeNotKnown, given.Value.Syntax.GetLocation(), Written(types),
                    ImmutableDictionary<string, string?>.Empty.Add(AttributeProperty, $"JsonSerializable(typeof({type}))"),
                    type, variable, of, types.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
    }

    /// <summary>
    /// The types that a context knows, as contracts name them: its generator gives it a property for each. Null where that has not run.
    /// </summary>
    private static HashSet<string>? Known(ITypeSymbol context)
    {
        var known = new HashSet<string>(
            context.GetMembers().OfType<IPropertySymbol>().Select(p => p.Type).OfType<INamedTypeSymbol>()
                .Where(KnownSymbols.IsJsonTypeInfo).Select(t => SavedTypeNames.Of(t.TypeArguments[0])),
            StringComparer.Ordinal);
        bool isUnknown = KnownSymbols.IsJsonContextItself(context) || context.GetAttributes().Any(KnownSymbols.IsJsonSerializable);
        return known.Count == 0 && isUnknown ? null : known;
    }

    /// <summary>Where the user has written a context: the part of it that has attributes, or the first one.</summary>
    private static IEnumerable<Location> Written(ITypeSymbol context)
    {
        var place = context.GetAttributes().FirstOrDefault(KnownSymbols.IsJsonSerializable)?.ApplicationSyntaxReference
            ?? context.DeclaringSyntaxReferences.FirstOrDefault();
        return place is null ? [] : [Location.Create(place.SyntaxTree, place.Span)];
    }
}
