using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Analyzers.Usage.Flow;

/// <summary>Recognises what a call does with a coroutine.</summary>
internal static class Uses
{
    /// <summary>The operators of LINQ that run a sequence to its end or dispose it on the way. All others only keep it.</summary>
    private static readonly HashSet<string> Eager =
    [
        "ToList", "ToArray", "ToDictionary", "ToHashSet", "ToLookup", "Count", "LongCount", "Sum", "Average", "Min", "Max",
        "MinBy", "MaxBy", "Aggregate", "Any", "All", "Contains", "First", "FirstOrDefault", "Last", "LastOrDefault",
        "Single", "SingleOrDefault", "ElementAt", "ElementAtOrDefault",
    ];

    /// <summary>The use, and the expression that is used.</summary>
    public static (Use Use, IOperation? Coroutine) Of(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (call.Instance is { } instance)
            return method.ContainingType is { } type && Speaks(type) ? (OfMember(method.Name), instance) : (Use.Escape, null);
        if (KnownSymbols.IsFrom(method))
            return (Use.Delegate, call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 1)?.Value);
        if (Eager.Contains(method.Name) && KnownSymbols.IsEnumerable(method.ContainingType))
            return (Use.Exhaust, call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value);
        return (Use.Escape, null);
    }

    public static Use OfProperty(IPropertyReferenceOperation property)
        => property.Property.ContainingType is not { } type || !Speaks(type) ? Use.Escape
            : property.Property.Name == "Result" ? Use.Result : Use.Query;

    /// <summary>Whether the members of the type are a coroutine's own, under whatever type it is looked at.</summary>
    private static bool Speaks(INamedTypeSymbol type) => type.TypeKind == TypeKind.Interface
        ? IsSequence(type.OriginalDefinition.SpecialType) || KnownSymbols.IsDisposable(type)
            || KnownSymbols.IsCoroutineInterface(type) || KnownSymbols.IsResultInterface(type)
        : type.SpecialType == SpecialType.System_Object || CoroutineTypes.IsCoroutine(type);

    private static bool IsSequence(SpecialType type)
        => type is SpecialType.System_Collections_IEnumerable or SpecialType.System_Collections_Generic_IEnumerable_T
            or SpecialType.System_Collections_IEnumerator or SpecialType.System_Collections_Generic_IEnumerator_T;

    private static Use OfMember(string name) => name switch
    {
        "Prime" => Use.Prime,
        "Next" => Use.Next,
        "MoveNext" => Use.MoveNext,
        "Send" => Use.Send,
        "TrySend" => Use.TrySend,
        "Throw" => Use.Throw,
        "TryThrow" => Use.TryThrow,
        "Close" or "Dispose" => Use.Close,
        "GetEnumerator" => Use.Enumerator,
        "TryGetResult" => Use.TryGetResult,
        "ToString" or "Equals" or "GetHashCode" or "GetType" => Use.Query,
        _ => Use.Escape,
    };
}
