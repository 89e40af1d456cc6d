using System.Runtime.CompilerServices;
using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Declarations.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Binding;

/// <summary>
/// Everything but its own text that the meaning of a body can depend on: the declarations of all files, the references and the options.
/// </summary>
internal static class DeclarationEnvironment
{
    private static readonly ConditionalWeakTable<CSharpCompilation, StrongBox<Fingerprint>> Known = new();

    /// <summary>The environment of all bodies of a compilation, computed once.</summary>
    public static Fingerprint Of(CSharpCompilation compilation)
        => Known.GetValue(compilation, c => new(Compute(c, ProjectFindings.Of(c, CancellationToken.None).Trees))).Value;

    /// <summary>The environment of a generator's input, whose trees are marked as such.</summary>
    public static Fingerprint OfInput(CSharpCompilation compilation)
    {
        foreach (var tree in ProjectFindings.Of(compilation, CancellationToken.None).Trees)
            tree.IsInput = true;
        return Of(compilation);
    }

    /// <summary>
    /// The environment of the generator's input, told from the final compilation, with the files that generators have added.
    /// </summary>
    public static Fingerprint OfInputOf(CSharpCompilation final)
        => Compute(final, final.SyntaxTrees.Where(tree => !GeneratorOutput.Contains(tree)).Select(TreeFindings.Of));

    private static Fingerprint Compute(CSharpCompilation compilation, IEnumerable<TreeFindings> trees)
    {
        var hash = new FingerprintBuilder();
        ParseOptions? last = null;
        foreach (var tree in trees)
        {
            hash.Add(tree.Declarations);
            if (!ReferenceEquals(tree.Options, last) && tree.Options is CSharpParseOptions options)
                Add(ref hash, options);
            last = tree.Options;
        }
        foreach (var reference in compilation.References)
            ReferenceIds.Add(ref hash, reference);
        Add(ref hash, compilation.Options);
        hash.Add(compilation.AssemblyName ?? "");
        return hash.ToFingerprint();
    }

    /// <summary>Adds the options field by field: their GetHashCode calls that of the compiler's resolvers, which throws.</summary>
    private static void Add(ref FingerprintBuilder hash, CSharpCompilationOptions options)
    {
        hash.Add((int)options.OutputKind);
        hash.Add((int)options.NullableContextOptions);
        hash.Add((int)options.Platform);
        hash.Add((int)options.MetadataImportOptions);
        hash.Add((options.AllowUnsafe ? 1 : 0) + (options.CheckOverflow ? 2 : 0));
        foreach (string name in options.Usings)
            hash.Add(name);
    }

    private static void Add(ref FingerprintBuilder hash, CSharpParseOptions options)
    {
        hash.Add((int)options.LanguageVersion);
        hash.Add((int)options.Kind);
        foreach (string symbol in options.PreprocessorSymbolNames)
            hash.Add(symbol);
        foreach (var feature in options.Features)
        {
            hash.Add(feature.Key);
            hash.Add(feature.Value);
        }
    }
}
