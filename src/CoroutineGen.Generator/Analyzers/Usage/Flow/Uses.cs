using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CoroutineGen.Generator.Analyzers.Usage.Flow;

/// <summary>Recognises what a call does with a coroutine. What is awaited is called as what is not, and Async.</summary>
internal static class Uses
{
    private const string Async = "Async";

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
            return (OfMember(method), instance);
        if (KnownSymbols.IsFrom(method))
            return (Use.Delegate, Argument(call, 1));
        if (KnownSymbols.IsCoroutineExtensions(method.ContainingType))
            return (OfExtension(method.Name), Argument(call, 0));
        if (method.ContainingType is { } type && IsEager(method.Name, type))
            return (Use.Exhaust, Argument(call, 0));
        return KnownSymbols.IsAsyncEnumerableExtensions(method.ContainingType) && method.Name is "WithCancellation" or "ConfigureAwait"
            ? (Use.Same, Argument(call, 0))
            : (Use.Escape, null);
    }

    /// <summary>
    /// The call that drives the coroutine which is its argument, by a method that is made of a coroutine's operations; null for others.
    /// </summary>
    // c.TryNext(out var value), which is CoroutineExtensions.TryNext(c, out var value)
    public static IInvocationOperation? Driving(IOperation? argument)
        => argument is IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation call }
            && KnownSymbols.IsCoroutineExtensions(call.TargetMethod.ContainingType)
            ? call
            : null;

    public static Use OfProperty(IPropertyReferenceOperation property)
        => property.Property.ContainingType is not { } type || (!Speaks(type) && !SpeaksAsync(type)) ? Use.Escape
            : property.Property.Name == "Result" ? Use.Result : Use.Query;

    private static IOperation? Argument(IInvocationOperation call, int ordinal)
        => call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == ordinal)?.Value;

    private static bool IsEager(string name, INamedTypeSymbol type)
        => KnownSymbols.IsEnumerable(type) ? Eager.Contains(name)
            : KnownSymbols.IsAsyncEnumerableLinq(type) && name.EndsWith(Async, StringComparison.Ordinal)
                && Eager.Contains(Synchronous(name));

    // SendAsync    ---->  Send
    private static string Synchronous(string name) => name.Substring(0, name.Length - Async.Length);

    private static Use OfMember(IMethodSymbol method)
    {
        var type = method.ContainingType;
        string name = method.Name;
        if (KnownSymbols.IsTask(type))
            return name is "ConfigureAwait" or "AsTask" or "Preserve" ? Use.Same : Use.Escape;
        if (SpeaksAsync(type))
            return name switch
            {
                "GetAsyncEnumerator" => Use.Enumerator,
                "WithCancellation" or "ConfigureAwait" => Use.Same,
                _ => OfName(name.EndsWith(Async, StringComparison.Ordinal) ? Synchronous(name) : name),
            };
        return Speaks(type) ? OfName(name) : Use.Escape;
    }

    /// <summary>Whether the members of the type are a coroutine's own, under whatever type it is looked at.</summary>
    private static bool Speaks(INamedTypeSymbol type) => type.TypeKind == TypeKind.Interface
        ? IsSequence(type.OriginalDefinition.SpecialType) || KnownSymbols.IsDisposable(type)
            || KnownSymbols.IsCoroutineInterface(type) || KnownSymbols.IsResultInterface(type)
        : type.SpecialType == SpecialType.System_Object || CoroutineTypes.IsCoroutine(type);

    /// <summary>Whether the members of the type are an asynchronous coroutine's own.</summary>
    private static bool SpeaksAsync(INamedTypeSymbol type) => type.TypeKind switch
    {
        TypeKind.Interface => KnownSymbols.IsAsyncCoroutineInterface(type) || KnownSymbols.IsAsyncEnumerable(type)
            || KnownSymbols.IsAsyncEnumerator(type) || KnownSymbols.IsAsyncDisposable(type),
        TypeKind.Struct => KnownSymbols.IsConfiguredCoroutine(type) || KnownSymbols.IsConfiguredSequence(type)
            || KnownSymbols.IsConfiguredDisposable(type),
        _ => CoroutineTypes.IsAsyncCoroutine(type),
    };

    private static bool IsSequence(SpecialType type)
        => type is SpecialType.System_Collections_IEnumerable or SpecialType.System_Collections_Generic_IEnumerable_T
            or SpecialType.System_Collections_IEnumerator or SpecialType.System_Collections_Generic_IEnumerator_T;

    // c.TryNext(out var value)
    private static Use OfExtension(string name) => name switch
    {
        "TryNext" or "Resume" or "ResumeAsync" => Use.MoveNext,
        "NextOrDefault" or "NextOrDefaultAsync" => Use.NextOrDefault,
        "TrySend" => Use.TrySend,
        "Close" => Use.Close,
        "Run" or "RunAsync" => Use.Run,
        _ => Use.Escape,
    };

    private static Use OfName(string name) => name switch
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
