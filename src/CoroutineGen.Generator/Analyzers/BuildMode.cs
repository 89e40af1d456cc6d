using Microsoft.CodeAnalysis.Diagnostics;

namespace CoroutineGen.Generator.Analyzers;

/// <summary>Who speaks of refused coroutines, as the project's properties say; the package makes these visible.</summary>
/// <param name="IsDesignTime">An editor asks: the analyzer speaks as one types, and its diagnostics have fixes.</param>
/// <param name="RunsAnalyzers">Whether the analyzer will run at all.</param>
internal readonly record struct BuildMode(bool IsDesignTime, bool RunsAnalyzers)
{
    public static BuildMode Of(AnalyzerConfigOptions options)
        => new(Is(options, "DesignTimeBuild", "true"), !Is(options, "CoroutineGenAnalyzersRun", "false"));

    private static bool Is(AnalyzerConfigOptions options, string property, string value)
        => options.TryGetValue("build_property." + property, out var set) && string.Equals(set, value, StringComparison.OrdinalIgnoreCase);
}
