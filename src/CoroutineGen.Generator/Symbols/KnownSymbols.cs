using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Symbols;

/// <summary>
/// The one answer to "is it ours?" and to "is it the framework's?". What a type is, is asked of its full name, whoever defines it: that is
/// C#'s own rule for all that it knows by name, and a polyfill in two assemblies would leave nothing to compare symbols with. What there
/// is to be named by generated code is asked of the compilation.
/// </summary>
internal sealed partial class KnownSymbols
{
    /// <summary>The namespace of all that is ours.</summary>
    public const string Ours = "CoroutineGen";

    private const string Compiler = "System.Runtime.CompilerServices";
    private const string Generic = "System.Collections.Generic";
    private const string Tasks = "System.Threading.Tasks";
    private const string Immutable = "System.Collections.Immutable";

    /// <summary>Where the attributes live that mean nothing to source generators, and our own.</summary>
    private static readonly string[] Plain =
    [
        "System", "System.Diagnostics", "System.Diagnostics.CodeAnalysis", "System.ComponentModel", Compiler,
        "System.Runtime.InteropServices", "System.CodeDom.Compiler", Ours,
    ];

    /// <summary>How the names of methods begin that change a collection.</summary>
    private static readonly string[] Changes =
    [
        "Add", "Append", "Clear", "Dequeue", "Enqueue", "ExceptWith", "Insert", "IntersectWith", "Pop", "Push", "Remove", "Replace",
        "Reverse", "Set", "Sort", "SymmetricExceptWith", "TryAdd", "TryDequeue", "TryPop", "UnionWith",
    ];

    private static readonly ConditionalWeakTable<Compilation, KnownSymbols> Known = new();

    private KnownSymbols(Compilation compilation)
    {
        // Null where two referenced assemblies define it, which is right: generated code could not name it.
#pragma warning disable RS0030 // This is the room that the others are sent to.
        HasTupleOfOne = compilation.GetTypeByMetadataName("System.ValueTuple`1") is not null;
        HasSwitchExpressionException = compilation.GetTypeByMetadataName(Compiler + ".SwitchExpressionException") is not null;
        // Not one of the project's own, which means nothing to the runtime, and need not be one for classes.
        CanHideFrames = compilation.GetTypeByMetadataName("System.Diagnostics.StackTraceHiddenAttribute")
            is { DeclaredAccessibility: Accessibility.Public, DeclaringSyntaxReferences.IsEmpty: true };
#pragma warning restore RS0030
    }

    /// <summary>What is known in a compilation; nothing keeps it longer than that.</summary>
    public static KnownSymbols Of(Compilation compilation) => Known.GetValue(compilation, c => new KnownSymbols(c));

    public bool HasTupleOfOne { get; }

    public bool HasSwitchExpressionException { get; }

    /// <summary>Whether generated code can name the attribute that keeps methods out of stack traces.</summary>
    public bool CanHideFrames { get; }

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

    /// <summary>Whether the type has the ways to drive a coroutine that are made of its operations.</summary>
    public static bool IsCoroutineExtensions(ITypeSymbol? type)
        => Is(type, Ours, "CoroutineExtensions", 0) || Is(type, Ours, "AsyncCoroutineExtensions", 0);

    public static bool IsUnit(ITypeSymbol? type) => Is(type, Ours, "Unit", 0);

    /// <summary>Whether the type is a class that coroutines derive from.</summary>
    public static bool IsCoroutine(ITypeSymbol? type, int arity) => Is(type, Ours, "Coroutine", arity);

    /// <summary>Whether the type is a class that asynchronous coroutines derive from.</summary>
    public static bool IsAsyncCoroutine(ITypeSymbol? type, int arity) => Is(type, Ours, "AsyncCoroutine", arity);

    /// <summary>Whether the type is an interface of coroutines.</summary>
    public static bool IsCoroutineInterface(ITypeSymbol? type)
        => type is INamedTypeSymbol named && Is(type, Ours, "ICoroutine", named.Arity);

    /// <summary>Whether the type is an interface of asynchronous coroutines.</summary>
    public static bool IsAsyncCoroutineInterface(ITypeSymbol? type)
        => type is INamedTypeSymbol named && Is(type, Ours, "IAsyncCoroutine", named.Arity);

    /// <summary>Whether the type is what ConfigureAwait makes of an asynchronous coroutine.</summary>
    public static bool IsConfiguredCoroutine(ITypeSymbol? type) => Is(type, Ours, "ConfiguredAsyncCoroutine", 1);

    public static bool IsResultInterface(ITypeSymbol? type)
        => type is INamedTypeSymbol named && Is(type, Ours, "ICoroutineResult", named.Arity);

    public static bool IsState(ITypeSymbol? type) => Is(type, Ours, "CoroutineState", 0);

    public static bool IsExit(ITypeSymbol? type) => Is(type, Ours, "CoroutineExitException", 0);

    public static bool IsForkable(ITypeSymbol? type) => Is(type, Ours, "IForkable", 1);

    public static bool IsSaveable(ITypeSymbol? type) => Is(type, Ours, "ISaveable", 0);

    public static bool IsSupplied(AttributeData attribute) => Is(attribute.AttributeClass, Ours, "SuppliedAttribute", 0);

    // The framework's.

    /// <summary>
    /// Whether the type is an enumerator of which a copy stands at the same place. That it is a struct says nothing: those of SortedSet and
    /// of ImmutableList are, and share what they keep on a stack.
    /// </summary>
    public static bool IsCopyableEnumerator(ITypeSymbol? type)
        => type is INamedTypeSymbol { Name: "Enumerator", IsValueType: true, ContainingType: { } collection } && IsCopyable(collection);

