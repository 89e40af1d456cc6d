using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Symbols;

// What of the framework's is read back as it was written. Serialisers write all else of it too, by its properties, and what is read back is
// something else: a Random with another seed, a StringBuilder without its text. So this is a list of what is known.
internal sealed partial class KnownSymbols
{
    private const string Json = "System.Text.Json.Serialization";

    private static readonly HashSet<string> SavedValues = new(StringComparer.Ordinal)
    {
        "DateTime", "DateTimeOffset", "DateOnly", "Guid", "Half", "Int128", "TimeOnly", "TimeSpan", "UInt128", "Uri", "Version",
    };

    private static readonly HashSet<string> SavedCollections = new(StringComparer.Ordinal)
    {
        "Dictionary", "HashSet", "ICollection", "IDictionary", "IList", "IReadOnlyCollection", "IReadOnlyDictionary", "IReadOnlyList",
        "IReadOnlySet", "ISet", "KeyValuePair", "LinkedList", "List", "Queue", "SortedDictionary", "SortedList", "SortedSet",
    };

    private static readonly HashSet<string> SavedImmutables = new(StringComparer.Ordinal)
    {
        "IImmutableDictionary", "IImmutableList", "IImmutableQueue", "IImmutableSet", "ImmutableArray", "ImmutableDictionary",
        "ImmutableHashSet", "ImmutableList", "ImmutableQueue", "ImmutableSortedDictionary", "ImmutableSortedSet",
    };

    private static readonly HashSet<string> SavedJson = new(StringComparer.Ordinal)
    {
        "JsonArray", "JsonElement", "JsonNode", "JsonObject", "JsonValue",
    };

    public static bool IsSavedAs(AttributeData attribute) => Is(attribute.AttributeClass, Ours, "SavedAsAttribute", 0);

    public static bool IsSavedPoint(AttributeData attribute) => Is(attribute.AttributeClass, Ours, "SavedPointAttribute", 0);

    public static bool IsSavedVariable(AttributeData attribute) => Is(attribute.AttributeClass, Ours, "SavedVariableAttribute", 0);

    /// <summary>Whether the type is what a method gets that changes what was saved earlier.</summary>
    public static bool IsSavedCoroutine(ITypeSymbol? type) => Is(type, Ours, "SavedCoroutine", 0);

    /// <summary>Whether a type of the framework's is read back as it was written, if its type arguments are.</summary>
    public static bool IsSavedAsItIs(INamedTypeSymbol type) => type switch
    {
        { ContainingType: not null } => false,
        { Arity: 0 } when SavedValues.Contains(type.Name) => IsIn(type, "System"),
        { Arity: 0 } when SavedJson.Contains(type.Name) => IsIn(type, "System.Text.Json") || IsIn(type, "System.Text.Json.Nodes"),
        { Name: "Tuple", Arity: > 0 } => IsIn(type, "System"),
        { Name: "Collection" or "ObservableCollection", Arity: 1 } => IsIn(type, "System.Collections.ObjectModel"),
        { Arity: > 0 } when SavedCollections.Contains(type.Name) => IsIn(type, Generic),
        { Arity: > 0 } when SavedImmutables.Contains(type.Name) => IsIn(type, Immutable),
        _ => false,
    };

    /// <summary>Whether a type is the framework's, whose classes and structs are not saved unless they are known.</summary>
    public static bool IsOfFramework(ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space is { Name: "System" or "Microsoft", IsGlobalNamespace: false };
    }

    /// <summary>Whether a type has the methods that save coroutines as JSON.</summary>
    public static bool IsCoroutineJson(ITypeSymbol? type) => Is(type, Ours + ".Json", "CoroutineJson", 0);

    /// <summary>Whether a type knows how others are written as JSON, or derives from what does.</summary>
    public static bool IsJsonContext(ITypeSymbol? type)
        => type is INamedTypeSymbol && (IsJsonContextItself(type) || IsJsonContext(type.BaseType));

    /// <summary>Whether a type is the base of all that know how others are written as JSON.</summary>
    public static bool IsJsonContextItself(ITypeSymbol? type) => Is(type, Json, "JsonSerializerContext", 0);

    public static bool IsJsonTypeInfo(ITypeSymbol? type) => Is(type, Json + ".Metadata", "JsonTypeInfo", 1);

    public static bool IsJsonSerializable(AttributeData attribute) => Is(attribute.AttributeClass, Json, "JsonSerializableAttribute", 0);

    /// <summary>Whether an attribute says how a type is written as JSON: then that is its author's business.</summary>
    public static bool IsAboutJson(AttributeData attribute)
        => attribute.AttributeClass is { Name: "JsonConverterAttribute" or "JsonDerivedTypeAttribute" or "JsonPolymorphicAttribute" } type
            && IsIn(type, Json);
}
