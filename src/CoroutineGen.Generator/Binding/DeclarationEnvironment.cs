using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Declarations.Reading;
using CoroutineGen.Generator.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Binding;

/// <summary>
/// Everything but its own text that the meaning of a body can depend on: the declarations of all files, the references and the options. Of
/// the members that are only meant by name, those whose names the body says.
/// </summary>
internal sealed class DeclarationEnvironment
{
    private static readonly ConditionalWeakTable<CSharpCompilation, DeclarationEnvironment> Known = new();

    private readonly Dictionary<string, Fingerprint> _members = new(StringComparer.Ordinal);

    /// <summary>The members of single types, for the names of coroutines only.</summary>
    private readonly Dictionary<(string Type, string Name), Fingerprint> _ofTypes = [];

    /// <summary>The environments of bodies that were asked for; an environment is often that of the next run as well.</summary>
    private readonly ConditionalWeakTable<TreeFindings.Found, StrongBox<Fingerprint>> _ofBodies = new();

    private DeclarationEnvironment(Fingerprint all, Fingerprint outside, ImmutableArray<TreeFindings> trees)
    {
        All = all;
        var common = new FingerprintBuilder();
        common.Add(outside);
        var unsaid = new HashSet<string>(MemberNames.CalledUnsaid, StringComparer.Ordinal);
        var coroutines = new HashSet<string>(
            trees.SelectMany(t => t.Methods).SelectMany(f => new[] { ClassNames.Plain(f.Model.Name), f.Model.ClassName }),
            StringComparer.Ordinal);
        foreach (var tree in trees)
        {
            common.Add(tree.Declarations);
            foreach (var member in tree.Members)
            {
                Add(_members, member.Name, member.Hash);
                if (coroutines.Contains(member.Name))
                    Add(_ofTypes, (member.Type, member.Name), member.Hash);
            }
            unsaid.UnionWith(tree.MeantUnsaid);
        }
        foreach (string name in unsaid)
            AddMember(ref common, name);
        Common = common.ToFingerprint();
    }

    /// <summary>What every body may mean.</summary>
    public Fingerprint Common { get; }

    /// <summary>All that is declared.</summary>
    public Fingerprint All { get; }

    /// <summary>The environment of all bodies of a compilation, computed once.</summary>
    public static DeclarationEnvironment Of(CSharpCompilation compilation)
        => Known.GetValue(compilation, c => Of(c, ProjectFindings.Of(c, CancellationToken.None).Trees));

    private static DeclarationEnvironment Of(CSharpCompilation compilation, ImmutableArray<TreeFindings> trees)
    {
        var outside = new FingerprintBuilder();
        ParseOptions? last = null;
        foreach (var tree in trees)
        {
            if (!ReferenceEquals(tree.Options, last) && tree.Options is CSharpParseOptions options)
                Add(ref outside, options);
            last = tree.Options;
        }
        foreach (var reference in compilation.References)
            ReferenceIds.Add(ref outside, reference);
        Add(ref outside, compilation.Options);
        outside.Add(compilation.AssemblyName ?? "");
        var all = new FingerprintBuilder();
        all.Add(outside.ToFingerprint());
        foreach (var tree in trees)
            all.Add(tree.AllDeclarations);
        return RecentEnvironments.Get(all.ToFingerprint(), key => new(key, outside.ToFingerprint(), trees));
    }

    /// <summary>The environment of a generator's input, whose trees are marked as such.</summary>
    public static DeclarationEnvironment OfInput(CSharpCompilation compilation)
    {
        foreach (var tree in ProjectFindings.Of(compilation, CancellationToken.None).Trees)
            tree.IsInput = true;
        return Of(compilation);
    }

    /// <summary>
    /// The environment of the generator's input, told from the final compilation, with the files that generators have added.
    /// </summary>
    public static DeclarationEnvironment OfInputOf(CSharpCompilation final)
        => Of(final, final.SyntaxTrees.Where(tree => !GeneratorOutput.Contains(tree)).Select(TreeFindings.Of).ToImmutableArray());

    /// <summary>The environment of one body: what is common, and the members whose names it says, or generated code says for it.</summary>
    public Fingerprint OfBody(TreeFindings.Found coroutine) => _ofBodies.GetValue(coroutine, c => new(ComputeOfBody(c))).Value;

    private Fingerprint ComputeOfBody(TreeFindings.Found coroutine)
    {
        if (coroutine.SetsMembers)
            return All;
        var model = coroutine.Model;
        var hash = new FingerprintBuilder();
        hash.Add(Common);
        string own = ClassNames.Plain(model.Name);
        foreach (string word in model.Words)
            if (coroutine.OwnType is null || word != own)
                AddMember(ref hash, word);
        if (coroutine.OwnType is { } type)
        {
            AddMember(ref hash, type, own);
            AddMember(ref hash, type, model.ClassName);
        }
        else
            AddMember(ref hash, model.ClassName);
        // A name that is taken, by these or by the few types of that name, is tried again with "_" behind it.
        string locals = ClassNames.Locals(model.ClassName, _ => false);
        for (int i = 0; i < 3 || _members.ContainsKey(locals); i++, locals += "_")
            AddMember(ref hash, locals);
        return hash.ToFingerprint();
    }

    private void AddMember(ref FingerprintBuilder hash, string name)
    {
        if (!_members.TryGetValue(name, out var known))
            return;
        hash.Add(name);
        hash.Add(known);
    }

    private void AddMember(ref FingerprintBuilder hash, string type, string name)
    {
        if (!_ofTypes.TryGetValue((type, name), out var known))
            return;
        hash.Add(name);
        hash.Add(known);
    }

    private static void Add<TKey>(Dictionary<TKey, Fingerprint> hashes, TKey key, Fingerprint hash)
        where TKey : notnull
    {
        if (hashes.TryGetValue(key, out var known))
        {
            var both = new FingerprintBuilder();
            both.Add(known);
            both.Add(hash);
            hash = both.ToFingerprint();
        }
        hashes[key] = hash;
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
