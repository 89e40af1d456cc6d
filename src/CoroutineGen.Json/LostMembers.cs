using System;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CoroutineGen.Json;

/// <summary>
/// Finds what a class or a struct of the user's would lose without a word: fields, which System.Text.Json leaves out unless it is told
/// otherwise, but for those that a property gives back; and properties that it writes and cannot set.
/// </summary>
// struct Position { public int X; }                     ---->  X
// class Order { public int Sum { get; private set; } }  ---->  Sum
// class Counter { int _n; public void Up() => _n++; }   ---->  _n
// class Counter { int _n; public int N { get => _n; set => _n = value; } }    ---->  nothing
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
                if (NameOfProperty(field) is { } property)
                {
                    if (IsNeverSet(info, property))
                        return property;
                }
                else if (!field.IsPublic && !IsOfFramework(type) && !field.IsDefined(typeof(JsonIgnoreAttribute))
                    && !IsGivenBack(info, field.Name))
                {
                    return field.Name;
                }
            }
        }
        return null;
    }

    private static bool IsOfFramework(Type type)
        => type.Namespace is "System" || type.Namespace?.StartsWith("System.", StringComparison.Ordinal) == true;

    /// <summary>
    /// Whether what a private field holds is written, and set or given to a constructor when it is read: itself, or by a property of its
    /// name.
    /// </summary>
    // _sum, m_sum, the Sum@ of F#, and the sum of a primary constructor    ---->  Sum
    private static bool IsGivenBack(JsonTypeInfo info, string field)
    {
        string name = field is ['<', ..] ? field[1..field.IndexOf('>')]
            : field.StartsWith("m_", StringComparison.Ordinal) ? field[2..]
            : field;
        name = name.Replace("_", "").TrimEnd('@');
        return info.Properties.Any(p
            => p.Get is not null && (IsOf(p, field) || IsNamed(p, name)) && (p.Set is not null || IsConstructed(info, name)));
    }

    private static bool IsNamed(JsonPropertyInfo property, string name)
        => string.Equals((property.AttributeProvider as MemberInfo)?.Name ?? property.Name, name, StringComparison.OrdinalIgnoreCase);

    private static bool IsWritten(JsonTypeInfo info, string member) => info.Properties.Any(p => p.Get is not null && IsOf(p, member));

    /// <summary>Whether a property that keeps a value is written, and neither set nor given to a constructor when it is read.</summary>
    private static bool IsNeverSet(JsonTypeInfo info, string member)
        => info.Properties.Any(p => p is { Get: not null, Set: null } && IsOf(p, member)) && !IsConstructed(info, member);

    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "What has been trimmed away is not looked at.")]
    private static bool IsConstructed(JsonTypeInfo info, string member)
        => info.Type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Any(c => c.GetParameters().Any(p => string.Equals(p.Name, member, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether that is what a member is written as, if nobody has given it another name.</summary>
    private static bool IsOf(JsonPropertyInfo property, string member)
        => property.AttributeProvider is MemberInfo { Name: var name } ? name == member
            : string.Equals(property.Name.Replace("_", "").Replace("-", ""), member.Replace("_", ""), StringComparison.OrdinalIgnoreCase);

    // <Sum>k__BackingField    ---->  Sum
    private static string? NameOfProperty(FieldInfo field)
        => field.Name is ['<', ..] name && name.EndsWith(">k__BackingField", StringComparison.Ordinal) ? name[1..name.IndexOf('>')] : null;
}
