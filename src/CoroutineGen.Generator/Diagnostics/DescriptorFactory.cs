using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Diagnostics;

/// <summary>Makes descriptors that all look alike, each with a link to its page.</summary>
internal static class DescriptorFactory
{
    private const string Pages = "https://github.com/coroutinegen/coroutinegen/blob/main/docs/diagnostics/";

    /// <summary>
    /// The tags of an error that nothing turns off, since a coroutine that is refused must not build: no configuration and no pragma, and,
    /// as for errors of the compiler itself, no SuppressMessage attribute.
    /// </summary>
    public static readonly string[] Always = [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.Compiler];

    public static string HelpLink(string id) => Pages + id + ".md";
}
