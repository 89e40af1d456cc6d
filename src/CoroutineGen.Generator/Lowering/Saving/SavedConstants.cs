using System.Globalization;
using CoroutineGen.Generator.Lowering.Lowered;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoroutineGen.Generator.Lowering.Saving;

/// <summary>Constants of attributes as values of saved variables: converted as C# converts a constant, or not at all.</summary>
internal static class SavedConstants
{
    private static readonly Dictionary<string, (decimal Least, decimal Most)> Integers = new(StringComparer.Ordinal)
    {
        ["byte"] = (byte.MinValue, byte.MaxValue),
        ["sbyte"] = (sbyte.MinValue, sbyte.MaxValue),
        ["short"] = (short.MinValue, short.MaxValue),
        ["ushort"] = (ushort.MinValue, ushort.MaxValue),
        ["int"] = (int.MinValue, int.MaxValue),
        ["uint"] = (uint.MinValue, uint.MaxValue),
        ["long"] = (long.MinValue, long.MaxValue),
        ["ulong"] = (ulong.MinValue, ulong.MaxValue),
    };

    /// <summary>The C# text of a constant, good where the variable's type is.</summary>
    /// <returns>Null where it is no value of the variable's type.</returns>
    // 5 for a long        ---->  (long)5
    // null for a string   ---->  null
    public static string? TextOf(TypedConstant constant, SavedVariable variable)
    {
        if (constant.IsNull)
            return variable.MayBeNull ? "null" : null;
        string type = variable.Type.EndsWith("?", StringComparison.Ordinal)
            ? variable.Type.Substring(0, variable.Type.Length - 1)
            : variable.Type;
        if (constant.Kind == TypedConstantKind.Array)
            return SavedTypeNames.Of(constant.Type!) == type ? ArrayOf(constant, variable) : null;
        if (constant.Kind is not (TypedConstantKind.Primitive or TypedConstantKind.Enum))
            return null;
        return SavedTypeNames.Of(constant.Type!) == type || Converts(constant, type)
            ? $"({variable.FieldType})({Literal(constant.Value!)})"
            : null;
    }

    private static string? ArrayOf(TypedConstant constant, SavedVariable variable)
        => constant.Values.All(v => v.IsNull || v.Kind == TypedConstantKind.Primitive)
            ? $"new {variable.FieldType.TrimEnd('?')} {{ "
                + string.Join(", ", constant.Values.Select(v => v.IsNull ? "null" : Literal(v.Value!))) + " }"
            : null;

    private static bool Converts(TypedConstant constant, string type) => constant.Value switch
    {
        _ when constant.Kind == TypedConstantKind.Enum => false,
        byte or sbyte or short or ushort or int or uint or long or ulong => type is "float" or "double" or "decimal"
            || (Integers.TryGetValue(type, out var range)
                && Convert.ToDecimal(constant.Value, CultureInfo.InvariantCulture) is var value
                && value >= range.Least && value <= range.Most),
        float => type == "double",
        _ => false,
    };

    private static string Literal(object value) => value switch
    {
        double.NaN => "global::System.Double.NaN",
        double.PositiveInfinity => "global::System.Double.PositiveInfinity",
        double.NegativeInfinity => "global::System.Double.NegativeInfinity",
        float.NaN => "global::System.Single.NaN",
        float.PositiveInfinity => "global::System.Single.PositiveInfinity",
        float.NegativeInfinity => "global::System.Single.NegativeInfinity",
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "D",
        float number => number.ToString("R", CultureInfo.InvariantCulture) + "F",
        _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)!,
    };
}
