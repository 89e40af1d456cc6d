using CoroutineGen.Generator.Declarations;
using CoroutineGen.Generator.Lowering.Forking;
using CoroutineGen.Generator.Symbols;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering.Saving;

/// <summary>
/// Which values can be saved, by the type that the program gives them. What is not known to be read back as it was is refused.
/// </summary>
internal static class SaveTypes
{
    private const string ToAnother = "keep what it is made of, and make it again after the yield";

    /// <summary>Whether a variable of the type holds a coroutine, which is saved along.</summary>
    // Range()              ---->  yes, if it is saveable
    // Coroutine<int>       ---->  yes: the run time knows which
    // ICoroutine<int>      ---->  the same
    public static bool IsCoroutine(ITypeSymbol type)
        => IsCoroutineClass(type)
            ? !type.IsSealed || IsSaveable(type)
            : KnownSymbols.IsCoroutineInterface(type) || KnownSymbols.IsAsyncCoroutineInterface(type);

    /// <summary>Whether a type is a class of coroutines, asynchronous or not, saveable or not.</summary>
    public static bool IsCoroutineClass(ITypeSymbol? type) => CoroutineTypes.IsCoroutine(type) || CoroutineTypes.IsAsyncCoroutine(type);

    /// <summary>Whether a type says that its coroutines can be saved.</summary>
    public static bool IsSaveable(ITypeSymbol type) => type.AllInterfaces.Any(KnownSymbols.IsSaveable);

    /// <summary>Whether a type is the class of one coroutine.</summary>
    public static bool HasKind(ITypeSymbol type) => type.IsSealed && IsCoroutineClass(type) && IsSaveable(type);

    /// <summary>Why a value cannot be saved, in words that follow "it is", with a repair; null where it can.</summary>
    public static string? WhyNot(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Delegate } or { SpecialType: SpecialType.System_Delegate or SpecialType.System_MulticastDelegate }
            => "a delegate; make it again after the yield",
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => "a pointer",
        { IsAnonymousType: true } => "of an anonymous type; use a tuple or a record",
        { TypeKind: TypeKind.Dynamic } or { SpecialType: SpecialType.System_Object }
            => "an object of any class; give it the type that it has",
        { TypeKind: TypeKind.Enum } or { SpecialType: not SpecialType.None, IsValueType: true } => WhyNotPlain(type),
        { SpecialType: SpecialType.System_String } => null,
        IArrayTypeSymbol { Rank: > 1 } => "an array of several dimensions; use an array of arrays",
        IArrayTypeSymbol array => WhyNotWithin(array.ElementType),
        INamedTypeSymbol named => WhyNotNamed(named),
        _ => "of a type that is not known",
    };

    private static string? WhyNotPlain(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } => "a number of the machine; use a long",
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            => WhyNotWithin(nullable.TypeArguments[0]),
        _ => null,
    };

    private static string? WhyNotWithin(ITypeSymbol type)
        => IsOneOfOurs(type) ? "a collection of coroutines; keep each in a variable of its own" : WhyNot(type);

    private static string? WhyNotNamed(INamedTypeSymbol type)
    {
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return WhyNotWithin(type.TypeArguments[0]);
        if (type.IsTupleType)
            return WhyNotAny(type.TupleElements.Select(e => e.Type));
        if (IsOneOfOurs(type))
            return IsCoroutine(type) ? null : "a coroutine that is not saveable; set Saveable = true on its method";
        if (KnownSymbols.IsUnit(type) || SaysHow(type))
            return null;
        if (type.GetAttributes().Any(KnownSymbols.IsInlineArray))
            return "an inline array, of whose elements a serialiser sees one; use an array";
        if (KnownSymbols.IsSavedAsItIs(type))
            return WhyNotAny(type.TypeArguments);
        return WhyNotKind(type) ?? WhyNotAny(type.TypeArguments);
    }

    private static string? WhyNotAny(IEnumerable<ITypeSymbol> types) => types.Select(WhyNotWithin).FirstOrDefault(w => w is not null);

    private static string? WhyNotKind(INamedTypeSymbol type)
    {
        if (IsOrDerives(type, KnownSymbols.IsException))
            return "an exception; keep what is needed of it, as in 'var reason = e.Message'";
        if (IsOrDerives(type, KnownSymbols.IsTask))
            return "a task; await it before the yield, or start it again after it";
        if (KnownSymbols.IsCancellationToken(type))
            return "a token, which belongs to who runs this; take it as a parameter that is marked [Supplied]";
        if (KnownSymbols.IsEnumerator(type) || KnownSymbols.IsAsyncEnumerator(type) || ForkTypes.IsEnumerator(type))
            return "an enumerator; go through an array or a List";
        if (KnownSymbols.IsSequence(type) || KnownSymbols.IsAsyncEnumerable(type) || KnownSymbols.IsConfiguredSequence(type))
            return "a sequence that may still have to be computed; use an array or a List";
        if (type.AllInterfaces.Append(type).Any(i => KnownSymbols.IsDisposable(i) || KnownSymbols.IsAsyncDisposable(i)))
            return "a resource; acquire it again after the yield, or take it as a parameter that is marked [Supplied]";
        if (type.TypeKind == TypeKind.Interface)
            return "an interface, which does not say of which class it is; use the class, or mark it with JsonDerivedType";
        if (type is { TypeKind: TypeKind.Class, IsAbstract: true })
            return "an abstract class, which does not say of which class it is; use that, or mark it with JsonDerivedType";
        return KnownSymbols.IsOfFramework(type)
            ? $"of a type of the framework's that is not known to be read back as it was written; {ToAnother}"
            : null;
    }

    /// <summary>Whether a type is a coroutine of some sort, or an interface of them.</summary>
    private static bool IsOneOfOurs(ITypeSymbol type)
        => CoroutineTypes.HasCoroutineShape(type) || CoroutineTypes.HasAsyncCoroutineShape(type);

    /// <summary>Whether a type says by attributes how it is written.</summary>
    private static bool SaysHow(ITypeSymbol type) => type.GetAttributes().Any(KnownSymbols.IsAboutJson);

    private static bool IsOrDerives(ITypeSymbol type, Func<ITypeSymbol?, bool> isIt)
    {
        for (var at = type; at is not null; at = at.BaseType)
            if (isIt(at))
                return true;
        return false;
    }
}
