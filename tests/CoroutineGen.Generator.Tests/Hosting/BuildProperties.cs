using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroutineGen.Generator.Tests.Hosting;

/// <summary>What MSBuild tells a generator of a project.</summary>
internal sealed class BuildProperties(params (string Name, string Value)[] properties) : AnalyzerConfigOptionsProvider
{
    /// <summary>A project that an editor has loaded.</summary>
    public static readonly BuildProperties Editor = new(("DesignTimeBuild", "true"));

    /// <summary>A build without analyzers.</summary>
    public static readonly BuildProperties WithoutAnalyzers = new(("CoroutineGenAnalyzersRun", "false"));

    /// <summary>A build that says nothing about itself.</summary>
    public static readonly BuildProperties Build = new();

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Properties(properties);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Properties((string Name, string Value)[] properties) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = properties.FirstOrDefault(p => "build_property." + p.Name == key).Value;
            return value is not null;
        }
    }
}
