using System.Globalization;
using System.Text.RegularExpressions;
using CoroutineGen.Generator.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Lowering.TypeNames;

/// <summary>
/// Names for types that cannot be written, only inferred: anonymous types, the delegates of lambdas and method groups that no Func or
/// Action fits, and types constructed of these. A hoisted variable of one is in a box, and each mention infers its type from an example: an
/// expression of the same type that is never evaluated. Anonymous types of the same members, in the same order, are one type within a
/// project; so are delegates of one signature.
/// </summary>
// new { A = 1 }            ---->  false ? new { A = default(int) } : default
// a sequence of these      ---->  false ? Example1(new { A = default(int) }) : default
internal sealed class Examples(FreshNames names)
{
    private readonly Dictionary<string, string> _functions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _calling = new(StringComparer.Ordinal);
    private bool _calls;

    /// <summary>Local functions that examples call: type arguments that can only be inferred become type parameters of theirs.</summary>
    // static IEnumerator<TPart1> Example1<TPart1>(TPart1 a0) where TPart1 : class => default;
    public IEnumerable<string> Functions => _functions.Select(f => string.Format(CultureInfo.InvariantCulture, f.Key, f.Value));

    /// <summary>Whether an example calls a local function, which an expression tree cannot contain.</summary>
    public bool CallsFunction(string example) => _calling.Contains(example);

    /// <summary>Whether a type has a part that can only be inferred.</summary>
    public static bool IsNeeded(ITypeSymbol type) => type switch
    {
        { IsAnonymousType: true } => true,
        INamedTypeSymbol { TypeKind: TypeKind.Delegate, CanBeReferencedByName: false } => true,
        IArrayTypeSymbol array => IsNeeded(array.ElementType) || IsPointer(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsNeeded) || (named.ContainingType is { } outer && IsNeeded(outer)),
        _ => false,
    };

    private static bool IsPointer(ITypeSymbol type) => type is { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer }
        || (type is IArrayTypeSymbol array && IsPointer(array.ElementType));

    /// <summary>An example of a type.</summary>
    /// <returns>Null where the type needs none, or none can be made.</returns>
    public string? For(ITypeSymbol type)
    {
        if (!IsNeeded(type))
            return null;
        _calls = false;
        if (Of(type) is not { } value)
            return null;
        string example = IsDelegate(type) ? value : $"false ? {value} : default";
        if (_calls)
            _calling.Add(example);
        return example;
    }

    private static bool IsDelegate(ITypeSymbol type)
        => type is INamedTypeSymbol { TypeKind: TypeKind.Delegate } named && (named.IsAnonymousType || !named.CanBeReferencedByName);

    private string? Of(ITypeSymbol type)
    {
        if (!IsNeeded(type) || (type is IArrayTypeSymbol array && IsPointer(array)))
            return TypeText.WhyUnspeakable(type) is null || IsPointer(type) ? $"default({TypeText.Of(type)})" : null;
        if (IsDelegate(type))
            return Lambda(((INamedTypeSymbol)type).DelegateInvokeMethod!);
        return type.IsAnonymousType ? Object(type) : Call(type);
    }

    private string? Object(ITypeSymbol type)
    {
        var members = type.GetMembers().OfType<IPropertySymbol>().Select(p => (p.Name, Value: Member(p.Type))).ToList();
        return members.Exists(m => m.Value is null)
            ? null
            : $"new {{ {string.Join(", ", members.Select(m => $"{TypeText.Escape(m.Name)} = {m.Value}"))} }}";
    }

    /// <summary>An example as the value of an anonymous type's member, where a lambda has no natural type.</summary>
    private string? Member(ITypeSymbol type)
        => Of(type) is { } example && IsDelegate(type)
            ? $"global::CoroutineGen.CompilerServices.Anonymous.Natural({example})"
            : Of(type);

    /// <summary>A lambda of the same signature: the compiler gives it the same delegate type.</summary>
    // static void (ref int a0) => throw null
    private string? Lambda(IMethodSymbol invoke)
    {
        if (invoke.Parameters.Any(p => Named(p.Type) is null))
            return null;
        var parameters = new List<string>();
        for (int i = 0; i < invoke.Parameters.Length; i++)
        {
            if (Parameter(invoke.Parameters[i], i) is not { } parameter)
                return null;
            parameters.Add(parameter);
        }
        string list = $"({string.Join(", ", parameters)}) => ";
        if (Named(invoke.ReturnType) is { } result)
        {
            string reference = invoke.ReturnsByRefReadonly ? "ref readonly " : invoke.ReturnsByRef ? "ref " : "";
            return $"static {reference}{result} {list}throw null";
        }
        return Of(invoke.ReturnType) is { } value && !invoke.ReturnsByRef && !invoke.ReturnsByRefReadonly ? $"static {list}{value}" : null;
    }

