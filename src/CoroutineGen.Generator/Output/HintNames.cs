using System.Globalization;
using System.Text;
using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Declarations;

namespace CoroutineGen.Generator.Output;

/// <summary>Names generated files: readable, of bounded length, and unique without regard to letter case.</summary>
// Geometry.Tree_1.WalkCoroutine.g.cs
internal static class HintNames
{
    private const int MaxLength = 120;

    /// <summary>The names for the coroutines of a project, in their order.</summary>
    public static string[] Of(IReadOnlyList<CoroutineModel> models)
    {
        var names = models.Select(Readable).ToArray();
        var shared = new HashSet<string>(
            names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key),
            StringComparer.OrdinalIgnoreCase);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < names.Length; i++)
        {
            string name = shared.Contains(names[i]) || names[i].Length > MaxLength ? Hashed(names[i], models[i].Identity) : names[i];
            for (int n = 2; !taken.Add(name); n++)
                name = Hashed(names[i], models[i].Identity + n);
            names[i] = name + ".g.cs";
        }
        return names;
    }

    // Tree<T>.WalkCoroutine    ---->  Tree_1.WalkCoroutine
    private static string Readable(CoroutineModel model)
    {
        var parts = model.Place.Namespaces.Select(n => n.Name)
            .Concat(model.Place.Types.Select(t => t.Name + Arity(t.TypeArguments)))
            .Append(model.ClassName + Arity(model.TypeArguments));
        var text = new StringBuilder();
        foreach (char c in string.Join(".", parts))
            if (char.IsLetterOrDigit(c) || c is '.' or '_')
                text.Append(c);
        return text.ToString();
    }

    private static string Arity(string typeArguments)
        => typeArguments.Length == 0 ? "" : "_" + typeArguments.Split(',').Length.ToString(CultureInfo.InvariantCulture);

    private static string Hashed(string name, string identity)
    {
        var hash = new FingerprintBuilder();
        hash.Add(identity);
        string kept = name.Length > MaxLength - 17 ? name.Substring(0, MaxLength - 17) : name;
        return $"{kept}.{hash.ToFingerprint().High:x16}";
    }
}
