using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CoroutineGen.Fuzz.Worlds;

/// <summary>
/// Knows each type that a program may have. Values are written field by field; the world, and what it consists of, by name.
/// </summary>
internal sealed class SavedTypes : JsonSerializerContext, IJsonTypeInfoResolver
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly DefaultJsonTypeInfoResolver _all = new() { Modifiers = { ByField } };

    /// <summary>To find out about a type takes much longer than to write it: there is one for all worlds.</summary>
    public static readonly SavedTypes All = new();

    private SavedTypes()
        : base(new JsonSerializerOptions
        {
            Converters =
            {
                new Service<World>(w => [("world", w)]),
                new Service<Box>(w => [("O", w.O), ("Next", w.O.Next!)]),
                new Service<Meeting>(w => [("Meeting", w.Meeting)]),
            },
        })
    {
    }

    /// <summary>Whose coroutines are saved or restored.</summary>
    public World? World { get; set; }

    protected override JsonSerializerOptions? GeneratedSerializerOptions => null;

    public override JsonTypeInfo? GetTypeInfo(Type type) => _all.GetTypeInfo(type, Options);

    JsonTypeInfo? IJsonTypeInfoResolver.GetTypeInfo(Type type, JsonSerializerOptions options) => _all.GetTypeInfo(type, options);

    private static void ByField(JsonTypeInfo info)
    {
        if (info.Kind != JsonTypeInfoKind.Object || info.Type.Namespace != typeof(World).Namespace)
            return;
        info.Properties.Clear();
        info.CreateObject = () => RuntimeHelpers.GetUninitializedObject(info.Type);
        foreach (var field in info.Type.GetFields(Fields))
        {
            var property = info.CreateJsonPropertyInfo(field.FieldType, field.Name);
            property.Get = field.GetValue;
            property.Set = field.SetValue;
            info.Properties.Add(property);
        }
    }

    /// <summary>Writes an object of the world by its name, and no other of its class.</summary>
    private sealed class Service<T>(Func<World, (string Name, T Value)[]> known) : JsonConverter<T>
        where T : class
    {
        public override bool CanConvert(Type typeToConvert) => typeof(T).IsAssignableFrom(typeToConvert);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            string? name = reader.GetString();
            return known(All.World!).First(k => k.Name == name).Value;
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
            => writer.WriteStringValue(known(All.World!).FirstOrDefault(k => ReferenceEquals(k.Value, value)).Name
                ?? throw new NotSupportedException("It is no part of the world."));
    }
}
