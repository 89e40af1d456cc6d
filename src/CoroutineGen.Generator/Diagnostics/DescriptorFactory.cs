using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Diagnostics;

/// <summary>Makes descriptors that all look alike, each with a link to its page.</summary>
internal static class DescriptorFactory
{
    private const string Pages = "https://github.com/coroutinegen/coroutinegen/blob/main/docs/diagnostics/";

    public static string HelpLink(string id) => Pages + id + ".md";
}