    /// <summary>Whether an enumerator of the collection can be copied, also where it stands behind an interface.</summary>
    public static bool IsCopyable(INamedTypeSymbol collection) => collection switch
    {
        { ContainingType: { } outer, Name: "KeyCollection" or "ValueCollection" } => Is(outer, Generic, "Dictionary", 2),
        { ContainingType: { } outer, Name: "UnorderedItemsCollection" } => Is(outer, Generic, "PriorityQueue", 2),
        _ => IsList(collection) || Is(collection, Generic, "Dictionary", 2) || Is(collection, Generic, "HashSet", 1)
            || Is(collection, Generic, "Queue", 1) || Is(collection, Generic, "Stack", 1) || Is(collection, Generic, "LinkedList", 1)
            || Is(collection, Immutable, "ImmutableArray", 1) || Is(collection, Immutable, "ImmutableQueue", 1)
            || Is(collection, Immutable, "ImmutableStack", 1),
    };

    /// <summary>Whether the type is a collection of the framework's that is changed in its place.</summary>
    public static bool IsChangedInPlace(ITypeSymbol? type) => type is IArrayTypeSymbol
        || (type is INamedTypeSymbol { TypeKind: TypeKind.Class, ContainingType: null } named && IsIn(named, Generic)
            && named.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable))
        || Is(type, Generic, "PriorityQueue", 2)
        || Is(type, "System.Text", "StringBuilder", 0);

    /// <summary>Whether a method changes the collection that it is called on.</summary>
    public static bool IsChange(ISymbol? method)
        => method is IMethodSymbol { IsStatic: false } && IsChangedInPlace(method.ContainingType)
            && Changes.Any(verb => method.Name.StartsWith(verb, StringComparison.Ordinal));

    /// <summary>Whether the type is the interface of enumerators, of some type of values or of objects.</summary>
    public static bool IsEnumerator(ITypeSymbol? type)
        => type is
        {
            OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerator_T
            or SpecialType.System_Collections_IEnumerator
        };

    public static bool IsException(ITypeSymbol? type) => Is(type, "System", "Exception", 0);

    public static bool IsArgumentException(ITypeSymbol? type) => Is(type, "System", "ArgumentException", 0);

    public static bool IsDisposable(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_IDisposable };

    public static bool IsAsyncDisposable(ITypeSymbol? type) => Is(type, "System", "IAsyncDisposable", 0);

    public static bool IsSpan(ITypeSymbol? type) => Is(type, "System", "Span", 1) || Is(type, "System", "ReadOnlySpan", 1);

    public static bool IsCancellationToken(ITypeSymbol? type) => Is(type, "System.Threading", "CancellationToken", 0);

    public static bool IsList(ITypeSymbol? type) => Is(type, Generic, "List", 1);

    public static bool IsImmutableArray(ITypeSymbol? type) => Is(type, Immutable, "ImmutableArray", 1);

    /// <summary>Whether the type stands beside the framework's lists and dictionaries.</summary>
    public static bool IsOfCollections(ITypeSymbol? type) => type is not null && IsIn(type, Generic);

    public static bool IsSequence(ITypeSymbol? type) => Is(type, Generic, "IEnumerable", 1);

    public static bool IsAsyncEnumerable(ITypeSymbol? type) => Is(type, Generic, "IAsyncEnumerable", 1);

    public static bool IsAsyncEnumerator(ITypeSymbol? type) => Is(type, Generic, "IAsyncEnumerator", 1);

    /// <summary>Whether the type is what WithCancellation and ConfigureAwait make of an IAsyncEnumerable, or its enumerator.</summary>
    public static bool IsConfiguredSequence(ITypeSymbol? type)
        => Is(type is { ContainingType: { } outer, Name: "Enumerator" } ? outer : type, Compiler, "ConfiguredCancelableAsyncEnumerable", 1);

    /// <summary>Whether the type is what ConfigureAwait makes of an IAsyncDisposable.</summary>
    public static bool IsConfiguredDisposable(ITypeSymbol? type) => Is(type, Compiler, "ConfiguredAsyncDisposable", 0);

    /// <summary>Whether the type has the extension methods of IAsyncEnumerable and IAsyncDisposable that C# comes with.</summary>
    public static bool IsAsyncEnumerableExtensions(ITypeSymbol? type) => Is(type, Tasks, "TaskAsyncEnumerableExtensions", 0);

    /// <summary>Whether the type is a task of the framework's, or what ConfigureAwait makes of one.</summary>
    public static bool IsTask(ITypeSymbol? type)
        => type is INamedTypeSymbol { Arity: var arity }
            && (Is(type, Tasks, "ValueTask", arity) || Is(type, Tasks, "Task", arity)
                || Is(type, Compiler, "ConfiguredValueTaskAwaitable", arity)
                || Is(type, Compiler, "ConfiguredTaskAwaitable", arity));

    public static bool IsValueTask(ITypeSymbol? type)
        => type is INamedTypeSymbol { Arity: var arity } && Is(type, Tasks, "ValueTask", arity);

    /// <summary>Whether the type has the queries over asynchronous sequences: from .NET 10 on.</summary>
    public static bool IsAsyncEnumerableLinq(ITypeSymbol? type) => Is(type, "System.Linq", "AsyncEnumerable", 0);

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
