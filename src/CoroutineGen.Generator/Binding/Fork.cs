using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;
using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Declarations.Reading;
using CoroutineGen.Generator.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CoroutineGen.Generator.Binding;

/// <summary>
/// The compilation together with the skeletons of all its coroutines, so that bodies which call coroutines bind before these exist.
/// Made once for each run, when the first body needs it; most edits need none.
/// </summary>
internal sealed class Fork
{
    /// <summary>A skeleton depends on one model and one option, so it is parsed once for each model object.</summary>
    private static readonly ConditionalWeakTable<CoroutineModel, SyntaxTree>[] Skeletons = [new(), new()];

    private readonly Lazy<CSharpCompilation> _forked;
    private readonly Lazy<DeclarationErrors> _declarations;
    private readonly BodyErrors _bodies = new();

    public Fork(CSharpCompilation compilation)
    {
        var findings = ProjectFindings.Of(compilation, CancellationToken.None);
        var written = new Lazy<CSharpCompilation>(() => compilation.WithOptions(WithoutNullableAnalysis(compilation.Options)));
        var roles = FactoryRoles.Of(compilation, CancellationToken.None);
        _forked = new(() => WithSkeletons(written.Value, findings, roles));
        _declarations = new(() => new(written.Value, findings));
    }

    /// <summary>The model of a tree of the user's, among skeletons.</summary>
    public SemanticModel ModelOf(SyntaxTree tree) => _forked.Value.GetSemanticModel(tree);

    /// <summary>The errors that the compiler reports for a coroutine: syntax, body, declaration.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public ImmutableArray<Diagnostic> ErrorsIn(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellation)
        => model.GetSyntaxDiagnostics(method.Span, cancellation)
            .Where(BodyErrors.IsError)
            .Concat(_bodies.In(method, model, cancellation))
            .Concat(_declarations.Value.In(method, model, cancellation))
            .ToImmutableArray();

    private static CSharpCompilation WithSkeletons(CSharpCompilation compilation, ProjectFindings findings, FactoryRoles roles)
    {
        bool annotationsOn = compilation.Options.NullableContextOptions.AnnotationsEnabled();
        var known = Skeletons[annotationsOn ? 1 : 0];
        return compilation.AddSyntaxTrees(findings.Coroutines.Select(found => roles.HasRole(found)
            ? Skeleton(roles.ModelOf(found), annotationsOn, Options(found))
            : known.GetValue(found.Model, model => Skeleton(model, annotationsOn, Options(found)))));

        static CSharpParseOptions Options(TreeFindings.Found found) => (CSharpParseOptions)found.Method.SyntaxTree.Options;
    }

    /// <summary>A stub without documentation.</summary>
    // public static RangeCoroutine Range(int start, int end) => throw new NotSupportedException("..");
    // public sealed class RangeCoroutine : Coroutine<int> { .. }
    private static SyntaxTree Skeleton(CoroutineModel model, bool annotationsOn, CSharpParseOptions options)
    {
        var silent = model with { Docs = EquatableArray<string>.Empty };
        string text = CoroutineFile.Write(new(silent, Body: null, Lines: null, new(annotationsOn, Optimizes: false, HidesFrames: false)));
        return CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), options);
    }

    /// <summary>Nullable warnings are the real compilation's to give; to analyse for them here would cost a fifth of all binding.</summary>
    private static CSharpCompilationOptions WithoutNullableAnalysis(CSharpCompilationOptions options)
        => options.WithNullableContextOptions(options.NullableContextOptions & NullableContextOptions.Annotations);
}
