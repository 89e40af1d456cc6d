using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Lowering.TypeNames;

/// <summary>Types as fully qualified C# text, which means the same in the generated file.</summary>
internal static class TypeText
{
    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    // List<Point>    ---->  global::System.Collections.Generic.List<global::Geometry.Point>
    public static string Of(ITypeSymbol type)
    {
        if (KeywordOf(type.SpecialType) is { } keyword)
            return type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } ? keyword + "?" : keyword;
        var parts = type.ToDisplayParts(Full);
        var text = new System.Text.StringBuilder();
        for (int i = 0; i < parts.Length; i++)
        {
            bool isRoot = parts[i].Kind == SymbolDisplayPartKind.Keyword && parts[i].ToString() == "global";
            text.Append(isRoot ? ExternAliases.Of(AssemblyOf(parts.Skip(i))) : parts[i].ToString());
        }
        return text.ToString();
    }

    /// <summary>Most variables have such a type, whose text needs no display.</summary>
    private static string? KeywordOf(SpecialType type) => type switch
    {
        SpecialType.System_Boolean => "bool",
        SpecialType.System_Char => "char",
        SpecialType.System_Double => "double",
        SpecialType.System_Int32 => "int",
        SpecialType.System_Int64 => "long",
        SpecialType.System_Object => "object",
        SpecialType.System_String => "string",
        _ => null,
    };

    /// <summary>The assembly of the first type that some parts name.</summary>
    private static IAssemblySymbol? AssemblyOf(IEnumerable<SymbolDisplayPart> parts)
        => parts.Select(p => p.Symbol).OfType<INamedTypeSymbol>().FirstOrDefault()?.ContainingAssembly;

    /// <summary>A name as an identifier: a keyword gets its "@".</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>Whether a type, or a type argument of it, is an error type: its name did not bind.</summary>
    public static bool IsUnknown(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => true,
        IArrayTypeSymbol array => IsUnknown(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsUnknown) || (named.ContainingType is { } outer && IsUnknown(outer)),
        _ => false,
    };

    /// <summary>Why a type cannot be written down as the type of a field, in words that follow "its type"; null where it can.</summary>
    public static string? WhyUnspeakable(ITypeSymbol type)
    {
        switch (type)
        {
            case { IsAnonymousType: true }:
                return "is anonymous";
            case { TypeKind: TypeKind.Error }:
                return "is not known";
            case { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer }:
                return "is a pointer";
            case IArrayTypeSymbol array:
                return WhyUnspeakable(array.ElementType);
            case INamedTypeSymbol named:
                if (named.IsFileLocal)
                    return "is local to its file";
                foreach (var argument in named.TypeArguments)
                {
                    if (WhyUnspeakable(argument) is { } reason)
                        return reason;
                }
                return named.ContainingType is { } outer ? WhyUnspeakable(outer) : null;
            default:
                return null;
        }
    }

    /// <summary>Whether values of a type may keep objects alive: false only where that is certain.</summary>
    public static bool HoldsReferences(ITypeSymbol type) => !type.IsUnmanagedType || type.TypeKind is TypeKind.TypeParameter;
}
