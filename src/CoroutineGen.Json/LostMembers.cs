using System;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CoroutineGen.Json;

/// <summary>
/// Finds what a class or a struct of the user's would lose without a word: public fields, which System.Text.Json leaves out unless it is
/// told otherwise, and properties that it writes and cannot set.
/// </summary>
// struct Position { public int X; }                     ---->  X
// class Order { public int Sum { get; private set; } }  ---->  Sum
// record Line(string Name) { public int Length => Name.Length; }    ---->  nothing
internal static class LostMembers
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The name of a member that is lost; null for none.</summary>
    /// <param name="info">What the context knows of the type.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "What has been trimmed away is not looked at.")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "What has been trimmed away is not looked at.")]
    public static string? Of(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object)
            return null;
        for (var type = info.Type; type is not null && type != typeof(object) && type != typeof(ValueType); type = type.BaseType)
        {
            foreach (var field in type.GetFields(Own))
            {
                if (field.IsPublic && !field.IsDefined(typeof(JsonIgnoreAttribute)) && !IsWritten(info, field.Name))
                    return field.Name;
                if (NameOfProperty(field) is { } property && IsNeverSet(info, property))
                    return property;
            }
        }
        return null;
    }

    private static bool IsWritten(JsonTypeInfo info, string member) => info.Properties.Any(p => p.Get is not null && IsOf(p, member));

    /// <summary>Whether a property that keeps a value is written, and neither set nor given to a constructor when it is read.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "What has been trimmed away is not looked at.")]
    private static bool IsNeverSet(JsonTypeInfo info, string member)
        => info.Properties.Any(p => p is { Get: not null, Set: null } && IsOf(p, member))
            && !info.Type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Any(c => c.GetParameters().Any(p => string.Equals(p.Name, member, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether that is what a member is written as, if nobody has given it another name.</summary>
    private static bool IsOf(JsonPropertyInfo property, string member)
        => property.AttributeProvider is MemberInfo { Name: var name } ? name == member
            : string.Equals(property.Name.Replace("_", "").Replace("-", ""), member.Replace("_", ""), StringComparison.OrdinalIgnoreCase);

    // <Sum>k__BackingField    ---->  Sum
    private static string? NameOfProperty(FieldInfo field)
        => field.Name is ['<', ..] name && name.EndsWith(">k__BackingField", StringComparison.Ordinal) ? name[1..name.IndexOf('>')] : null;
}
