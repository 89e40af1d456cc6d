using System.Globalization;
using CoroutineGen.Generator.Caching;
using CoroutineGen.Generator.Lowering.Ir;
using CoroutineGen.Generator.Lowering.Lowered;
using CoroutineGen.Generator.Lowering.TypeNames;
using Microsoft.CodeAnalysis;

namespace CoroutineGen.Generator.Lowering.Saving;

/// <summary>
/// A variable as it is saved: by its name, and a tuple as its elements, since serialisers differ in what they make of one.
/// </summary>
// (int Sum, string Name) pair    ---->  "pair.1": f.pair.Item1, "pair.2": f.pair.Item2
internal static class SavedVariables
{
    public static IEnumerable<SavedVariable> Of(Variable variable, string path)
        => Of(variable.Name, path, variable.TypeSymbol!, variable.Type);

    /// <summary>A value that is no variable of the user's; empty where there is none.</summary>
    public static EquatableArray<SavedVariable> OfValue(string name, string path, ITypeSymbol? type)
        => type is null ? EquatableArray<SavedVariable>.Empty : Of(name, path, type, TypeText.Of(type)).ToEquatableArray();

    /// <summary>Where a variable is, from the frame.</summary>
    // n, scope1.n
    public static string PathOf(Variable variable)
        => variable.Storage == Storage.Environment ? $"{variable.Scope.FieldName}.{variable.StoredName}" : variable.StoredName;

    private static IEnumerable<SavedVariable> Of(string name, string path, ITypeSymbol type, string text)
    {
        if (type is not INamedTypeSymbol { IsTupleType: true } tuple)
            return [new SavedVariable(
                name, SavedTypeNames.Of(type), path, text, SaveTypes.IsCoroutine(type) ? SaveWay.Coroutine : SaveWay.Value)
            {
                MayBeNull = type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T,
                HasKind = SaveTypes.HasKind(type),
            }];
        return tuple.TupleElements.SelectMany((element, i) =>
        {
            string number = (i + 1).ToString(CultureInfo.InvariantCulture);
            return Of($"{name}.{number}", $"{path}.Item{number}", element.Type, TypeText.Of(element.Type));
        });
    }
}
