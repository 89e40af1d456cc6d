using CoroutineGen.Generator.Caching;

namespace CoroutineGen.Generator.Declarations;

/// <summary>What the signature of a coroutine says, as text: all that its factory and its class are written from.</summary>
/// <param name="Name">The method's name as it is written, with an @ where the user needs one.</param>
/// <param name="ClassName">The name of the generated class.</param>
/// <param name="Place">Where the method stands, so that a partial declaration can be opened there.</param>
/// <param name="Accessibility">The method's accessibility, empty where it says none.</param>
/// <param name="TypeParameters">"&lt;T, U&gt;" as declared, or empty.</param>
/// <param name="TypeArguments">"&lt;T, U&gt;" as used, or empty.</param>
/// <param name="Constraints">The where clauses.</param>
/// <param name="Parameters">The parameters without the yield parameter.</param>
/// <param name="YieldType">The type of the values handed out; null for a consumer.</param>
/// <param name="SendType">The type of the values received; null for a one-way coroutine.</param>
/// <param name="ReturnType">The type of the result; null for none.</param>
/// <param name="Attributes">The attribute lists that callers of the factory need as well.</param>
/// <param name="Docs">The lines of the XML documentation, without the yield parameter's.</param>
/// <param name="Words">Every identifier in the declaration: names that a fresh one must differ from.</param>
internal sealed record CoroutineModel(
    string Name,
    string ClassName,
    Place Place,
    string Accessibility,
    bool IsStatic,
    bool IsReadOnly,
    bool IsUnsafe,
    string TypeParameters,
    string TypeArguments,
    EquatableArray<string> Constraints,
    EquatableArray<ParameterModel> Parameters,
    string? YieldType,
    string? SendType,
    string? ReturnType,
    bool IsPrimed,
    EquatableArray<string> Attributes,
    EquatableArray<string> Docs,
    EquatableArray<string> Words,
    Annotations Annotations)
{
    /// <summary>Whether the coroutine has a method Fork.</summary>
    public bool IsForkable { get; init; }

    /// <summary>Whether the coroutine can be saved and restored.</summary>
    public bool IsSaveable { get; init; }

    /// <summary>Whether the body awaits: its yields, and what else it wants.</summary>
    public bool IsAsync { get; init; }

    /// <summary>The parameter that an enumeration's token goes to as well; null for none.</summary>
    public string? TokenParameter { get; init; }

    /// <summary>What the factory overrides and implements. It is no matter of the file alone: symbols tell it.</summary>
    public FactoryRole Role { get; init; } = FactoryRole.None;

    /// <summary>The model of the same coroutine in a file that lacks some usings, and declares some extern aliases more.</summary>
    public CoroutineModel In(EquatableArray<Import> hidden, EquatableArray<string> aliases)
        => hidden.Count + aliases.Count == 0 ? this : this with { Place = Place.With(hidden, aliases) };

    /// <summary>The same, where some parameters have any default value.</summary>
    public CoroutineModel WithoutDefaults(EquatableArray<string> names) => names.Count == 0 ? this : this with
    {
        Parameters = Parameters.Select(p => names.Contains(p.Name) ? p with { Default = " = default" } : p).ToEquatableArray(),
    };

    /// <summary>Whether callers are told that the method is obsolete.</summary>
    public bool IsObsolete => Attributes.Any(a => NameOf(a) is "Obsolete" or "ObsoleteAttribute");

    /// <summary>The simple name of an attribute that is written "[A.B.Name(..)]".</summary>
    private static string NameOf(string attribute) => attribute.Trim('[', ']').Split('(')[0].Split('.', ':').Last().Trim();

    /// <summary>Names the coroutine, the same on every run: two of one project never share it.</summary>
    public string Identity
        => $"{Place.QualifiedName}.{Name}|{ClassName}{TypeParameters}|{string.Join(",", Parameters.Select(p => p.Type))}";
}

/// <summary>A parameter of the factory.</summary>
/// <param name="Attributes">Its attribute lists, with a space behind, or empty.</param>
/// <param name="Modifiers">"this", "params" or "scoped", with a space behind, or empty.</param>
/// <param name="Default">"= value" with a space before, or empty.</param>
internal sealed record ParameterModel(string Attributes, string Modifiers, string Type, string Name, string Default)
{
    /// <summary>The modifiers without "this", for a method that nobody calls as an extension.</summary>
    public string PlainModifiers { get; init; } = Modifiers;
}

/// <summary>Whether nullable annotations are on where the method stands.</summary>
internal enum Annotations
{
    AsProject,
    On,
    Off,
}
