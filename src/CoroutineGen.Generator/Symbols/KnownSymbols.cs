using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Symbols;

/// <summary>
/// The one answer to "is it ours?" and to "is it the framework's?". What a type is, is asked of its full name, whoever defines it: that is
/// C#'s own rule for all that it knows by name, and a polyfill in two assemblies would leave nothing to compare symbols with. What there
/// is to be named by generated code is asked of the compilation.
/// </summary>
internal sealed class KnownSymbols
{
    /// <summary>The namespace of all that is ours.</summary>
    public const string Ours = "CoroutineGen";

    private const string Compiler = "System.Runtime.CompilerServices";
    private const string Generic = "System.Collections.Generic";

    /// <summary>Where the attributes live that mean nothing to source generators, and our own.</summary>
    private static readonly string[] Plain =
    [
        "System", "System.Diagnostics", "System.Diagnostics.CodeAnalysis", "System.ComponentModel", Compiler,
        "System.Runtime.InteropServices", "System.CodeDom.Compiler", Ours,
    ];

    private static readonly ConditionalWeakTable<Compilation, KnownSymbols> Known = new();

    private KnownSymbols(Compilation compilation)
    {
        // Null where two referenced assemblies define it, which is right: generated code could not name it.
#pragma warning disable RS0030 // This is the room that the others are sent to.
        HasTupleOfOne = compilation.GetTypeByMetadataName("System.ValueTuple`1") is not null;
        HasSwitchExpressionException = compilation.GetTypeByMetadataName(Compiler + ".SwitchExpressionException") is not null;
#pragma warning restore RS0030
    }

    /// <summary>What is known in a compilation; nothing keeps it longer than that.</summary>
    public static KnownSymbols Of(Compilation compilation) => Known.GetValue(compilation, c => new KnownSymbols(c));

    public bool HasTupleOfOne { get; }

    public bool HasSwitchExpressionException { get; }

    // Ours.

    public static bool IsCoroutineAttribute(ITypeSymbol? type) => Is(type, Ours, "CoroutineAttribute", 0);

    /// <summary>
    /// Whether the type is that of a yield parameter: Yield of one or two, Receive of one, or the same of an asynchronous coroutine.
    /// </summary>
    public static bool IsYieldOrReceive(ITypeSymbol? type)
        => IsYield(type, 1) || IsYield(type, 2) || IsReceive(type) || IsAsyncYieldOrReceive(type);

    public static bool IsYield(ITypeSymbol? type, int arity) => Is(type, Ours, "Yield", arity);

    public static bool IsReceive(ITypeSymbol? type) => Is(type, Ours, "Receive", 1);

    /// <summary>Whether the type is that of the yield parameter of an asynchronous coroutine.</summary>
    public static bool IsAsyncYieldOrReceive(ITypeSymbol? type)
        => IsAsyncYield(type, 1) || IsAsyncYield(type, 2) || IsAsyncReceive(type);

    public static bool IsAsyncYield(ITypeSymbol? type, int arity) => Is(type, Ours, "AsyncYield", arity);

    public static bool IsAsyncReceive(ITypeSymbol? type) => Is(type, Ours, "AsyncReceive", 1);

    /// <summary>Whether the method is one that delegates.</summary>
    public static bool IsFrom(ISymbol? method)
        => method is IMethodSymbol { Name: "From", ContainingType: { } type }
            && (Is(type, Ours, "YieldExtensions", 0) || Is(type, Ours, "AsyncYieldExtensions", 0));

    public static bool IsUnit(ITypeSymbol? type) => Is(type, Ours, "Unit", 0);

    /// <summary>Whether the type is a class that coroutines derive from.</summary>
    public static bool IsCoroutine(ITypeSymbol? type, int arity) => Is(type, Ours, "Coroutine", arity);

    /// <summary>Whether the type is a class that asynchronous coroutines derive from.</summary>
    public static bool IsAsyncCoroutine(ITypeSymbol? type, int arity) => Is(type, Ours, "AsyncCoroutine", arity);

    /// <summary>Whether the type is an interface of coroutines.</summary>
    public static bool IsCoroutineInterface(ITypeSymbol? type)
        => type is INamedTypeSymbol named && Is(type, Ours, "ICoroutine", named.Arity);

    public static bool IsResultInterface(ITypeSymbol? type)
        => type is INamedTypeSymbol named && Is(type, Ours, "ICoroutineResult", named.Arity);

    public static bool IsState(ITypeSymbol? type) => Is(type, Ours, "CoroutineState", 0);

    public static bool IsExit(ITypeSymbol? type) => Is(type, Ours, "CoroutineExitException", 0);

    // The framework's.

    public static bool IsException(ITypeSymbol? type) => Is(type, "System", "Exception", 0);

    public static bool IsArgumentException(ITypeSymbol? type) => Is(type, "System", "ArgumentException", 0);

    public static bool IsDisposable(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_IDisposable };

    public static bool IsAsyncDisposable(ITypeSymbol? type) => Is(type, "System", "IAsyncDisposable", 0);

    public static bool IsSpan(ITypeSymbol? type) => Is(type, "System", "Span", 1) || Is(type, "System", "ReadOnlySpan", 1);