    private static string? Named(ITypeSymbol type)
        => type.SpecialType == SpecialType.System_Void ? "void"
            : TypeText.WhyUnspeakable(type) is null || IsPointer(type) ? TypeText.Of(type) : null;

    private static string? Parameter(IParameterSymbol parameter, int index)
    {
        string kind = (parameter.ScopedKind == ScopedKind.None || parameter.RefKind == RefKind.Out ? "" : "scoped ")
            + parameter.RefKind switch
            {
                RefKind.None => parameter.IsParams ? "params " : "",
                RefKind.Ref => "ref ",
                RefKind.Out => "out ",
                RefKind.In => "in ",
                _ => "ref readonly ",
            };
        if (!parameter.HasExplicitDefaultValue)
            return $"{kind}{TypeText.Of(parameter.Type)} a{index}";
        string? value = parameter.ExplicitDefaultValue switch
        {
            null => $"default({TypeText.Of(parameter.Type)})",
            double.NaN or float.NaN or double.PositiveInfinity or double.NegativeInfinity
                or float.PositiveInfinity or float.NegativeInfinity => null,
            { } constant => $"({TypeText.Of(parameter.Type)})({SymbolDisplay.FormatPrimitive(constant, true, false)})",
        };
        return value is null ? null : $"{kind}{TypeText.Of(parameter.Type)} a{index} = {value}";
    }

    /// <summary>A constructed type: the return type of a local function that is called with examples of its type arguments.</summary>
    private string? Call(ITypeSymbol type)
    {
        var parts = new List<ITypeSymbol>();
        string made = Text(type, parts);
        var examples = parts.Select(Of).ToList();
        if (examples.Contains(null))
            return null;
        string list = string.Join(", ", parts.Select((_, i) => Parameter(i)));
        string function = $"static {Braces(made)} {{0}}<{list}>({string.Join(", ", parts.Select((_, i) => $"{Parameter(i)} a{i}"))})"
            + string.Concat(parts.Select((p, i) => p.IsReferenceType ? $" where {Parameter(i)} : class" : "")) + " => default;";
        if (!_functions.TryGetValue(function, out string name))
            _functions.Add(function, name = names.TakeNumbered("Example"));
        _calls = true;
        return $"{name}({string.Join(", ", examples)})";
    }

    private static string Parameter(int index) => $"TPart{index + 1}";

    private static string Braces(string text) => text.Replace("{", "{{").Replace("}", "}}");

    /// <summary>The text of a type in which each part that can only be inferred is a type parameter.</summary>
    private static string Text(ITypeSymbol type, List<ITypeSymbol> parts)
    {
        if (!IsNeeded(type) || (type is IArrayTypeSymbol pointers && IsPointer(pointers)))
            return TypeText.Of(type);
        if (type.IsAnonymousType || IsDelegate(type))
        {
            int index = parts.FindIndex(p => SymbolEqualityComparer.Default.Equals(p, type));
            if (index < 0)
            {
                index = parts.Count;
                parts.Add(type);
            }
            return Parameter(index);
        }
        if (type is IArrayTypeSymbol array)
            return ArrayText(array, parts);
        var named = (INamedTypeSymbol)type;
        if (named.IsTupleType)
            return $"({string.Join(", ", named.TupleElements.Select(e => Element(e, parts)))})";
        var arguments = new Queue<string>(Arguments(named).Select(a => Text(a, parts)));
        string open = TypeText.Of(named.OriginalDefinition.ConstructUnboundGenericType());
        return Regex.Replace(open, "<(,*)>", m => $"<{string.Join(", ", m.Value.Skip(1).Select(_ => arguments.Dequeue()))}>");
    }

    /// <summary>The text of an array type. "A[][,]" is an array of A[,]: the outermost rank comes first.</summary>
    private static string ArrayText(IArrayTypeSymbol array, List<ITypeSymbol> parts)
    {
        string ranks = "";
        ITypeSymbol element = array;
        for (; element is IArrayTypeSymbol inner; element = inner.ElementType)
            ranks += $"[{new string(',', inner.Rank - 1)}]";
        return Text(element, parts) + ranks;
    }

    private static string Element(IFieldSymbol element, List<ITypeSymbol> parts)
        => Text(element.Type, parts) + (element.IsExplicitlyNamedTupleElement ? " " + TypeText.Escape(element.Name) : "");

    private static IEnumerable<ITypeSymbol> Arguments(INamedTypeSymbol type)
        => (type.ContainingType is { } outer ? Arguments(outer) : []).Concat(type.TypeArguments);
}
