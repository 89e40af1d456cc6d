using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Tests.Hosting;

/// <summary>The assemblies that this process runs with, as what compilations refer to. Each is read once, whoever asks for it.</summary>
internal static class AssemblyReferences
{
    // The host names some of them twice.
    private static readonly string[] Paths
        = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Distinct(StringComparer.Ordinal)];

    private static readonly ConcurrentDictionary<string, MetadataReference> Read = new(StringComparer.Ordinal);

    /// <summary>What a project refers to that uses the package: the framework and the runtime library.</summary>
    public static ImmutableArray<MetadataReference> OfProjects { get; } = Named(name => IsFramework(name) || name == "CoroutineGen.dll");

    /// <summary>Those that are chosen by their file names.</summary>
    public static ImmutableArray<MetadataReference> Named(Func<string, bool> isReferenced)
        => [.. Paths.Where(path => isReferenced(Path.GetFileName(path))).Select(path => Read.GetOrAdd(path, file => MetadataReference.CreateFromFile(file)))];

    public static bool IsFramework(string name)
        => name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll" or "Microsoft.CSharp.dll" or "Microsoft.Win32.Primitives.dll";
}