    public static bool IsCancellationToken(ITypeSymbol? type) => Is(type, "System.Threading", "CancellationToken", 0);

    public static bool IsList(ITypeSymbol? type) => Is(type, Generic, "List", 1);

    /// <summary>Whether the type stands beside the framework's lists and dictionaries.</summary>
    public static bool IsOfCollections(ITypeSymbol? type) => type is not null && IsIn(type, Generic);

    public static bool IsSequence(ITypeSymbol? type) => Is(type, Generic, "IEnumerable", 1);

    public static bool IsAsyncEnumerable(ITypeSymbol? type) => Is(type, Generic, "IAsyncEnumerable", 1);

    public static bool IsIndex(ITypeSymbol? type) => Is(type, "System", "Index", 0);

    public static bool IsRange(ITypeSymbol? type) => Is(type, "System", "Range", 0);

    public static bool IsLock(ITypeSymbol? type) => Is(type, "System.Threading", "Lock", 0);

    public static bool IsEnumerable(ITypeSymbol? type) => Is(type, "System.Linq", "Enumerable", 0);

    /// <summary>Whether an interpolated string becomes an object of its own that can be formatted later.</summary>
    public static bool IsFormattable(ITypeSymbol? type)
        => Is(type, "System", "FormattableString", 0) || Is(type, "System", "IFormattable", 0);

    public static bool IsStringHandler(ITypeSymbol? type) => Is(type, Compiler, "DefaultInterpolatedStringHandler", 0);

    /// <summary>Whether the type is a format provider of which it is known that it does not format itself.</summary>
    public static bool IsPlainFormatProvider(ITypeSymbol? type)
        => Is(type, "System.Globalization", "CultureInfo", 0)
            || Is(type, "System.Globalization", "NumberFormatInfo", 0)
            || Is(type, "System.Globalization", "DateTimeFormatInfo", 0);

    // The framework's attributes.

    public static bool IsObsolete(AttributeData attribute) => Is(attribute.AttributeClass, "System", "ObsoleteAttribute", 0);

    public static bool IsConditional(AttributeData attribute)
        => Is(attribute.AttributeClass, "System.Diagnostics", "ConditionalAttribute", 0);

    public static bool IsSetsRequiredMembers(AttributeData attribute)
        => Is(attribute.AttributeClass, "System.Diagnostics.CodeAnalysis", "SetsRequiredMembersAttribute", 0);

    public static bool IsGeneratedCode(AttributeData attribute)
        => Is(attribute.AttributeClass, "System.CodeDom.Compiler", "GeneratedCodeAttribute", 0);

    public static bool IsCompilerGenerated(AttributeData attribute)
        => Is(attribute.AttributeClass, Compiler, "CompilerGeneratedAttribute", 0);

    /// <summary>Whether an attribute makes the use of a type an error or a warning.</summary>
    public static bool IsWarning(AttributeData attribute) => attribute.AttributeClass is null or { TypeKind: TypeKind.Error }
        || IsObsolete(attribute)
        || Is(attribute.AttributeClass, "System.Diagnostics.CodeAnalysis", "ExperimentalAttribute", 0)
        || Is(attribute.AttributeClass, "Windows.Foundation.Metadata", "DeprecatedAttribute", 0)
        || Is(attribute.AttributeClass, Compiler, "CompilerFeatureRequiredAttribute", 0);

    public static bool IsInlineArray(AttributeData attribute) => Is(attribute.AttributeClass, Compiler, "InlineArrayAttribute", 0);

    public static bool IsCollectionBuilder(AttributeData attribute)
        => Is(attribute.AttributeClass, Compiler, "CollectionBuilderAttribute", 0);

    public static bool IsCallerLine(AttributeData attribute) => Is(attribute.AttributeClass, Compiler, "CallerLineNumberAttribute", 0);

    public static bool IsCallerText(AttributeData attribute)
        => Is(attribute.AttributeClass, Compiler, "CallerArgumentExpressionAttribute", 0);

    /// <summary>Whether an attribute means nothing to source generators.</summary>
    public static bool IsPlain(INamedTypeSymbol attribute) => Plain.Any(space => IsIn(attribute, space));

    // Names.

    private static bool Is(ITypeSymbol? type, string space, string name, int arity)
        => type is INamedTypeSymbol { ContainingType: null } named && named.Name == name && named.Arity == arity && IsIn(type, space);

    /// <summary>Whether a type's namespace has this full name. Asked of every attribute and many types, so that it makes no text.</summary>
    private static bool IsIn(ITypeSymbol type, string space)
    {
        int end = space.Length;
        for (var at = type.ContainingNamespace; at is { IsGlobalNamespace: false }; at = at.ContainingNamespace)
        {
            int start = end - at.Name.Length;
            if (start < 0 || string.CompareOrdinal(space, start, at.Name, 0, at.Name.Length) != 0)
                return false;
            if (start == 0)
                return at.ContainingNamespace is { IsGlobalNamespace: true };
            if (space[start - 1] != '.')
                return false;
            end = start - 1;
        }
        return false;
    }
}
