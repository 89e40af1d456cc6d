using System.Text;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering.Saving;

/// <summary>
/// Types as the contract of a saved coroutine names them: the same whatever the file imports, however the type is written, and whatever is
/// said of null.
/// </summary>
// List<Point>       ---->  System.Collections.Generic.List<Geometry.Point>
// Int32?            ---->  int?
// (int A, string)   ---->  (int, string)
internal static class SavedTypeNames
{
    public static string Of(ITypeSymbol type)
    {
        var text = new StringBuilder();
        Add(type, text);
        return text.ToString();
    }

    /// <summary>The name of a coroutine, which tells it from its overloads.</summary>
    // Shop.Saga.Order(string, int)
    public static string Of(IMethodSymbol method, IParameterSymbol yield)
    {
        var text = new StringBuilder();
        AddOwner(method.ContainingType, text);
        text.Append(method.Name).Append('(');
        AddAll(method.Parameters.Where(p => !SymbolEqualityComparer.Default.Equals(p, yield)).Select(p => p.Type), text);
        return text.Append(')').ToString();
    }

    private static void Add(ITypeSymbol type, StringBuilder text)
    {
        switch (type)
        {
            case { TypeKind: TypeKind.Dynamic }:
                text.Append("object");
                break;
            case IArrayTypeSymbol:
                AddArray((IArrayTypeSymbol)type, text);
                break;
            case INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable:
                Add(nullable.TypeArguments[0], text);
                text.Append('?');
                break;
            case INamedTypeSymbol { IsTupleType: true } tuple:
                text.Append('(');
                AddAll(tuple.TupleElements.Select(e => e.Type), text);
                text.Append(')');
                break;
            case { SpecialType: not SpecialType.None } when KeywordOf(type) is { } keyword:
                text.Append(keyword);
                break;
            case INamedTypeSymbol named:
                AddNamed(named, text);
                break;
            default:
                text.Append(type.Name);
                break;
        }
    }

    // int[][,]    C# reads the brackets from the outermost array inwards
    private static void AddArray(IArrayTypeSymbol array, StringBuilder text)
    {
        ITypeSymbol element = array;
        var brackets = new StringBuilder();
        while (element is IArrayTypeSymbol inner)
        {
            brackets.Append('[').Append(',', inner.Rank - 1).Append(']');
            element = inner.ElementType;
        }
        Add(element, text);
        text.Append(brackets);
    }

    private static void AddNamed(INamedTypeSymbol type, StringBuilder text)
    {
        if (type.ContainingType is { } outer)
        {
            AddNamed(outer, text);
            text.Append('.');
        }
        else
        {
            AddNamespace(type.ContainingNamespace, text);
        }
        text.Append(type.Name);
        if (type.TypeArguments.Length == 0)
            return;
        text.Append('<');
        AddAll(type.TypeArguments, text);
        text.Append('>');
    }

    private static void AddAll(IEnumerable<ITypeSymbol> types, StringBuilder text)
    {
        bool isFirst = true;
        foreach (var type in types)
        {
            if (!isFirst)
                text.Append(", ");
            isFirst = false;
            Add(type, text);
        }
    }

    private static void AddOwner(INamedTypeSymbol type, StringBuilder text)
    {
        AddNamed(type, text);
        text.Append('.');
    }

    private static void AddNamespace(INamespaceSymbol? space, StringBuilder text)
    {
        if (space is null or { IsGlobalNamespace: true })
            return;
        AddNamespace(space.ContainingNamespace, text);
        text.Append(space.Name).Append('.');
    }

    private static string? KeywordOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => "bool",
        SpecialType.System_Byte => "byte",
        SpecialType.System_Char => "char",
        SpecialType.System_Decimal => "decimal",
        SpecialType.System_Double => "double",
        SpecialType.System_Int16 => "short",
        SpecialType.System_Int32 => "int",
        SpecialType.System_Int64 => "long",
        SpecialType.System_Object => "object",
        SpecialType.System_SByte => "sbyte",
        SpecialType.System_Single => "float",
        SpecialType.System_String => "string",
        SpecialType.System_UInt16 => "ushort",
        SpecialType.System_UInt32 => "uint",
        SpecialType.System_UInt64 => "ulong",
        _ => null,
    };
}
