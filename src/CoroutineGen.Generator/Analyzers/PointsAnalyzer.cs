using System.Collections.Immutable;
using CoroutineGen.Generator.Analyzers.Saving;
using CoroutineGen.Generator.Binding;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Declarations.Mending;
using CoroutineGen.Generator.Diagnostics;
using CoroutineGen.Generator.Lowering;
using CoroutineGen.Generator.Versions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CoroutineGen.Generator.Analyzers;

/// <summary>
/// Judges edits of saveable coroutines by what the project's points files say of earlier versions (rules 251 to 257). The generator does
/// not read these files, so that no edit of them costs a generation (rule 262).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PointsAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of CORO4101 with the lines that are to be in the file of what is not shipped.</summary>
    public const string AddProperty = "add";

    /// <summary>The property of CORO4101 with the lines that are to be there no more.</summary>
    public const string RemoveProperty = "remove";

    /// <summary>The property with the attribute that says how it is meant, where only one thing can be.</summary>
    public const string AttributeProperty = "attribute";

    private static readonly SourceTextValueProvider<PointsFile> Reading = new(PointsFile.Read);

    private readonly Lower _lower;
    private readonly SettledBodies _settled;

    public PointsAnalyzer()
        : this(MethodLowering.Lower, SettledBodies.Shared)
    {
    }

    internal PointsAnalyzer(Lower lower, SettledBodies settled)
    {
        _lower = lower;
        _settled = settled;
    }

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Descriptors.All
        .Where(d => d.Id.StartsWith("CORO41", StringComparison.Ordinal) && d.Id != SaveDiagnostics.NotUsable.Id)
        .Append(SaveDiagnostics.NameNotUsable).ToImmutableArray();

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            // A coroutine that something is typed above is not gone, and what it saves is not known.
            if (start.Compilation.SyntaxTrees.Any(MendedTree.IsNeeded))
                return;
            var files = new PointsFiles(
                Find(PointsFiles.ShippedName, start.Options, Read, start.CancellationToken),
                Find(PointsFiles.UnshippedName, start.Options, Read, start.CancellationToken));
            var project = (CSharpCompilation)start.Compilation;
            var known = new Lazy<KnownCoroutines>(() => KnownCoroutines.Of(project, files, CancellationToken.None));
            var shapes = new SavedShapes(project, _lower, _settled);
            start.RegisterSyntaxNodeAction(node => AnalyzeMethod(node, files, known, shapes), SyntaxKind.MethodDeclaration);
            if (files.Exist)
                start.RegisterAdditionalFileAction(file => AnalyzeFile(file, files, known));

            PointsFile Read(SourceText text) => start.TryGetValue(text, Reading, out var read) ? read : PointsFile.Read(text);
        });
    }

    private static PointsFile? Find(
        string name, AnalyzerOptions options, Func<SourceText, PointsFile> read, CancellationToken cancellation)
        => options.AdditionalFiles.FirstOrDefault(f => IsCalled(f, name))?.GetText(cancellation) is { } text ? read(text) : null;

    private static bool IsCalled(AdditionalText file, string name)
        => string.Equals(Path.GetFileName(file.Path), name, StringComparison.OrdinalIgnoreCase);

    private static void AnalyzeMethod(
        SyntaxNodeAnalysisContext context, PointsFiles files, Lazy<KnownCoroutines> known, SavedShapes shapes)
    {
        var method = (MethodDeclarationSyntax)context.Node;
        bool isSaveable = CoroutineSyntax.IsSaveable(method);
        if (CoroutineSyntax.Attribute(method.AttributeLists) is null || !(isSaveable || files.Exist)
            || !CoroutineSymbols.IsCoroutine(method, context.SemanticModel, context.CancellationToken))
            return;
        if (!isSaveable)
            new PointsReport(context, method, files).WriteRemoved(known.Value);
        else if (shapes.Of(method, context.SemanticModel, context.CancellationToken) is { } shape)
            new PointsReport(context, method, files).Write(shape, known);
    }

    private static void AnalyzeFile(AdditionalFileAnalysisContext context, PointsFiles files, Lazy<KnownCoroutines> known)
    {
        var file = IsCalled(context.AdditionalFile, PointsFiles.ShippedName) ? files.Shipped
            : IsCalled(context.AdditionalFile, PointsFiles.UnshippedName) ? files.Unshipped : null;
        if (file is null)
            return;
        foreach (var (place, problem) in file.Faults)
            Report(VersionDiagnostics.FileFault, place, place.Lines.Start.Line + 1, problem);
        if (file == files.Shipped)
            foreach (var (line, place) in file.Lines.GroupBy(l => l.Line.Coroutine).Select(g => g.First()))
                if (known.Value.Gone.Contains(line.Coroutine) && known.Value.Find(line.Coroutine) is null
                    && !known.Value.Candidates.ContainsKey(line.Coroutine))
                    Report(VersionDiagnostics.CoroutineGone, place, line.Coroutine,
                        $"say [SavedAs({SymbolDisplay.FormatLiteral(line.Coroutine, quote: true)})] on what it is now, "
                            + "or remove its lines, and with them what was saved");
        if (file == files.Unshipped)
        {
            foreach (var (line, place) in files.WrittenTwice)
                Report(VersionDiagnostics.FileFault, place, place.Lines.Start.Line + 1, $"stands in {PointsFiles.ShippedName} already");
            foreach (var (line, place) in file.Lines)
                if (known.Value.Find(line.Coroutine) is not { IsSaveable: true })
                    Report(VersionDiagnostics.NotListed, place, $"There is no saveable coroutine '{line.Coroutine}': remove this line");
        }

        void Report(DiagnosticDescriptor rule, LinePlace place, params object[] arguments)
            => context.ReportDiagnostic(Diagnostic.Create(rule, place.In(context.AdditionalFile.Path), arguments));
    }
}
