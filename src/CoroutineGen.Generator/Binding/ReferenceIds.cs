using System.Runtime.CompilerServices;
using CoroutineGen.Generator.Caching;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Binding;

/// <summary>Tells references apart without keeping them alive: each object has a number as long as it lives.</summary>
internal static class ReferenceIds
{
    private static readonly ConditionalWeakTable<MetadataReference, StrongBox<long>> Known = new();

    private static long _last;

    /// <summary>
    /// A project reference in an IDE is a new object after every edit there; what counts of it is what it declares.
    /// </summary>
    public static void Add(ref FingerprintBuilder hash, MetadataReference reference)
    {
        if (reference is CompilationReference { Compilation: CSharpCompilation compilation })
            hash.Add(DeclarationEnvironment.Of(compilation));
        else
            hash.Add(Known.GetValue(reference, _ => new(Interlocked.Increment(ref _last))).Value);
        foreach (string alias in reference.Properties.Aliases)
            hash.Add(alias);
    }
}
