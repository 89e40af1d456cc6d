using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace CoroutineGen.CodeFixes;

/// <summary>
/// CORO4101: puts the lines of points into the file of what is not shipped, and takes out those that are not true any more.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class PointsFileFix : CodeFixProvider
{
    private const string FileName = "CoroutinePoints.Unshipped.txt";
    private const string Title = "Bring " + FileName + " up to date";

    // What the analyzer gives along.
    private const string Added = "add";
    private const string Removed = "remove";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("CORO4101");

    public override FixAllProvider GetFixAllProvider() => new All();

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
            if (IsKnown(diagnostic))
                context.RegisterCodeFix(
                    CodeAction.Create(
                        Title, cancellation => Fixed(context.Document.Project, [diagnostic], cancellation), nameof(PointsFileFix)),
                    diagnostic);
        return Task.CompletedTask;
    }

    private static bool IsKnown(Diagnostic diagnostic)
        => diagnostic.Properties.ContainsKey(Added) || diagnostic.Properties.ContainsKey(Removed);

    private static async Task<Solution> Fixed(Project project, IReadOnlyCollection<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var file = project.AdditionalDocuments.FirstOrDefault(
            d => string.Equals(Path.GetFileName(d.FilePath ?? d.Name), FileName, StringComparison.OrdinalIgnoreCase));
        var before = file is null ? SourceText.From("") : await file.GetTextAsync(cancellation).ConfigureAwait(false);
        var after = SourceText.From(Edited(before.ToString(), diagnostics), before.Encoding ?? new System.Text.UTF8Encoding(false));
        if (file is not null)
            return project.Solution.WithAdditionalDocumentText(file.Id, after);
        string? path = Path.GetDirectoryName(project.FilePath) is { } folder ? Path.Combine(folder, FileName) : null;
        return project.Solution.AddAdditionalDocument(DocumentId.CreateNewId(project.Id), FileName, after, filePath: path);
    }

    /// <summary>The text with other lines, in their order; comments and empty lines stay above the line that they stand above.</summary>
    private static string Edited(string text, IReadOnlyCollection<Diagnostic> diagnostics)
    {
        string newLine = text.Contains("\r\n") ? "\r\n" : "\n";
        var removed = new HashSet<string>(Lines(diagnostics, Removed), StringComparer.Ordinal);
        var lines = text.Replace("\r\n", "\n").Split('\n').ToList();
        if (lines[lines.Count - 1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
        lines.RemoveAll(line => removed.Contains(line.Trim()));
        foreach (string line in Lines(diagnostics, Added).Where(line => !lines.Exists(l => l.Trim() == line)).Distinct().ToList())
        {
            int before = lines.FindIndex(l => IsPoint(l) && string.CompareOrdinal(l.Trim(), line) > 0);
            while (before > 0 && !IsPoint(lines[before - 1]) && lines.Take(before).Any(IsPoint))
                before--;
            lines.Insert(before < 0 ? lines.Count : before, line);
        }
        return string.Concat(lines.Select(line => line + newLine));
    }

    private static bool IsPoint(string line) => line.Trim() is { Length: > 0 } read && read[0] != '#';

    private static IEnumerable<string> Lines(IEnumerable<Diagnostic> diagnostics, string property)
        => diagnostics.SelectMany(d => d.Properties.TryGetValue(property, out var lines) && lines is not null
            ? lines.Split(['\n'], StringSplitOptions.RemoveEmptyEntries)
            : []);

    /// <summary>All lines of a project at once: they go into one file.</summary>
    private sealed class All : FixAllProvider
    {
        public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
        {
            var solution = context.Solution;
            var projects = context.Scope == FixAllScope.Solution ? solution.Projects.ToList() : [context.Project];
            foreach (var project in projects)
            {
                var found = context is { Scope: not (FixAllScope.Project or FixAllScope.Solution), Document: { } document }
                    ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                    : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
                if (found.Where(IsKnown).ToList() is { Count: > 0 } known)
                    solution = await Fixed(solution.GetProject(project.Id)!, known, context.CancellationToken).ConfigureAwait(false);
            }
            return CodeAction.Create(Title, _ => Task.FromResult(solution), nameof(PointsFileFix));
        }
    }
}
