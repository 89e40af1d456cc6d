using System.Collections.Immutable;
using CoroutineGen.Generator.Analyzers;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Declarations.Mending;
using CoroutineGen.Generator.Lowering;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace CoroutineGen.Generator.Tests.Diagnostics;

/// <summary>
/// Holds generator and analyzer to the same answer on every [Coroutine] method of a project: there is a step method, or an error of
/// CORO1xxx or CORO2xxx says why not. The analyzer is asked twice: with what it shares with the generator, and all by itself.
/// </summary>
internal sealed class Acceptance
{
    /// <summary>How many methods were accepted by both.</summary>
    public int Accepted { get; private set; }

    /// <summary>How many methods were refused by both.</summary>
    public int Refused { get; private set; }

    /// <summary>How many methods have errors of C#, of which only the compiler speaks.</summary>
    public int Wrong { get; private set; }

    public async Task Check(CSharpCompilation project)
    {
        var final = Project.Run(project).Output;
        var shared = await Errors(final, new CoroutineAnalyzer());
        var alone = await Errors(final, new CoroutineAnalyzer(MethodLowering.Lower, new()));
        Assert.Equal(alone.Select(d => d.ToString()), shared.Select(d => d.ToString()));
        foreach (var tree in project.SyntaxTrees)
        {
            var model = final.GetSemanticModel(tree);
            foreach (var method in (await tree.GetRootAsync()).DescendantNodes().OfType<MethodDeclarationSyntax>())
                if (CoroutineSymbols.IsCoroutine(method, model, default))
                    Check(method, model, alone);
        }
    }

    private void Check(MethodDeclarationSyntax method, SemanticModel model, ImmutableArray<Diagnostic> errors)
    {
        var reasons = errors.Where(error => Concerns(error, method)).ToArray();
        bool isReal = HasStep(model.GetDeclaredSymbol(method)!, CoroutineSyntax.ClassName(method));
        string what = $"{method.Identifier} in\n{method}\nstep method: {isReal}, {string.Join("\n", reasons.AsEnumerable())}";
        // In a file with errors of syntax that hide coroutines all are stubs, and nothing of ours is said.
        if (MendedTree.IsNeeded(method.SyntaxTree) || model.GetDiagnostics(method.FullSpan).Any(d => d.Severity == DiagnosticSeverity.Error))
        {
            Assert.False(isReal, what);
            Wrong++;
            return;
        }
        Assert.True(isReal == (reasons.Length == 0), what);
        if (isReal)
            Accepted++;
        else
            Refused++;
    }

    /// <summary>Whether an error stands in the method, or at the head of a type around it.</summary>
    private static bool Concerns(Diagnostic error, MethodDeclarationSyntax method)
        => error.Location.SourceTree == method.SyntaxTree
            && (method.FullSpan.Contains(error.Location.SourceSpan)
                || method.Ancestors().OfType<TypeDeclarationSyntax>().Any(type => Head(type).Contains(error.Location.SourceSpan)));

    private static TextSpan Head(TypeDeclarationSyntax type) => TextSpan.FromBounds(type.SpanStart, type.OpenBraceToken.SpanStart);

    private static bool HasStep(IMethodSymbol coroutine, string className)
        => coroutine.ContainingType.GetMembers(coroutine.Name).OfType<IMethodSymbol>()
            .Any(other => other.DeclaredAccessibility == Accessibility.Private
                && FrameOf(other)?.Name.StartsWith(className.Replace("Coroutine", "", StringComparison.Ordinal), StringComparison.Ordinal) == true);

    // (ref WalkLocals f, ..) of a synchronous step, (Suspender<int> suspend, WalkLocals f, ..) of an asynchronous one
    private static ITypeSymbol? FrameOf(IMethodSymbol step) => step.Parameters switch
    {
        [{ RefKind: RefKind.Ref, Type: { TypeKind: TypeKind.Struct } frame }, ..] => frame,
        [{ Type.Name: "Suspender" }, { Type: { TypeKind: TypeKind.Class } frame }, ..] => frame,
        _ => null,
    };

    private static async Task<ImmutableArray<Diagnostic>> Errors(Compilation final, CoroutineAnalyzer analyzer)
    {
        var found = await final.WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(found, d => d.Id == "AD0001");
        return [.. found.Where(d => d.Severity == DiagnosticSeverity.Error).OrderBy(d => d.ToString(), StringComparer.Ordinal)];
    }
}
