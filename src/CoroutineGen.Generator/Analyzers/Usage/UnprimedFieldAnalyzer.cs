using System.Collections.Immutable;
using CoroutineGen.Generator.Analyzers.Usage.Rules;
using CoroutineGen.Generator.Analyzers.Usage.Subjects;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Analyzers.Usage;

/// <summary>
/// CORO3001 for private fields and properties: every value that is assigned is a fresh coroutine, and nothing in the type resumes it or
/// hands it out, so that a send throws whatever the order of the calls.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnprimedFieldAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }
        = ImmutableArray.Create(UsageDiagnostics.UnprimedSend);

    public override void Initialize(AnalysisContext context)
    {
        // Generated parts of a type are looked at, since they may prime the field; nothing is reported in them.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var factories = new Factories();
            start.RegisterSymbolStartAction(type => Analyze(type, factories), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolStartAnalysisContext context, Factories factories)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var members = type.GetMembers()
            .Where(member => member.DeclaredAccessibility == Accessibility.Private && !member.IsImplicitlyDeclared
                && CoroutineTypes.Sent(TypeOf(member)) is not null && !IsNamedInNested(member, type, context.CancellationToken))
            .ToDictionary(member => member, _ => new FieldUses(factories), SymbolEqualityComparer.Default);
        if (members.Count == 0)
            return;
        context.RegisterOperationAction(
            use => UsesOf(((IMemberReferenceOperation)use.Operation).Member)?.Add((IMemberReferenceOperation)use.Operation),
            OperationKind.FieldReference, OperationKind.PropertyReference);
        context.RegisterOperationAction(use => Initialize((ISymbolInitializerOperation)use.Operation),
            OperationKind.FieldInitializer, OperationKind.PropertyInitializer);
        context.RegisterSymbolEndAction(end =>
        {
            foreach (var send in members.Values.SelectMany(uses => uses.UnprimedSends))
                end.ReportDiagnostic(Diagnostic.Create(
                    UsageDiagnostics.UnprimedSend, Wording.Member(send.Syntax).GetLocation(), Wording.Receiver(send.Syntax),
                    UnprimedSendRule.Priming(send)));
        });

        FieldUses? UsesOf(ISymbol member) => members.TryGetValue(member.OriginalDefinition, out var uses) ? uses : null;

        void Initialize(ISymbolInitializerOperation initializer)
        {
            var initialized = initializer is IFieldInitializerOperation field
                ? field.InitializedFields.CastArray<ISymbol>()
                : ((IPropertyInitializerOperation)initializer).InitializedProperties.CastArray<ISymbol>();
            foreach (var member in initialized)
                UsesOf(member)?.Assign(initializer.Value);
        }
    }

    /// <summary>Whether a nested type may use the member: the actions of a type do not see into those.</summary>
    private static bool IsNamedInNested(ISymbol member, INamedTypeSymbol type, CancellationToken cancellation)
        => type.GetTypeMembers().SelectMany(nested => nested.DeclaringSyntaxReferences)
            .Any(reference => reference.GetSyntax(cancellation).DescendantTokens().Any(token => token.ValueText == member.Name));

    /// <summary>The type of a field, or of a property without code of its own.</summary>
    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol { IsIndexer: false } property
            when property.ContainingType.GetMembers().OfType<IFieldSymbol>()
                .Any(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property)) => property.Type,
        _ => null,
    };
}
