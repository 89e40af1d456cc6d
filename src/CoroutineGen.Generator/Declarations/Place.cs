using CoroutineGen.Generator.Caching;

namespace CoroutineGen.Generator.Declarations;

/// <summary>Where a method stands: what has to be opened around generated code so that names in it mean what they mean there.</summary>
/// <param name="Imports">Extern aliases and usings of the file.</param>
/// <param name="Namespaces">The namespaces from the outside in.</param>
/// <param name="Types">The containing types from the outside in.</param>
internal sealed record Place(EquatableArray<string> Imports, EquatableArray<NamespaceScope> Namespaces, EquatableArray<TypeScope> Types)
{
    /// <summary>The containing type as other code would name it, with its type parameters: "Ns.Outer.Tree&lt;T&gt;".</summary>
    public string QualifiedName
        => string.Join(".", Namespaces.Select(n => n.Name).Concat(Types.Select(t => t.Name + t.TypeArguments)));

    /// <summary>The same place without some of its usings, and with extern aliases more.</summary>
    public Place With(EquatableArray<Import> hidden, EquatableArray<string> aliases)
    {
        return this with
        {
            Imports = aliases.Select(a => $"extern alias {a};").Concat(Kept(Imports, 0)).ToEquatableArray(),
            Namespaces = Namespaces.Select((n, i) => n with { Imports = Kept(n.Imports, i + 1) }).ToEquatableArray(),
        };

        EquatableArray<string> Kept(EquatableArray<string> imports, int depth)
            => imports.Where(text => !hidden.Contains(new Import(depth, text))).ToEquatableArray();
    }

    public TypeScope Host => Types[Types.Count - 1];
}

/// <summary>A namespace and the extern aliases and usings that it opens with.</summary>
internal sealed record NamespaceScope(string Name, EquatableArray<string> Imports);

/// <summary>A using of the file, or of a namespace in it.</summary>
/// <param name="Depth">How many namespaces surround it.</param>
internal sealed record Import(int Depth, string Text);

/// <summary>A type that contains the method.</summary>
/// <param name="Modifiers">What its partial declaration repeats, "partial" included.</param>
/// <param name="Keyword">"class", "record struct" and so on.</param>
/// <param name="TypeParameters">As declared, with variance; or empty.</param>
/// <param name="TypeArguments">As used; or empty.</param>
internal sealed record TypeScope(string Modifiers, string Keyword, string Name, string TypeParameters, string TypeArguments);
