using System.Text;
using CoroutineGen.Generator.Analyzers;
using CoroutineGen.Generator.Binding;
using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Declarations.Mending;
using CoroutineGen.Generator.Declarations.Reading;
using CoroutineGen.Generator.Emission.Saving;
using CoroutineGen.Generator.Lowering;
using CoroutineGen.Generator.Output;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace CoroutineGen.Generator;

/// <summary>
/// Writes the factory, the class and the step method of every [Coroutine] method. In an editor it says nothing about the user's code: that
/// is the analyzer's to do, which shares this front end. In a build it reports what it refuses, because analyzers can be turned off.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class CoroutineGenerator : IIncrementalGenerator
{
    private readonly BodyBinder _binder;
    private readonly BuildReport _report;

    public CoroutineGenerator()
        : this(MethodLowering.Lower, SettledBodies.Shared)
    {
    }

    internal CoroutineGenerator(Lower lower, SettledBodies? settled = null)
    {
        settled ??= new();
        _binder = new(lower, settled);
        _report = new(lower, settled);
    }

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var signatures = context.CompilationProvider
            .SelectMany((project, cancellation) => Signature.Of(MendedProject.Of(project), cancellation))
            .WithTrackingName(Steps.Signatures);
        var keys = context.CompilationProvider
            .SelectMany((project, cancellation) => BodyKey.Of(MendedProject.Of(project), cancellation))
            .WithTrackingName(Steps.Keys);
        var bodies = keys.Select(_binder.Bind).WithTrackingName(Steps.Bodies);
        var units = signatures.Collect().Combine(bodies.Collect())
            .SelectMany((pair, _) => GeneratedUnit.Join(pair.Left, pair.Right))
            .WithTrackingName(Steps.Units);
        var files = units.Select((unit, _) => GeneratedFile.Of(unit)).WithTrackingName(Steps.Files);
        context.RegisterSourceOutput(files, (output, file) => file.AddTo(output));

        var entries = units.Select((unit, _) => CatalogEntry.Of(unit.Unit.Model)).Where(entry => entry is not null).Collect()
            .Select((all, _) => all.Select(entry => entry!).ToEquatableArray()).WithTrackingName(Steps.Catalog);
        context.RegisterSourceOutput(entries, (output, all) =>
        {
            if (all.Count > 0)
                output.AddSource(CatalogFile.HintName, SourceText.From(CatalogFile.Write(all), Encoding.UTF8));
        });

        // After the bodies, so that it knows which ones were accepted.
        var mode = context.AnalyzerConfigOptionsProvider.Select((options, _) => BuildMode.Of(options.GlobalOptions));
        var built = context.CompilationProvider.Combine(bodies.Collect()).Combine(mode);
        context.RegisterSourceOutput(
            built,
            (output, input) => _report.Write(
                MendedProject.Of(input.Left.Left), input.Left.Right, input.Right, output.ReportDiagnostic, output.CancellationToken));
    }
}
