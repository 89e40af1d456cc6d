using System.Runtime.CompilerServices;
using CoroutineGen.Generator.Caching;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Binding;

/// <summary>Identifies metadata references without keeping them alive: each object gets a number.</summary>
internal static class ReferenceIds
{
    private static readonly ConditionalWeakTable<MetadataReference, StrongBox<long>> Known = new();

    private static long _last;

    /// <summary>
    /// Adds a reference. One to a project in an IDE is a new object after each edit there; it counts by what it declares.
    /// </summary>
    public static void Add(ref FingerprintBuilder hash, MetadataReference reference)
    {
        if (reference is CompilationReference { Compilation: CSharpCompilation compilation })
            hash.Add(DeclarationEnvironment.Of(compilation).All);
        else
            hash.Add(Known.GetValue(reference, _ => new(Interlocked.Increment(ref _last))).Value);
        foreach (string alias in reference.Properties.Aliases)
            hash.Add(alias);
    }
}
