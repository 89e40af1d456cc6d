using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CoroutineGen.Generator.Tests.Forking;

/// <summary>Sources whose coroutines are all declared to be forkable, or saveable, but for those that are refused then.</summary>
internal sealed class FlaggedSources
{
    private readonly List<SyntaxTree> _trees;
    private readonly Func<IEnumerable<SyntaxTree>, CSharpCompilation> _compile;
    private readonly string _flag;

    /// <param name="flag">"Forkable = true".</param>
    /// <param name="files">The sources.</param>
    /// <param name="compile">Makes a compilation of them.</param>
    public FlaggedSources(string flag, IReadOnlyList<(string Path, string Text)> files, Func<IEnumerable<SyntaxTree>, CSharpCompilation> compile)
    {
        _flag = flag;
        _compile = compile;
        _trees = [.. files.Select(f => Project.Parse(Attribute.Replace(f.Text, Flagged), f.Path))];
    }

    /// <summary>The ids for which coroutines were refused.</summary>
    public List<string> Refusals { get; } = [];

    public int Count => _trees.Sum(t => Regex.Count(t.ToString(), _flag));

    private static readonly Regex Attribute = new(@"\[Coroutine(\((?<arguments>[^\[\]()]*(\([^()]*\))?[^\[\]()]*)\))?\]");

    private string Flagged(Match match)
        => match.Groups["arguments"] is { Length: > 0 } arguments ? $"[Coroutine({arguments.Value}, {_flag})]" : $"[Coroutine({_flag})]";

    /// <summary>Generates, and takes the flag from what is refused, until nothing is: who delegates to what is not forkable is refused next.</summary>
    public async Task<GeneratorRun> Accepted()
    {
        for (; ; )
        {
            var run = Project.Run(_compile(_trees));
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
                    var attribute = method.AttributeLists.First(l => l.ToString().Contains(_flag));
                    string plain = attribute.ToString().Replace(", " + _flag, "").Replace($"({_flag})", "");
                    text = text.Replace(attribute.Span, plain);
                }
                _trees[_trees.IndexOf(group.Key)] = group.Key.WithChangedText(text);
            }
            Refusals.AddRange(refused.Select(d => d.Id));
        }
    }

    private bool IsFlagged(MethodDeclarationSyntax method) => method.AttributeLists.Any(l => l.ToString().Contains(_flag));
}
