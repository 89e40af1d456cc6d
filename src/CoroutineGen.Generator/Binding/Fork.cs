using System.Runtime.CompilerServices;
using System.Text;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CoroutineGen.Generator.Binding;

/// <summary>
/// The compilation together with the skeletons of all its coroutines, so that bodies which call coroutines bind before these exist.
/// Made once for each run, when the first body needs it; most edits need none.
/// </summary>
internal sealed class Fork(CSharpCompilation compilation)
{
    /// <summary>A skeleton depends on one model and one option, so it is parsed once for each model object.</summary>
    private static readonly ConditionalWeakTable<CoroutineModel, SyntaxTree>[] Skeletons = [new(), new()];

    private readonly Lazy<CSharpCompilation> _forked = new(() => Make(compilation));

    public SemanticModel ModelOf(SyntaxTree tree) => _forked.Value.GetSemanticModel(tree);

    private static CSharpCompilation Make(CSharpCompilation compilation)
    {
        bool annotationsOn = compilation.Options.NullableContextOptions.AnnotationsEnabled();
        var known = Skeletons[annotationsOn ? 1 : 0];
        var skeletons = new List<SyntaxTree>();
        foreach (var found in TreeFindings.Coroutines(compilation, CancellationToken.None))
        {
            skeletons.Add(known.GetValue(found.Model, model => CSharpSyntaxTree.ParseText(
                SourceText.From(CoroutineFile.Write(new(model, Body: null, Lines: null, annotationsOn)), Encoding.UTF8),
                (CSharpParseOptions)found.Method.SyntaxTree.Options)));
        }
        return compilation.WithOptions(WithoutNullableAnalysis(compilation.Options)).AddSyntaxTrees(skeletons);
    }

    /// <summary>Nullable warnings are the real compilation's to give; to analyse for them here would cost a fifth of all binding.</summary>
    private static CSharpCompilationOptions WithoutNullableAnalysis(CSharpCompilationOptions options)
        => options.WithNullableContextOptions(options.NullableContextOptions & NullableContextOptions.Annotations);
}
