using System.Reflection;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Diagnostics;

/// <summary>What descriptors have in common: that an error stays one, and where its page is.</summary>
internal static class DescriptorFactory
{
    /// <summary>Where this build says that the repository can be read; null where it does not say.</summary>
    private static readonly string? Documentation = typeof(DescriptorFactory).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute.Key == "DocumentationUrl")?.Value;

    /// <summary>
    /// The tags of an error that nothing turns off, since a coroutine that is refused must not build: no configuration and no pragma, and,
    /// as for errors of the compiler itself, no SuppressMessage attribute.
    /// </summary>
    public static readonly string[] Always = [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.Compiler];

    /// <summary>The page of a diagnostic; null where nobody can read it, since it is in the package only.</summary>
    public static string? HelpLink(string id) => Documentation is null ? null : PageOf(id, Documentation);

    internal static string PageOf(string id, string documentation) => $"{documentation.TrimEnd('/')}/docs/diagnostics/{id}.md";
}
