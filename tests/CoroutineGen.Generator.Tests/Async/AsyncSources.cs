using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Tests.Async;

/// <summary>
/// Sources whose coroutines are all asynchronous, but for those that C# or the generator refuse then, and those that are used as only
/// synchronous ones can be.
/// </summary>
internal sealed class AsyncSources(
    IReadOnlyList<(string Path, string Text)> files, IReadOnlyList<(string Path, string Text)> others,
    Func<IEnumerable<SyntaxTree>, CSharpCompilation> compile, string? flag = null)
{
    private const int MostRounds = 40;

    private readonly List<SyntaxTree> _originals = [.. files.Select(f => Project.Parse(f.Text, f.Path))];
    private readonly HashSet<(int Tree, int Method)> _stay = [];
    private readonly HashSet<(int Tree, int Method)> _plain = [];

    /// <summary>Why coroutines stay as they are: the first error of each.</summary>
    public List<string> Reasons { get; } = [];

    /// <summary>How many coroutines are asynchronous.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them have the flag that all are given, "Saveable = true", unless they are refused with it.</summary>
    public int Flagged { get; private set; }

    /// <summary>The ids for which coroutines are without that flag.</summary>
    public List<string> Refusals { get; } = [];

    /// <summary>Generates and compiles, and leaves coroutines as they were until nothing of that is refused.</summary>
    /// <returns>The program; and the errors that no coroutine is to blame for, where there is none.</returns>
    public async Task<(byte[] Image, IReadOnlyList<Diagnostic> Errors)> Accepted()
    {
        for (int round = 0; ; round++)
        {
            var trees = _originals.Select((t, i) => Rewritten(t, i)).ToArray();
            Count = trees.Sum(t => t.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Count(IsAsynchronous));
            Flagged = trees.Sum(t => t.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Count(m => IsAsynchronous(m) && IsFlagged(m)));
            var run = Project.Run(compile([.. trees, .. others.Select(f => Project.Parse(f.Text, f.Path))]));
            using var image = new MemoryStream();
            // Some that C# has against an await are only found where its code is emitted.
            var errors = run.Errors.Concat((await Project.Analyze(run.Output)).Where(d => d.Severity == DiagnosticSeverity.Error)).ToList();
            if (errors.Count == 0)
                errors = [.. run.Output.Emit(image).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)];
            int before = _stay.Count + _plain.Count;
            foreach (var error in errors.Where(d => Array.IndexOf(trees, d.Location.SourceTree) >= 0))
                Stay(trees, error);
            if (_stay.Count + _plain.Count == before || round == MostRounds)
                return (image.ToArray(), errors);
        }
    }

    private SyntaxTree Rewritten(SyntaxTree original, int tree)
    {
        var methods = original.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().ToList();
        var form = new AsyncForm(isAwaitingLoops: false, stays: method => _stay.Contains((tree, methods.IndexOf(method))));
        return Project.Parse(WithFlags(form.Visit(original.GetRoot()), tree).ToFullString(), original.FilePath);
    }

    /// <summary>The flag on all coroutines, synchronous ones too, so that chains can be saved.</summary>
    private SyntaxNode WithFlags(SyntaxNode root, int tree)
    {
        if (flag is null)
            return root;
        var methods = root.DescendantNodes().OfType<MethodDeclarationSyntax>().ToList();
        var attributes = methods.Where((_, i) => !_plain.Contains((tree, i))).SelectMany(m => m.AttributeLists).SelectMany(l => l.Attributes)
            .Where(a => a.Name.ToString() == "Coroutine");
        return root.ReplaceNodes(attributes, (_, a) => a.AddArgumentListArguments(SyntaxFactory.AttributeArgument(SyntaxFactory.ParseExpression(flag))));
    }

    private bool IsFlagged(MethodDeclarationSyntax method) => flag is not null && method.AttributeLists.Any(l => l.ToString().Contains(flag, StringComparison.Ordinal));

    /// <summary>A coroutine that is refused, or those that a member uses which they do not fit any more.</summary>
    private void Stay(SyntaxTree[] trees, Diagnostic error)
    {
        var tree = error.Location.SourceTree!;
        var node = tree.GetRoot().FindNode(error.Location.SourceSpan);
        if (error.Id.StartsWith("CORO4", StringComparison.Ordinal) && node.FirstAncestorOrSelf<MethodDeclarationSyntax>(IsFlagged) is { } flagged)
        {
            if (_plain.Add((Array.IndexOf(trees, tree), tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().ToList().IndexOf(flagged))))
                Refusals.Add(error.Id);
            return;
        }
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>(IsAsynchronous) is { } own)
        {
            Add(Array.IndexOf(trees, tree), own);
            return;
        }
        var member = node.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault(m => m is not BaseTypeDeclarationSyntax);
        var names = (member ?? node).DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(n => n.Identifier.ValueText).ToHashSet();
        for (int i = 0; i < trees.Length; i++)
            foreach (var method in trees[i].GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Where(IsAsynchronous))
                if (names.Contains(method.Identifier.ValueText) && (trees[i] == tree || !IsPrivate(method)))
                    Add(i, method);

        void Add(int index, MethodDeclarationSyntax method)
        {
            int number = trees[index].GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().ToList().IndexOf(method);
            if (_stay.Add((index, number)))
                Reasons.Add(error.Id);
        }
    }

    private static bool IsPrivate(MethodDeclarationSyntax method) => method.Modifiers.Any(SyntaxKind.PrivateKeyword);

    private static bool IsAsynchronous(MethodDeclarationSyntax method)
        => method.ParameterList.Parameters.Any(p => p.Type?.ToString() is { } type
            && (type.StartsWith("AsyncYield<", StringComparison.Ordinal) || type.StartsWith("AsyncReceive<", StringComparison.Ordinal)));
}
