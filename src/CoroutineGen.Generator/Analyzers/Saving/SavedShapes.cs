using System.Collections.Immutable;
using CoroutineGen.Generator.Binding;
using CoroutineGen.Generator.Lowering.Lowered;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Analyzers.Saving;

/// <summary>What is saved of the coroutines of a project, as the generator knows it, or else by lowering a body again.</summary>
internal sealed class SavedShapes(CSharpCompilation project, Lower lower, SettledBodies settled)
{
    private readonly Lazy<DeclarationEnvironment> _environment = new(() => DeclarationEnvironment.OfInputOf(project));

    /// <summary>The shape of a method; null where it is refused, or not right yet, or of another project.</summary>
    public SaveShape? Of(IMethodSymbol method, CancellationToken cancellation)
        => method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is MethodDeclarationSyntax syntax
            && project.ContainsSyntaxTree(syntax.SyntaxTree)
            ? Of(syntax, project.GetSemanticModel(syntax.SyntaxTree), cancellation)
            : null;

    /// <summary>The same, with the model of its tree.</summary>
    public SaveShape? Of(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
    {
        if (settled.SavedOf(BodyKey.FingerprintOf(method, _environment.Value)) is { } known)
            return known;
        if (model.GetDiagnostics(method.Span, cancellation).Any(BodyErrors.IsError))
            return null;
        try
        {
            return lower(method, model, ImmutableArray<Diagnostic>.Empty, cancellation).Body?.Save;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return null; // CORO9001, which the generator reports.
        }
    }
}
