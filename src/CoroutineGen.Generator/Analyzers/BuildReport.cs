using System.Collections.Immutable;
using CoroutineGen.Generator.Binding;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Declarations.Mending;
using CoroutineGen.Generator.Declarations.Reading;
using CoroutineGen.Generator.Declarations.Rules;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering.Lowered;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Analyzers;

/// <summary>
/// Says in a build why coroutines are refused. An analyzer can be left out of a build, and what it reports be configured away; what a
/// generator reports cannot, so that nothing builds with a coroutine that has errors. What was said here the analyzer does not say again.
/// </summary>
/// <remarks>
/// It binds again what the pipeline has not accepted, on a fork of its own: a build runs once, most builds have nothing to say, and so no
/// diagnostic with its place in a tree has to go through the pipeline's steps. What another build has reported is reported again.
/// </remarks>
internal sealed class BuildReport(Lower lower, SettledBodies settled)
{
    /// <param name="compilation">What the generator is given, mended.</param>
    /// <param name="bodies">What became of its coroutines, in their order.</param>
    /// <param name="mode">How it is built.</param>
    /// <param name="report">Takes what is said.</param>
    /// <param name="cancellation">Stops the work.</param>
    public void Write(
        Compilation compilation, ImmutableArray<BodyOutcome> bodies, BuildMode mode, Action<Diagnostic> report,
        CancellationToken cancellation)
    {
        if (mode.IsDesignTime || compilation is not CSharpCompilation project)
            return;
        var findings = ProjectFindings.Of(project, cancellation);
        var fork = new Fork(project);
        foreach (var node in NotAccepted(findings, bodies))
        {
            cancellation.ThrowIfCancellationRequested();
            // What stands in a file with errors of syntax is said when these are mended, and not only here.
            if (MendedTree.Is(node.SyntaxTree))
                continue;
            var said = Said(node, fork, mode, cancellation).Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
            said.ForEach(report);
            if (said.Count > 0)
                settled.Report(BodyKey.FingerprintOf(node, DeclarationEnvironment.OfInput(project)));
        }
        // What types implement the analyzer says, which cannot be silenced; it is said here where that does not run.
        if (mode.RunsAnalyzers)
            return;
        foreach (var type in project.GetSymbolsWithName(_ => true, SymbolFilter.Type, cancellation).OfType<INamedTypeSymbol>())
            foreach (var diagnostic in ReimplementationRule.Check(type))
                if (diagnostic.Location.SourceTree is { } tree && !MendedTree.Is(tree))
                    report(diagnostic);
    }

    /// <summary>What the pipeline has not accepted, or never looks at, in the order of the files.</summary>
    private static IEnumerable<SyntaxNode> NotAccepted(ProjectFindings findings, ImmutableArray<BodyOutcome> bodies)
    {
        int number = 0;
        foreach (var tree in findings.Trees)
        {
            foreach (var found in tree.Methods)
                if (!bodies[number++].IsAccepted)
                    yield return found.Method;
            foreach (var node in tree.Unwritten)
                yield return node;
        }
    }

    private IEnumerable<Diagnostic> Said(SyntaxNode node, Fork fork, BuildMode mode, CancellationToken cancellation)
    {
        var model = fork.ModelOf(node.SyntaxTree);
        if (node is not MethodDeclarationSyntax method)
            return FunctionRule.Check(node, model, cancellation);
        if (!CoroutineSymbols.IsCoroutine(method, model, cancellation))
            return [];
        var broken = CoroutineRules.Check(method, model, cancellation);
        return broken.Length > 0 ? broken : Body(method, model, fork, mode, cancellation);
    }

    private IEnumerable<Diagnostic> Body(
        MethodDeclarationSyntax method, SemanticModel model, Fork fork, BuildMode mode, CancellationToken cancellation)
    {
        LoweringResult result;
        try
        {
            result = lower(method, model, fork.ErrorsIn(method, model, cancellation), cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return []; // CORO9001, which comes with the file.
        }
        if (result.Body is not null || (!result.IsPartlyKnown && !result.Diagnostics.IsEmpty))
            return result.Diagnostics;
        // Other generators may still add what is missing. The analyzer sees what they add, and whether there is an error of the user's;
        // where it does not run, a body that was not lowered is an error in any case.
        if (mode.RunsAnalyzers)
            return [];
        return result.Diagnostics.IsEmpty
            ? ImmutableArray.Create(
                Diagnostic.Create(InternalDiagnostics.TypeFromGenerator, method.Identifier.GetLocation(), method.Identifier.Text))
            : result.Diagnostics;
    }
}
