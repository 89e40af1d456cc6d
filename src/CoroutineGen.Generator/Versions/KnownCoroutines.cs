using CoroutineGen.Generator.Binding;
using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Declarations.Reading;
using CoroutineGen.Generator.Lowering.Saving;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Versions;

/// <summary>
/// The coroutines of a project by the names under which they are saved, and who is meant by the names that have been shipped. What a
/// coroutine is, is not looked at: that takes its body.
/// </summary>
internal sealed class KnownCoroutines
{
    private readonly Dictionary<string, KnownCoroutine> _all = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _twice = new(StringComparer.Ordinal);
    private readonly ILookup<string, KnownCoroutine> _claims;
    private readonly Dictionary<string, string> _classes = new(StringComparer.Ordinal);

    public KnownCoroutines(IEnumerable<KnownCoroutine> coroutines, PointsFiles files)
    {
        foreach (var coroutine in coroutines)
        {
            if (coroutine.IsSaveable && Find(coroutine.Name) is { IsSaveable: true } other)
                _twice[coroutine.Name] = [.. _twice.TryGetValue(coroutine.Name, out var known) ? known : [other.Method], coroutine.Method];
            _all[coroutine.Name] = coroutine;
        }
        _claims = Saveable.SelectMany(c => c.OldNames.Select(old => (old, c))).ToLookup(p => p.old, p => p.c, StringComparer.Ordinal);
        var classes = new HashSet<string>(_all.Values.Select(c => c.Class), StringComparer.Ordinal);
        foreach (var claim in _claims)
        {
            var old = CoroutineName.Of(claim.Key);
            if (old.Class(old.Method + CoroutineSyntax.ClassSuffix) is var name && !classes.Contains(name))
                _classes[name] = claim.First().Class;
        }
        Gone = files.ShippedCoroutines.Where(n => !(_all.TryGetValue(n, out var c) && c.IsSaveable) && !_claims.Contains(n)).ToList();
        Candidates = FindCandidates(files);
    }

    /// <summary>Names that have been shipped, and are of no coroutine that can be saved now, nor said to have been of one.</summary>
    public IReadOnlyList<string> Gone { get; }

    /// <summary>Of each that is gone and can obviously be only one: which coroutine it is now.</summary>
    public IReadOnlyDictionary<string, string> Candidates { get; }

    private IEnumerable<KnownCoroutine> Saveable => _all.Values.Where(c => c.IsSaveable);

    public static KnownCoroutines Of(CSharpCompilation project, PointsFiles files, CancellationToken cancellation)
        => new(project.SyntaxTrees.Where(t => !GeneratorOutput.Contains(t)).SelectMany(t => In(t, project, cancellation)), files);

    /// <summary>The coroutine of that name, saveable or not.</summary>
    public KnownCoroutine? Find(string name) => _all.TryGetValue(name, out var found) ? found : null;

    /// <summary>The method of another coroutine that is saved under the same name; null for none.</summary>
    public string? NamesakeOf(string name, string method)
        => _twice.TryGetValue(name, out var methods) ? methods.FirstOrDefault(m => m != method) : null;

    /// <summary>Who else is meant by an old name: a coroutine that is called so now, or also says that it was; null for nobody.</summary>
    public string? OtherOf(string oldName, string name)
        => Find(oldName) is { IsSaveable: true } present ? present.Name : _claims[oldName].FirstOrDefault(c => c.Name != name)?.Name;

    /// <summary>A type of today for one of a points file, where it is the class of a coroutine that is called otherwise now.</summary>
    public string? TypeOfToday(string? type) => type is not null && _classes.TryGetValue(type, out var today) ? today : type;

    private Dictionary<string, string> FindCandidates(PointsFiles files)
    {
        var fresh = Saveable.Where(c => !c.OldNames.Append(c.Name).Any(n => files.ShippedOf(n).Any())).ToList();
        return Gone.Where(n => Find(n) is null)
            .Select(n => (Name: n, Fitting: fresh.Where(c => MayBe(CoroutineName.Of(c.Method), CoroutineName.Of(n))).ToList()))
            .Where(p => p.Fitting.Count == 1)
            .GroupBy(p => p.Fitting[0].Name).Where(g => g.Count() == 1)
            .ToDictionary(g => g.Single().Name, g => g.Key, StringComparer.Ordinal);
    }

    /// <summary>Whether a coroutine may have had another name: by that of its method, or by all the rest.</summary>
    private static bool MayBe(CoroutineName now, CoroutineName then)
        => now.Method == then.Method || (now.Host == then.Host && now.Parameters == then.Parameters);

    private static IEnumerable<KnownCoroutine> In(SyntaxTree tree, CSharpCompilation project, CancellationToken cancellation)
    {
        var methods = TreeFindings.Of(tree).Methods;
        if (methods.IsEmpty)
            yield break;
        var model = project.GetSemanticModel(tree);
        foreach (var found in methods)
        {
            if (!CoroutineSymbols.IsCoroutine(found.Method, model, cancellation)
                || model.GetDeclaredSymbol(found.Method, cancellation) is not { } symbol
                || symbol.Parameters.FirstOrDefault(p => KnownSymbols.IsYieldOrReceive(p.Type)) is not { } yield)
                continue;
            string method = SavedTypeNames.Of(symbol, yield);
            string name = SavedSayings.NameOf(symbol, yield);
            yield return new KnownCoroutine(
                name, method, CoroutineName.Of(method).Class(found.Model.ClassName), found.Model.IsSaveable,
                SavedSayings.Of(symbol).OldNames.Where(n => n != name).ToEquatableArray());
        }
    }
}

/// <summary>A coroutine of the project.</summary>
/// <param name="Name">The name under which it is saved, or would be.</param>
/// <param name="Method">Its method with the types of its parameters: the same, unless it says a name of its own.</param>
/// <param name="Class">Its class, as types are named in points files.</param>
/// <param name="IsSaveable">Whether it can be saved.</param>
/// <param name="OldNames">What it says that it was called.</param>
internal sealed record KnownCoroutine(string Name, string Method, string Class, bool IsSaveable, EquatableArray<string> OldNames);
