using System.Collections.Immutable;
using System.Reflection;
using CoroutineGen.Generator;
using CoroutineGen.Generator.Tests.Usage;
using CoroutineGen.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace CoroutineGen.CodeFixes.Tests;

/// <summary>Applies a fix to a source and compares; what comes out is generated for again, and has to compile.</summary>
public abstract class FixTest
{
    protected const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing System.Threading;\nusing System.Threading.Tasks;\nusing CoroutineGen;\n";

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [.. typeof(CoroutineGenerator).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null && !type.IsSubclassOf(typeof(DiagnosticSuppressor)))
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    /// <summary>Fixes the first diagnostic that the fix is for, or all of them at once.</summary>
    protected static async Task Check(CodeFixProvider fix, string before, string after, bool all = false)
    {
        var document = await Open(Usings + before);
        var diagnostics = await Diagnostics(document, fix);
        Assert.NotEmpty(diagnostics);
        var actions = await Actions(fix, document, diagnostics[0]);
        var action = Assert.Single(actions);
        if (all)
        {
            action = await fix.GetFixAllProvider()!.GetFixAsync(All(document, fix, action, diagnostics));
        }
        await Compare(document, action!, after);
    }

    /// <summary>Fixes a diagnostic that is put where [| |] marks it, for code that other generators' files belong to.</summary>
    protected static async Task CheckAt(CodeFixProvider fix, string marked, string after)
    {
        var source = MarkedSource.Parse(Usings + marked);
        var document = await Open(source.Text);
        var place = Location.Create((await document.GetSyntaxTreeAsync())!, Assert.Single(source.Spans));
        string id = fix.FixableDiagnosticIds[0];
        await Compare(document, Assert.Single(await Actions(fix, document, Diagnostic.Create(id, "Test", id, DiagnosticSeverity.Error, DiagnosticSeverity.Error, true, 0, location: place))), after);
    }

    /// <summary>The diagnostics are there, and the fix leaves them alone.</summary>
    protected static async Task None(CodeFixProvider fix, string source)
    {
        var document = await Open(Usings + source);
        var found = await Diagnostics(document, fix);
        Assert.NotEmpty(found);
        foreach (var diagnostic in found)
            Assert.Empty(await Actions(fix, document, diagnostic));
    }

    /// <summary>Refactors at the place that [| |] marks. No text after: nothing is offered.</summary>
    protected static async Task Check(CodeRefactoringProvider refactoring, string before, string? after, string usings = Usings)
    {
        var source = MarkedSource.Parse(usings + before);
        var document = await Open(source.Text);
        var actions = new List<CodeAction>();
        await refactoring.ComputeRefactoringsAsync(new(document, Assert.Single(source.Spans), actions.Add, CancellationToken.None));
        if (after is null)
            Assert.Empty(actions);
        else
            await Compare(document, Assert.Single(actions), after);
    }

    protected static async Task Compare(Document document, CodeAction action, string after)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        var texts = new List<string>();
        foreach (var written in solution.GetDocument(document.Id)!.Project.Documents.Where(d => d.Name is "Test.cs" or "Co.cs"))
            texts.Add((await written.GetTextAsync()).ToString());
        Assert.Equal((after.StartsWith("using", StringComparison.Ordinal) ? "" : Usings) + after, texts[0]);
        var errors = Generated(texts).Errors;
        Assert.True(!errors.Any(), string.Join("\n", errors));
    }

    protected static async Task<Diagnostic[]> Diagnostics(Document document, CodeFixProvider fix)
    {
        var compilation = await document.Project.GetCompilationAsync();
        var tree = await document.GetSyntaxTreeAsync();
        var found = await compilation!.WithAnalyzers(Analyzers, document.Project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
        return [.. found.Concat(compilation!.GetDiagnostics()).Where(d => fix.FixableDiagnosticIds.Contains(d.Id) && d.Location.SourceTree == tree).OrderBy(d => d.Location.SourceSpan.Start)];
    }

    protected static async Task<List<CodeAction>> Actions(CodeFixProvider fix, Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    private static GeneratorRun Generated(IEnumerable<string> texts)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp12);
        var compilation = CSharpCompilation.Create("Test", texts.Select((text, i) => CSharpSyntaxTree.ParseText(text, options, $"/src/{i}.cs")), AssemblyReferences.OfProjects,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return GeneratorRun.Of(Drivers.Of(compilation, BuildProperties.Editor, new CoroutineGenerator()), compilation);
    }

    /// <summary>The document in a project that has the common coroutines and all generated files.</summary>
    protected static async Task<Document> Open(string text)
    {
        var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Create(), "Test", "Test", LanguageNames.CSharp,
            parseOptions: new CSharpParseOptions(LanguageVersion.CSharp12), metadataReferences: AssemblyReferences.OfProjects,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)));
        var document = project.AddDocument("Test.cs", text, filePath: "/src/0.cs");
        var other = document.Project.AddDocument("Co.cs", CommonCoroutines.Text, filePath: "/src/1.cs");
        var solution = other.Project.Solution;
        foreach (var file in Generated([text, CommonCoroutines.Text]).Files)
            solution = solution.AddDocument(DocumentId.CreateNewId(project.Id), Path.GetFileName(file.HintName), file.SourceText, filePath: file.SyntaxTree.FilePath);
        return solution.GetDocument(document.Id)!;
    }

    /// <summary>All that was found, to be fixed at once.</summary>
    protected static FixAllContext All(Document document, CodeFixProvider fix, CodeAction action, Diagnostic[] diagnostics)
        => new(document, fix, FixAllScope.Document, action.EquivalenceKey!, fix.FixableDiagnosticIds, new Found(diagnostics), CancellationToken.None);

    /// <summary>Gives a fix-all what was found already.</summary>
    private sealed class Found(Diagnostic[] diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
