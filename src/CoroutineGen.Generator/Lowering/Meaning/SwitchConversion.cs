using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoroutineGen.Generator.Lowering.Meaning;

/// <summary>
/// The conversion of a switch statement's value: a type with one user-defined implicit conversion to a governing type (string, an integer
/// and the like) is converted, once. A switch expression never converts.
/// </summary>
internal static class SwitchConversion
{
    /// <summary>The governing type: the type of the value that the cases are compared with.</summary>
    public static ITypeSymbol? GoverningType(SwitchStatementSyntax @switch, SemanticModel model, CancellationToken cancellation)
    {
        var info = model.GetTypeInfo(@switch.Expression, cancellation);
        return model.GetConversion(@switch.Expression, cancellation).IsUserDefined ? info.ConvertedType : info.Type;
    }

    /// <summary>Whether a switch statement over a value of a type may convert it, by an operator that the type has or inherits.</summary>
    public static bool MayConvert(ITypeSymbol type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            return MayConvert(nullable.TypeArguments[0]);
        if (type is ITypeParameterSymbol parameter)
            return parameter.ConstraintTypes.Any(MayConvert);
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(WellKnownMemberNames.ImplicitConversionName).OfType<IMethodSymbol>()
                .Any(m => m.MethodKind == MethodKind.Conversion && Governs(m.ReturnType)))
                return true;
        }
        return false;
    }

    /// <summary>Whether a type can be a governing type: bool, char, string, an integer, an enum, or such a Nullable.</summary>
    private static bool Governs(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => Governs(nullable.TypeArguments[0]),
        { TypeKind: TypeKind.Enum or TypeKind.TypeParameter } => true,
        _ => type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_String
            or (>= SpecialType.System_SByte and <= SpecialType.System_UInt64),
    };
}
