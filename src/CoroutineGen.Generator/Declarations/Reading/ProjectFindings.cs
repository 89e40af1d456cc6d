using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Declarations.Reading;

/// <summary>What all files of a compilation give. Gathered once for each compilation, whichever step asks first.</summary>
internal sealed class ProjectFindings
{
    private static readonly ConditionalWeakTable<CSharpCompilation, ProjectFindings> All = new();

    private ProjectFindings(CSharpCompilation project, CancellationToken cancellation)
    {
        var trees = project.SyntaxTrees;
        var found = ImmutableArray.CreateBuilder<TreeFindings>(trees.Length);
        foreach (var tree in trees)
        {
            cancellation.ThrowIfCancellationRequested();
            found.Add(TreeFindings.Of(tree));
        }
        Trees = found.MoveToImmutable();
        Coroutines = Trees.SelectMany(tree => tree.Methods).ToImmutableArray();
    }

    /// <summary>The findings of each file, in the order of the files.</summary>
    public ImmutableArray<TreeFindings> Trees { get; }

    /// <summary>The coroutines of all files, in their order.</summary>
    public ImmutableArray<TreeFindings.Found> Coroutines { get; }

    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static ProjectFindings Of(CSharpCompilation project, CancellationToken cancellation)
        => All.TryGetValue(project, out var known) ? known : All.GetValue(project, p => new(p, cancellation));
}
