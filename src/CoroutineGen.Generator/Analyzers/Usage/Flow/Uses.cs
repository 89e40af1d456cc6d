using CoroutineGen.Generator.Declarations;
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
        if (method.Name == "From" && CoroutineTypes.IsOurs(method.ContainingType, "YieldExtensions"))
            return (Use.Delegate, call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 1)?.Value);
        if (Eager.Contains(method.Name)
            && method.ContainingType is { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } })
            return (Use.Exhaust, call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value);
        return (Use.Escape, null);
    }

    public static Use OfProperty(IPropertyReferenceOperation property)
        => property.Property.ContainingType is not { } type || !Speaks(type) ? Use.Escape
            : property.Property.Name == "Result" ? Use.Result : Use.Query;

    /// <summary>Whether the members of the type are a coroutine's own, under whatever type it is looked at.</summary>
    private static bool Speaks(INamedTypeSymbol type) => type.TypeKind == TypeKind.Interface
        ? type.Name is "IEnumerator" or "IEnumerable" or "IDisposable" or "ICoroutine" or "ICoroutineResult"
        : type.SpecialType == SpecialType.System_Object || CoroutineTypes.IsCoroutine(type);

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
