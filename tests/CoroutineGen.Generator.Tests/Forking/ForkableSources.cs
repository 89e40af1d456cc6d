using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CoroutineGen.Generator.Tests.Forking;

/// <summary>Sources whose coroutines are all declared to be forkable, but for those that are refused then.</summary>
internal sealed class ForkableSources(IReadOnlyList<(string Path, string Text)> files, Func<IEnumerable<SyntaxTree>, CSharpCompilation> compile)
{
    private readonly List<SyntaxTree> _trees = [.. files.Select(f => Project.Parse(Attribute.Replace(f.Text, Flagged), f.Path))];

    /// <summary>The ids for which coroutines were refused.</summary>
    public List<string> Refusals { get; } = [];

    public int Count => _trees.Sum(t => Regex.Count(t.ToString(), Flag));

    private const string Flag = "Forkable = true";

    private static readonly Regex Attribute = new(@"\[Coroutine(\((?<arguments>[^\[\]()]*(\([^()]*\))?[^\[\]()]*)\))?\]");

    private static string Flagged(Match match)
        => match.Groups["arguments"] is { Length: > 0 } arguments ? $"[Coroutine({arguments.Value}, {Flag})]" : $"[Coroutine({Flag})]";

    /// <summary>Generates, and takes the flag from what is refused, until nothing is: who delegates to what is not forkable is refused next.</summary>
    public async Task<GeneratorRun> Accepted()
    {
        for (; ; )
        {
            var run = Project.Run(compile(_trees));
            var refused = (await Project.Analyze(run.Output))
                .Where(d => d.Id.StartsWith("CORO4", StringComparison.Ordinal) && d.Severity == DiagnosticSeverity.Error).ToImmutableArray();
            if (refused.IsEmpty)
                return run;
            foreach (var group in refused.GroupBy(d => d.Location.SourceTree!).ToList())
            {
                var methods = group.Select(d => group.Key.GetRoot().FindNode(d.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>(IsFlagged)!)
                    .Distinct().OrderByDescending(m => m.SpanStart);
                var text = group.Key.GetText();
                foreach (var method in methods)
                {
                    var attribute = method.AttributeLists.First(l => l.ToString().Contains(Flag));
                    string plain = attribute.ToString().Replace(", " + Flag, "").Replace($"({Flag})", "");
                    text = text.Replace(attribute.Span, plain);
                }
                _trees[_trees.IndexOf(group.Key)] = group.Key.WithChangedText(text);
            }
            Refusals.AddRange(refused.Select(d => d.Id));
        }
    }

    private static bool IsFlagged(MethodDeclarationSyntax method) => method.AttributeLists.Any(l => l.ToString().Contains(Flag));
}
