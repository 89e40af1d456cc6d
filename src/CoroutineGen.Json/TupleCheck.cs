using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CoroutineGen.Json;

/// <summary>
/// Refuses tuples within other values where the context leaves out their fields: they would be written as nothing, without a word. Other
/// types too of which something would be lost.
/// </summary>
internal static class TupleCheck
{
    /// <exception cref="NotSupportedException">There is such a tuple.</exception>
    public static void Run(JsonTypeInfo info, JsonSerializerOptions options)
    {
        var seen = new HashSet<Type>();
        var waiting = new Stack<JsonTypeInfo>();
        waiting.Push(info);
        while (waiting.Count > 0)
        {
            var at = waiting.Pop();
            if (!seen.Add(at.Type))
                continue;
            if (at is { Kind: JsonTypeInfoKind.Object, Properties.Count: 0 }
                && typeof(ITuple).IsAssignableFrom(at.Type) && at.Type.IsValueType
                && at.Type.IsGenericType)
                throw new NotSupportedException(
                    $"{at.Type} would be saved without its elements: "
                        + "say IncludeFields = true in [JsonSourceGenerationOptions], or use a record.");
            if (LostMembers.Of(at) is { } member)
                throw new NotSupportedException(
                    $"'{member}' of {at.Type} would not be there any more when it is restored: make it a property that can be set, "
                        + "say IncludeFields = true in [JsonSourceGenerationOptions] for public fields, "
                        + "or mark it with [JsonInclude] or [JsonIgnore].");
            Add(at.Type.GetElementType());
            foreach (var argument in at.Type.GetGenericArguments())
                Add(argument);
            foreach (var derived in at.PolymorphismOptions?.DerivedTypes ?? [])
                Add(derived.DerivedType);
            if (at.Kind == JsonTypeInfoKind.Object)
                foreach (var property in at.Properties)
                    Add(property.PropertyType);
        }

        void Add(Type? type)
        {
            if (type is not null && options.TryGetTypeInfo(type, out var other))
                waiting.Push(other);
        }
    }
}
